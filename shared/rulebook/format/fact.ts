import * as z from 'zod';
import { outcome } from '../../submissions/index.ts';
import { bilingualSchema, slugSchema } from './text.ts';

/** What the case itself can tell, so that nobody is asked. */
export const caseMeasures = [
  'order-count',
  'buyer-count',
  'unpaid-order-count',
  /** Orders of a notice by their class (凭证齐全 / 真实但凭证不足 / 确有违规), and those not sorted yet. */
  'documented-order-count',
  'unproven-order-count',
  'admitted-order-count',
  'unsorted-order-count',
  /** Whole hours until the seller's own clock ends, 0 once it has; unknown while no clock runs. */
  'hours-left',
] as const;

const option = z.strictObject({
  id: slugSchema,
  label: bilingualSchema,
  /** Decisions of the case itself that answer the question so, when it is asked how to go on. */
  decisions: z.array(outcome).optional(),
});

const common = {
  id: slugSchema,
  question: bilingualSchema,
  /** The answer to "why are you asking this?". */
  why: bilingualSchema,
  /** Where it comes from: a person's answer, or one of the case's own measures. */
  source: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('asked') }),
    z.strictObject({ from: z.literal('derived'), measure: z.enum(caseMeasures) }),
  ]),
};

/** A fact of the vocabulary. `favours` says which way an answer helps the seller; checks may only lean that way. */
export const factSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('boolean'), ...common, favours: z.boolean() }),
  z.strictObject({
    type: z.literal('choice'),
    ...common,
    /** From least to most favourable. */
    options: z.array(option).min(2).max(20),
  }),
  z.strictObject({ type: z.literal('count'), ...common, favours: z.enum(['more', 'fewer']) }),
  z.strictObject({ type: z.literal('text'), ...common }),
  z.strictObject({ type: z.literal('instant'), ...common }),
]);

/** One fact of a case type's vocabulary. */
export type FactDefinition = z.infer<typeof factSchema>;

/** What the case can tell by itself. */
export type CaseMeasure = (typeof caseMeasures)[number];
