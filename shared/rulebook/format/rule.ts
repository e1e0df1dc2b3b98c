import * as z from 'zod';
import { bilingualSchema, legalDateSchema, regionSchema, ruleIdSchema, slugSchema } from './text.ts';
import { readingValueSchema } from './value.ts';

export const sourceClasses = ['O', 'OM', 'OT', 'S', 'B'] as const;

/** First and last day in force, both included; null where the sources give none. */
const effectiveSchema = z
  .strictObject({
    from: legalDateSchema.nullable().default(null),
    to: legalDateSchema.nullable().default(null),
  })
  .default({ from: null, to: null });

/** Where it holds; empty: everywhere. A case whose region nobody named is held to all of them. */
const regionsSchema = z.array(regionSchema).max(40).default([]);

export const readingSchema = z.strictObject({
  id: slugSchema,
  value: readingValueSchema,
  /** The source's own words; null where only a paraphrase is at hand (the rule's title then stands for it). */
  quote: z.strictObject({ text: z.string().min(1).max(2000), language: z.enum(['zh', 'en']) }).nullable(),
  source: slugSchema,
  /** Where in the source. */
  locator: z.string().min(1).max(200).nullable().default(null),
  /** The date the source shows for this text; null where it shows none. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  confidence: z.enum(['H', 'M', 'L']),
  lastVerified: legalDateSchema,
  /** When this version of the rule held, where the rule changed. */
  effective: effectiveSchema,
  regions: regionsSchema,
});

/** Which of a case's three instants chooses the version of a rule. */
export const ruleInstants = ['conduct', 'notice', 'filing'] as const;

export const ruleSchema = z.strictObject({
  id: ruleIdSchema,
  title: bilingualSchema,
  /** Scenes it is about; empty means every scene of the case type. */
  scenes: z.array(slugSchema).default([]),
  regions: regionsSchema,
  /** Who ships; empty: whoever does. */
  fulfilment: z.array(z.enum(['seller', 'platform'])).default([]),
  /**
   * Null: the day of filing. What counts chances, sets a penalty or a deadline of the seller's own names it: the `notice`
   * where the platform or a buyer begins the matter, the `filing` where the seller does.
   */
  instant: z.enum(ruleInstants).nullable().default(null),
  effective: effectiveSchema,
  readings: z.array(readingSchema).min(1).max(10),
  /** The reading that acts where several hold at once; needed where there are several. */
  chosen: slugSchema.nullable().default(null),
  why: bilingualSchema.nullable().default(null),
  /** Rules this one only repeats. */
  restates: z.array(ruleIdSchema).default([]),
});

/** A rule as a pack writes it. */
export type PackRule = z.infer<typeof ruleSchema>;
/** A reading as a pack writes it. */
export type PackReading = z.infer<typeof readingSchema>;
/** Official page, official text mirrored, official text translated, second-hand, seen in a back office. */
export type SourceClass = (typeof sourceClasses)[number];
/** Which instant of the case chooses a rule's version. */
export type RuleInstant = (typeof ruleInstants)[number];

const position = z.strictObject({
  rule: ruleIdSchema,
  reading: slugSchema.nullable().default(null),
  /** What it says on the matter in dispute, where its value alone does not tell; null: its value does. */
  says: bilingualSchema.nullable().default(null),
  /** Whether it says the same as what acts in the verdict, in other words: nothing would be otherwise by it. */
  agrees: z.boolean().default(false),
});

export const conflictSchema = z.strictObject({
  id: ruleIdSchema,
  title: bilingualSchema,
  /** Strictest first. */
  positions: z.array(position).min(1).max(10),
  /** The rule whose reading acts for each use, where the conflict bears on it. */
  acts: z.strictObject({
    verdict: ruleIdSchema.nullable().default(null),
    attempt: ruleIdSchema.nullable().default(null),
    clock: ruleIdSchema.nullable().default(null),
  }),
  why: bilingualSchema,
});

/** Sources that differ, and what the product does about it. */
export type PackConflict = z.infer<typeof conflictSchema>;
