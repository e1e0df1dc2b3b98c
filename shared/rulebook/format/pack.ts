import * as z from 'zod';
import { outcome, OUTCOMES } from '../../submissions/index.ts';
import { conditionSchema } from './condition.ts';
import { factSchema } from './fact.ts';
import { conflictSchema, ruleSchema, sourceClasses } from './rule.ts';
import { adviceSchema, sceneSchema } from './scene.ts';
import { bilingualSchema, regionSchema, ruleIdSchema, ruleIdsSchema, slugSchema } from './text.ts';
import { caseEvents, effectsSchema } from './value.ts';

/** Raised whenever a pack written for an older reader could be misread. */
export const formatVersion = 1;

export const sourceSchema = z.strictObject({
  id: slugSchema,
  title: bilingualSchema,
  /** Empty where no source gives one: an address is never made up. */
  address: z.string().min(1).nullable(),
  class: z.enum(sourceClasses),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  language: z.enum(['zh', 'en']),
  /** What a reader should know about it. */
  note: bilingualSchema.nullable().default(null),
});

/** Where a reading comes from. */
export type PackSource = z.infer<typeof sourceSchema>;

/**
 * What can turn up in a back office: orders the platform warns of · violations and notices · results of what was filed.
 */
export const lookUpKinds = ['alerts', 'violations', 'results'] as const;

/** What can turn up in a back office. */
export type LookUpKind = (typeof lookUpKinds)[number];

export const platformSchema = z.strictObject({
  format: z.literal(formatVersion),
  id: slugSchema,
  /** `marketplace` and `payment`: a store can be there · `law` and `general`: only rules, for everybody. */
  kind: z.enum(['marketplace', 'payment', 'general', 'law']).default('marketplace'),
  name: bilingualSchema,
  /** Where it stands in lists: the lowest first. */
  place: z.int().min(1).max(1000).default(500),
  /** The countries or sites on which its rules differ; empty where they do not. */
  regions: z
    .array(
      z.strictObject({
        id: regionSchema,
        name: bilingualSchema,
        /** Its own days and working days, where they are not the platform's. */
        zone: z.string().min(1).nullable().default(null),
        calendar: z.string().min(1).nullable().default(null),
      }),
    )
    .default([]),
  /**
   * Whose law its sellers and buyers live under, e.g. "CN". A law pack's advice, routes and clocks are added to every
   * case of a platform that shares one with it.
   */
  jurisdictions: z.array(regionSchema).max(10).default([]),
  /**
   * Of a law: whether it protects sellers by where they are established, whatever the marketplace. It is then added to every
   * one whose sellers do not all live under one law, and asks each where it is established.
   */
  bySeller: z.boolean().default(false),
  /** The pack's own version, e.g. "2026.11.1". */
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/),
  /** IANA zone in which the platform's days begin and end. */
  zone: z.string().min(1),
  /** Why no source names that zone, and what it is taken from; null where one does. The same goes for the regions' own. */
  zoneAssumed: bilingualSchema.nullable().default(null),
  /** Zones in which its exports write times; the user is asked which. */
  exportZones: z.array(z.string().min(1)).min(1),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The working-day calendar its working days are counted by. */
  calendar: z.string().min(1),
  /** Null where there are no orders: a law. */
  orderNumber: z
    .strictObject({ pattern: z.string().min(1).max(200), says: bilingualSchema })
    .nullable()
    .default(null),
  readiness: z.strictObject({
    level: z.enum(['official', 'partial', 'second-hand', 'unverified']),
    says: bilingualSchema,
  }),
  sources: z.array(sourceSchema).min(1),
  /**
   * What a seller has to look for in the back office again and again, because nothing here reads it. Violations and results
   * are on every platform; one that is named here says where.
   */
  lookUps: z
    .array(z.strictObject({ kind: z.enum(lookUpKinds), says: bilingualSchema, rules: ruleIdsSchema.min(1) }))
    .max(lookUpKinds.length)
    .default([]),
  conflicts: z.array(conflictSchema).default([]),
});

/** `platform.yaml`. */
export type PackPlatform = z.infer<typeof platformSchema>;

/** Events whose day stands in the list of orders. */
export const orderEvents = ['paid', 'shipped', 'delivered', 'order-completed'] as const;

const captureSchema = z.strictObject({
  /** The act that saves what vanishes. */
  does: bilingualSchema,
  whereFound: bilingualSchema,
  /**
   * The voucher of each order that it becomes: the clock then counts for each order of the case, from the days in the list
   * of orders, and nobody records such a day. Null where it is saved once for the case.
   */
  requirement: slugSchema.nullable().default(null),
});

/**
 * Whom a clock of somebody else's waits for: the platform's `answer` to what was filed, which may be asked for once it is late ·
 * something else that the `platform` does · `others`: a buyer, a bank, or time itself.
 */
export const awaited = ['answer', 'platform', 'others'] as const;
export type Awaited = (typeof awaited)[number];

/** What of a case's own record may end a clock: its filings, and what came of them. */
export const clockEndings = ['submitted', 'resubmitted', ...OUTCOMES] as const;
export type ClockEnding = (typeof clockEndings)[number];

/** What to save before a clock that tells of vanishing ends. */
export type PackCapture = z.infer<typeof captureSchema>;

const clockSchema = z.strictObject({
  id: slugSchema,
  title: bilingualSchema,
  owner: z.enum(['mine', 'theirs', 'vanishing']),
  /** Of `theirs`, and only of those. */
  awaits: z.enum(awaited).nullable().default(null),
  /** The events that start it. */
  startsOn: z.array(z.enum(caseEvents)).min(1),
  /**
   * Events its rules count from that its own stand for: the same moment by another name, or a later one that nobody records,
   * so that counting from its own is early and never late.
   */
  standsFor: z.array(z.enum(caseEvents)).default([]),
  /** Scenes; empty means all. */
  scenes: z.array(slugSchema).default([]),
  /** Rules whose readings are its durations; one without a number is shown, not computed. */
  rules: ruleIdsSchema.default([]),
  /** Rules that its words tell of and that count nothing here. */
  mentions: ruleIdsSchema.default([]),
  conflict: ruleIdSchema.nullable().default(null),
  says: bilingualSchema,
  /**
   * Whether it counts down to a chance after a decision, so that it is over once none is left or the next one is used. What
   * counts from the notice always does.
   */
  usesChance: z.boolean().default(false),
  /**
   * What of the case's own ends it: a filing (`submitted`), one after a return (`resubmitted`), what came of it. Null: any of
   * these, but nothing ends what vanishes. Empty: only somebody's hand, as of what is done on the platform after a decision.
   */
  endsOn: z.array(z.enum(clockEndings)).nullable().default(null),
  /**
   * Whether what it counts is a step of those regions only that its rules name. Elsewhere a clock of the seller's own goes on
   * without their number: the page may count it down.
   */
  onlyWhereRuled: z.boolean().default(false),
  /** Only of what vanishes; null where nothing has to be saved. */
  capture: captureSchema.nullable().default(null),
});

const outcomeSchema = z.strictObject({
  id: slugSchema,
  decisions: z.array(outcome).min(1),
  scenes: z.array(slugSchema).default([]),
  /**
   * `promised`: the rule says it will happen · `not-promised`: the rule says it will not · `possible`: depends ·
   * `advice`: nothing to wait for; what the seller can still do.
   */
  promise: z.enum(['promised', 'not-promised', 'possible', 'advice']),
  text: bilingualSchema,
  /** What it changes, and what it does not. */
  changes: effectsSchema.default([]),
  /** Rules whose acting readings list more of what it changes. */
  changesBy: ruleIdsSchema.default([]),
  /** Whether it is so, by the rules; null: always. */
  when: conditionSchema.nullable().default(null),
  rules: ruleIdsSchema.min(1),
  /** The clock of this case type that says by when. */
  clock: slugSchema.nullable().default(null),
});

const routeSchema = z.strictObject({
  id: slugSchema,
  /** Who acts: the platform's support, the seller's own appeal, an agency, a lawyer, peers, a public body. */
  by: z.enum(['support', 'own-appeal', 'agency', 'lawyer', 'peers', 'authority']),
  title: bilingualSchema,
  /** When it is worth it; null: always. */
  when: conditionSchema.nullable().default(null),
  /** Whether it hands the matter in once more, so that it is no way any longer once the chance is gone. */
  usesChance: z.boolean().default(false),
  /** What it takes: time, money, what it may spoil. */
  costs: bilingualSchema,
  caution: bilingualSchema.nullable().default(null),
  /** What to say, ready to paste; `{orders}`, `{rule}`, `{until}` and `{new}` are filled in. */
  script: bilingualSchema.nullable().default(null),
  rules: ruleIdsSchema.min(1),
});

/** A way to go on with a matter, as a pack writes it. */
export type PackRoute = z.infer<typeof routeSchema>;

export const caseTypeSchema = z.strictObject({
  format: z.literal(formatVersion),
  platform: slugSchema,
  caseType: slugSchema,
  title: bilingualSchema,
  /** Where it stands among its platform's: the lowest first. */
  place: z.int().min(1).max(1000).default(500),
  /**
   * Where the form is, in the platform's words, from the chosen reading of this rule; `unknown` where no source gives it.
   * Null only where there is no form, as in a law.
   */
  entry: z
    .union([
      z.literal('unknown'),
      z.strictObject({
        path: ruleIdSchema,
        button: ruleIdSchema.nullable().default(null),
        /** Other ways to the same form: on a phone, or as another source writes it. */
        also: ruleIdsSchema.default([]),
        /** What to do when the entry is not there. */
        ifMissing: bilingualSchema,
      }),
    ])
    .nullable()
    .default(null),
  attempts: z
    .strictObject({
      /** Rules with an attempts value, the acting one first; a stricter one warns. */
      acts: ruleIdSchema,
      warns: ruleIdsSchema.default([]),
      conflict: ruleIdSchema.nullable().default(null),
      /** The question whose answer is the how-manieth offence this is, where a rule counts by it. */
      offenceFact: slugSchema.nullable().default(null),
      /** Where in the back office an earlier submission can be looked up. */
      lookUp: z.strictObject({ rules: ruleIdsSchema.min(1), says: bilingualSchema }),
      /** What is left when the attempt is gone. */
      afterwards: z.strictObject({ rules: ruleIdsSchema.min(1), says: bilingualSchema }),
    })
    .nullable()
    .default(null),
  facts: z.array(factSchema).default([]),
  scenes: z.array(sceneSchema).default([]),
  /** Worth knowing in every scene. */
  advice: z.array(adviceSchema).default([]),
  clocks: z.array(clockSchema).default([]),
  outcomes: z.array(outcomeSchema).default([]),
  /** Rules that say what a violation costs, the acting one first. */
  penalties: ruleIdsSchema.default([]),
  /** The question whose answer is how many points the shop has, where a penalty goes by them. */
  pointsFact: slugSchema.nullable().default(null),
  /** Rules that say what a voucher that is not genuine costs. */
  falseEvidence: ruleIdsSchema.default([]),
  /** Ways to go on, the first to take first. */
  routes: z.array(routeSchema).max(12).default([]),
  /** The platform's own words for a result. */
  resultWords: z
    .array(
      z.strictObject({
        decision: outcome,
        words: z.array(z.string().min(1)).min(1),
        rules: ruleIdsSchema.min(1),
      }),
    )
    .default([]),
  rules: z.array(ruleSchema).default([]),
});

/** A case-type file. */
export type PackCaseType = z.infer<typeof caseTypeSchema>;

/** All packs, checked: what the build writes and the core loads. */
export const rulebookSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  platforms: z.array(platformSchema.extend({ caseTypes: z.array(caseTypeSchema) })).min(1),
});

/** The compiled form. */
export type RulebookData = z.infer<typeof rulebookSchema>;
