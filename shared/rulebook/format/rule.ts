import * as z from 'zod';
import { bilingualSchema, legalDateSchema, ruleIdSchema, slugSchema } from './text.ts';

export const sourceClasses = ['O', 'OM', 'OT', 'S'] as const;
export const dimensions = ['order', 'account', 'site-conduct'] as const;
export const keyParts = [
  'order',
  'scene',
  'buyer',
  'dispute',
  'item',
  'violation',
  'offence-number',
] as const;
export const caseEvents = [
  'submitted',
  'returned',
  'upheld',
  'partly-upheld',
  'rejected',
  'withdrawn',
  'lapsed',
  'notice-issued',
  'dispute-opened',
  'dispute-closed',
  'return-agreed',
  'shipped',
] as const;

/** The typed value of one reading: what the program acts on. */
export const readingValueSchema = z.discriminatedUnion('kind', [
  /** Nothing a program can act on but words. */
  z.strictObject({ kind: z.literal('statement') }),
  /** The sources give no value. Shown as "not published", never as "no limit". */
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('flag'), is: z.boolean() }),
  z.strictObject({ kind: z.literal('count'), number: z.int() }),
  z.strictObject({ kind: z.literal('numbers'), of: z.array(z.int()).min(1) }),
  z.strictObject({ kind: z.literal('words'), of: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ kind: z.literal('choices'), of: z.array(slugSchema).min(1) }),
  z.strictObject({ kind: z.literal('dimension'), dimension: z.enum(dimensions) }),
  z.strictObject({ kind: z.literal('path'), words: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ kind: z.literal('attempts'), key: z.array(z.enum(keyParts)).min(1), max: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('duration'),
    /** Null where the rule gives only an upper end. */
    min: z.int().min(0).nullable(),
    /** Null where the rule names the span without a number. */
    max: z.int().min(0).nullable(),
    unit: z.enum(['h', 'cd', 'wd', 'month', 'bd', 'window-h']),
    from: z.enum(caseEvents),
    startDayCounts: z.boolean().default(false),
    pauseDuringReview: z.boolean().default(false),
    /** A word of the source that softens the number, e.g. "usually". */
    qualifier: bilingualSchema.nullable().default(null),
  }),
]);

/** The typed value of a reading. */
export type ReadingValue = z.infer<typeof readingValueSchema>;

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
});

/** Which of a case's three instants chooses the version of a rule. */
export const ruleInstants = ['conduct', 'notice', 'filing'] as const;

export const ruleSchema = z.strictObject({
  id: ruleIdSchema,
  title: bilingualSchema,
  /** Scenes it is about; empty means every scene of the case type. */
  scenes: z.array(slugSchema).default([]),
  instant: z.enum(ruleInstants).default('filing'),
  /** First and last day in force; null where the sources give none. */
  effective: z
    .strictObject({ from: legalDateSchema.nullable(), to: legalDateSchema.nullable() })
    .default({ from: null, to: null }),
  readings: z.array(readingSchema).min(1).max(10),
  /** The reading that acts; needed where there are several. */
  chosen: slugSchema.nullable().default(null),
  why: bilingualSchema.nullable().default(null),
  /** Rules this one only repeats. */
  restates: z.array(ruleIdSchema).default([]),
});

/** A rule as a pack writes it. */
export type PackRule = z.infer<typeof ruleSchema>;
/** A reading as a pack writes it. */
export type PackReading = z.infer<typeof readingSchema>;
/** This order, the buyer's account, or the buyer's conduct on the whole site: what has to be shown. */
export type Dimension = (typeof dimensions)[number];
/** A part of the key under which submissions are counted. */
export type AttemptKeyPart = (typeof keyParts)[number];
/** Something that happens to a case and can start a clock. */
export type CaseEvent = (typeof caseEvents)[number];
/** Official page, official text mirrored, official text translated, second-hand. */
export type SourceClass = (typeof sourceClasses)[number];
/** Which instant of the case chooses a rule's version. */
export type RuleInstant = (typeof ruleInstants)[number];

const position = z.strictObject({ rule: ruleIdSchema, reading: slugSchema.nullable().default(null) });

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
