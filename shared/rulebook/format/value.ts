import * as z from 'zod';
import { bilingualSchema, slugSchema } from './text.ts';

export const dimensions = ['order', 'account', 'site-conduct'] as const;
/** What has a number of its own on the platform, beside the order's. */
const numberedParts = ['dispute', 'item', 'violation'] as const;
export const keyParts = ['order', 'scene', ...numberedParts] as const;

/** Everything that can happen to a case and start a clock. */
export const caseEvents = [
  'submitted',
  'returned',
  'upheld',
  'partly-upheld',
  'rejected',
  'withdrawn',
  'lapsed',
  'notice-issued',
  'penalty-started',
  'appeal-available',
  'paid',
  'shipped',
  'delivered',
  'order-completed',
  'refund-requested',
  'refund-issued',
  'return-agreed',
  'return-received',
  'last-scan',
  'dispute-opened',
  'dispute-escalated',
  'evidence-requested',
  'dispute-decided',
  'dispute-closed',
  'buyer-appeal-ended',
  'claim-granted',
  'payout-made',
  'chargeback-opened',
  'review-left',
  'settlement-paid',
  'offer-made',
  'case-suspended',
] as const;

/** Fields of the order that an exhibit must agree with. */
export const matchFields = [
  'order-number',
  'buyer-account',
  'order-time',
  'amount',
  'recipient',
  'address',
  'tracking-number',
  'product',
  'recipient-phone',
  'sender',
] as const;

/** What must be legible in an exhibit: fields of the order, and what no order holds. */
export const legibleFields = [...matchFields, 'signature', 'carrier', 'stamp'] as const;

/** What a decision, or what comes without one, changes. */
export const effectSubjects = [
  'service-metrics',
  'no-sale-rate',
  'experience-metrics',
  'metrics',
  'defects',
  'open-cases',
  'order',
  'shipment',
  'reviews',
  'bad-reviews',
  'feedback',
  'sales',
  'order-data',
  'buyer-account',
  'buyer-complaint',
  'violation',
  'points',
  'listing',
  'penalty',
  'liability',
  'refund',
  'freight',
] as const;

/** How it is changed, or that it is not. */
export const effectChanges = [
  'excluded',
  'counted',
  'removed',
  'kept',
  'hidden',
  'closed',
  'not-needed',
  'restored',
  'not-restored',
  'rejected',
  'warned',
  'limited',
  'frozen',
  'suspended',
  'cancelled',
  'confirmed',
  'to-buyer',
  'to-seller',
  'on-seller',
] as const;

/** What a penalty does. */
export const consequenceKinds = [
  'warning',
  'points',
  'correction-only',
  'demotion',
  'hidden-in-search',
  'listing-removed',
  'all-listings-removed',
  'sales-deleted',
  'no-campaigns',
  'no-new-listings',
  'benefits-withdrawn',
  'orders-limited',
  'money-held',
  'account-frozen',
  'account-suspended',
  'account-terminated',
  /** A freeze of which the source does not say what is frozen. */
  'freeze',
  'fine',
  'forfeiture',
  'claw-back',
  'closure',
  'licence-revoked',
  'legal-action',
  'appeals-limited',
  'appeals-closed',
  /** Returns are granted without the seller being asked. */
  'returns-approved',
  /** The penalty of the violation itself, made heavier. */
  'heavier-penalty',
  /** What the notice names; the source says only when it begins or ends. */
  'as-noticed',
] as const;

/** What a notice itself can say that it does: not what only a rule can say of a notice. */
export const noticedKinds = consequenceKinds.filter(
  (kind) => kind !== 'as-noticed' && kind !== 'heavier-penalty',
);

/** When a penalty begins. */
const penaltyStarts = ['notice-issued', 'next-monday'] as const;

/** What ends a penalty; `nothing` where the source says that it is for good. */
const penaltyEndings = ['upheld', 'nothing'] as const;

const spanUnits = ['h', 'cd', 'wd', 'month', 'bd', 'window-h'] as const;
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const figure = z.int().min(1).nullable().default(null);

/** The most that a matter can be submitted: more is a slip. */
export const MOST_ATTEMPTS = 1000;

/** The most of any unit that a span can have: longer ones are slips, and would be counted day by day. */
export const LONGEST_SPAN = 10_000;
const span = z.int().min(0).max(LONGEST_SPAN).nullable();

/** ISO 4217. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

const money = z.strictObject({
  /** Integer minor units. */
  minor: z.int().min(0),
  currency: currencySchema,
});

/** Integer minor units, between two ends; null: no end on that side. */
const sum = z.strictObject({
  min: z.int().min(0).nullable(),
  max: z.int().min(0).nullable(),
  currency: currencySchema,
});

/** What an act of the platform or the law costs. Null is unknown: the source does not say. */
const consequenceSchema = z.strictObject({
  kind: z.enum(consequenceKinds),
  points: figure,
  /** Whether the points are the most it can cost. */
  atMost: z.boolean().default(false),
  /** How often it is counted; null: once for the violation. */
  per: z.enum(['month']).nullable().default(null),
  from: z.enum(penaltyStarts).nullable().default(null),
  /** How long it lasts, or how long its points count; `rolling`: anew from each further violation. */
  lasts: z
    .strictObject({
      number: z.int().min(1),
      unit: z.enum(['cd', 'month']),
      rolling: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  endsBy: z.array(z.enum(penaltyEndings)).default([]),
  /** What is fined, forfeited or held, in integer minor units; the ends are equal where it is one sum. */
  money: sum.nullable().default(null),
  says: bilingualSchema.nullable().default(null),
});

/** One thing that is changed, or that is not. */
const effectSchema = z.strictObject({ what: z.enum(effectSubjects), change: z.enum(effectChanges) });

/** What is changed, each thing named. */
export const effectsSchema = z.array(effectSchema).max(12);

const tierSchema = z.strictObject({
  id: slugSchema,
  title: bilingualSchema,
  /** From the how-manieth violation on, and up to which; null: any. */
  occurrence: z
    .strictObject({ from: z.int().min(1), to: z.int().min(1).nullable() })
    .nullable()
    .default(null),
  /** How many orders it takes, and below how many; null: any. */
  orders: z
    .strictObject({ from: z.int().min(0), below: z.int().min(1).nullable() })
    .nullable()
    .default(null),
  /** How many points the shop has by then, and below how many; null: any. */
  points: z
    .strictObject({ from: z.int().min(1), below: z.int().min(2).nullable() })
    .nullable()
    .default(null),
  /** The scenes that are about such a violation, none where the pack has no such scene; null: any. */
  scenes: z.array(slugSchema).nullable().default(null),
  consequences: z.array(consequenceSchema).min(1),
});

const burdenStepSchema = z.strictObject({
  /** Who has to show something. */
  party: z.enum(['seller', 'buyer', 'platform']),
  shows: bilingualSchema,
  /** Requirements of the scene that serve for it. */
  evidence: z.array(slugSchema).default([]),
  /** What happens if it is not shown. */
  otherwise: bilingualSchema,
});

/** The typed value of one reading: what the program acts on. */
export const readingValueSchema = z.discriminatedUnion('kind', [
  /** Nothing a program can act on but words. */
  z.strictObject({ kind: z.literal('statement') }),
  /** The sources give no value. Shown as "not published", never as "no limit". */
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('flag'), is: z.boolean() }),
  z.strictObject({ kind: z.literal('count'), number: z.int() }),
  z.strictObject({ kind: z.literal('percent'), number: z.int().min(0).max(100) }),
  z.strictObject({ kind: z.literal('money'), ...money.shape }),
  /** An amount that lies between two ends, e.g. what a law fines others; null: no end on that side. */
  z.strictObject({ kind: z.literal('sum'), ...sum.shape }),
  z.strictObject({ kind: z.literal('numbers'), of: z.array(z.int()).min(1) }),
  z.strictObject({ kind: z.literal('words'), of: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ kind: z.literal('choices'), of: z.array(slugSchema).min(1) }),
  z.strictObject({ kind: z.literal('dimension'), dimension: z.enum(dimensions) }),
  z.strictObject({ kind: z.literal('path'), words: z.array(z.string().min(1)).min(1) }),
  z.strictObject({
    kind: z.literal('attempts'),
    key: z.array(z.enum(keyParts)).min(1),
    /** 0: no submission at all is possible. */
    max: z.int().min(0).max(MOST_ATTEMPTS),
    /** How often material may be added to a submission; null: not published. */
    supplements: z.int().min(0).nullable().default(null),
    /** Whether a submission that came back may be sent again without a new chance. */
    resubmitIfReturned: z.boolean().nullable().default(null),
    /** Where the how-manieth offence decides: its own maximum, the first one not named keeping `max`. */
    byOffence: z.array(z.strictObject({ offence: z.int().min(1), max: z.int().min(0) })).default([]),
  }),
  z.strictObject({
    kind: z.literal('duration'),
    /** Null where the rule gives only an upper end. */
    min: span,
    /** Null where the rule names the span without a number. */
    max: span,
    unit: z.enum(spanUnits),
    /** Null where nothing is counted and the span is only compared with: its start, if the source names one, is in words. */
    from: z.enum(caseEvents).nullable(),
    /** False where the source does not say from when it counts, and `from`, if any, is our reading of it. */
    startStated: z.boolean().default(true),
    /** The span starts at the latest of `from` and these. */
    laterOf: z.array(z.enum(caseEvents)).default([]),
    startDayCounts: z.boolean().default(false),
    /** Whether days off count; null where the source is silent. */
    holidaysCount: z.boolean().nullable().default(null),
    pauseDuringReview: z.boolean().default(false),
    /** Whether a last day that nobody works on moves to the next one that somebody does, as the civil code has it. */
    movesOffHolidays: z.boolean().default(false),
    /** For `window-h`: hours count only inside it, in the platform's zone. */
    window: z
      .strictObject({ opens: clockTime, closes: clockTime, days: z.enum(['every', 'working']) })
      .nullable()
      .default(null),
    /** The platform's page shows the end itself, and that end wins. */
    onPage: z.boolean().default(false),
    /** A word of the source that softens the number, e.g. "usually". */
    qualifier: bilingualSchema.nullable().default(null),
  }),
  /** What is asked to be shown: requirements of the scenes, by id. */
  z.strictObject({ kind: z.literal('evidence'), of: z.array(slugSchema).min(1) }),
  /** What must be legible in an exhibit and agree with the order, and what must only be legible. */
  z.strictObject({
    kind: z.literal('fields'),
    matches: z.array(z.enum(matchFields)).default([]),
    legible: z.array(z.enum(legibleFields)).default([]),
  }),
  /** Headings that a text must answer to. */
  z.strictObject({ kind: z.literal('sections'), of: z.array(bilingualSchema).min(1).max(12) }),
  /** What a form takes. Null is unknown, never "no limit". */
  z.strictObject({
    kind: z.literal('limits'),
    characters: figure,
    charactersInAll: figure,
    files: figure,
    bytesEach: figure,
    bytesTotal: figure,
    pagesEach: figure,
    pages: figure,
    pixelsPerInch: figure,
    megapixels: figure,
    /** Media types, e.g. `image/png`. */
    fileTypes: z
      .array(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/))
      .min(1)
      .nullable()
      .default(null),
  }),
  z.strictObject({ kind: z.literal('burden'), steps: z.array(burdenStepSchema).min(1).max(8) }),
  z.strictObject({ kind: z.literal('penalty'), tiers: z.array(tierSchema).min(1).max(12) }),
  /** What a decision changes: metrics, reviews, orders, what happens to the buyer. */
  z.strictObject({ kind: z.literal('effects'), of: effectsSchema.min(1) }),
]);

/** The typed value of a reading. */
export type ReadingValue = z.infer<typeof readingValueSchema>;
/** A value of one kind. */
export type ValueOf<Kind extends ReadingValue['kind']> = Extract<ReadingValue, { readonly kind: Kind }>;
/** This order, the buyer's account, or the buyer's conduct on the whole site: what has to be shown. */
export type Dimension = (typeof dimensions)[number];
/** A part of the key under which submissions are counted. */
export type AttemptKeyPart = (typeof keyParts)[number];
/** A part of such a key that is told by a number of its own, beside the order's. */
export type NumberedPart = (typeof numberedParts)[number];

/** Whether a chance is told by such a number. */
export function isNumbered(part: AttemptKeyPart): part is NumberedPart {
  return numberedParts.some((each) => each === part);
}

/** Something that happens to a case and can start a clock. */
export type CaseEvent = (typeof caseEvents)[number];
/** A field of the order that an exhibit must agree with. */
export type MatchField = (typeof matchFields)[number];
/** Something that must be legible in an exhibit. */
export type LegibleField = (typeof legibleFields)[number];
/** One thing that a decision changes, or does not. */
export type Effect = z.infer<typeof effectSchema>;
/** What a violation, or a false voucher, costs. */
export type Consequence = z.infer<typeof consequenceSchema>;
/** One step of who has to show what. */
export type BurdenStep = z.infer<typeof burdenStepSchema>;
/** One step of a ladder of penalties. */
export type PenaltyTier = z.infer<typeof tierSchema>;
