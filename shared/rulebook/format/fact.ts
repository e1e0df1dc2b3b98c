import * as z from 'zod';
import { outcome } from '../../submissions/index.ts';
import { bilingualSchema, slugSchema } from './text.ts';
import { caseEvents, currencySchema } from './value.ts';

/** What a count may count, beside things and times. */
const countUnits = ['h', 'cd', 'wd', 'bd', 'month', 'percent'] as const;

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
  /** Whole hours until the first of the seller's own clocks ends that are named beside it; unknown while none of them runs. */
  'hours-left',
  /** How many of the seller's own clocks that are named beside it still run by the countdown of the platform's own page. */
  'page-countdowns',
] as const;

/** What has a day on record: an event, or that an order of the case was placed. */
export const datedEvents = ['ordered', ...caseEvents] as const;

/** What has a day on record. */
export type DatedEvent = (typeof datedEvents)[number];

const askedSchema = z.strictObject({
  from: z.literal('asked'),
  /**
   * Of a count of days: since which of these it counts, the first that is on record, up to today or `until` another. It is asked
   * only where none is; an answer up to today grows by the days since it was given, also where nothing records the event.
   */
  daysSince: z.array(z.enum(datedEvents)).optional(),
  until: z.array(z.enum(datedEvents)).min(1).optional(),
  /** Days on which the platform reviewed do not count. */
  notInReview: z.boolean().optional(),
  /**
   * Of "is there still time": the seller's own clocks that tell, the one that began last; each in some `scenes` or in all. It
   * is asked only where none of them runs or has ended, and a yes of another day is asked again.
   */
  whileRuns: z
    .array(z.strictObject({ clock: slugSchema, scenes: z.array(slugSchema).min(1).optional() }))
    .optional(),
});

const derivedSchema = z.strictObject({
  from: z.literal('derived'),
  measure: z.enum(caseMeasures),
  /** Of `hours-left` and `page-countdowns`, and only of those; left out, every own clock. */
  clocks: z.array(slugSchema).min(1).optional(),
});

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
  /** Where it comes from: a person's answer as long as nothing on record tells it, or one of the case's own measures. */
  source: z.discriminatedUnion('from', [askedSchema, derivedSchema]),
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
  z.strictObject({
    type: z.literal('count'),
    ...common,
    favours: z.enum(['more', 'fewer']),
    /** What is counted: a span in its unit, or per cent; null: things or times. It is compared with a value of the same only. */
    unit: z.enum(countUnits).nullable().default(null),
  }),
  /** An amount in integer minor units. It is compared with an amount in the same currency only. */
  z.strictObject({
    type: z.literal('money'),
    ...common,
    favours: z.enum(['more', 'fewer']),
    currency: currencySchema,
  }),
  z.strictObject({ type: z.literal('text'), ...common }),
  z.strictObject({ type: z.literal('instant'), ...common }),
]);

/** One fact of a case type's vocabulary. */
export type FactDefinition = z.infer<typeof factSchema>;

/** What the case can tell by itself. */
export type CaseMeasure = (typeof caseMeasures)[number];
