import * as z from 'zod';
import {
  computed,
  done,
  fileReference,
  id,
  instant,
  legalDate,
  nothing,
  orderNumber,
  requiredLine,
} from '../kernel/fields.ts';
import {
  caseEvents,
  readingValueSchema,
  type Bilingual,
  type Requirement,
  type Assessment,
  type BurdenLadder,
  type Conflict,
  type PackProblem,
  type PenaltyLadder,
  type PriceLadder,
  type FormField,
  type ListEntry,
  type PlatformInfo,
  type Route,
  type ReadingValue,
  type Rule,
  type RulebookChanges,
  type RuleUse,
  type Scenario,
  type SceneRanking,
} from '../rulebook/index.ts';
import { outcome } from '../submissions/index.ts';
import { act, change, query } from './builder.ts';

/** What is known of a matter before there is a case of it, and what pins it to versions of rules. */
const known = {
  /** Answers by question; one of another type counts as not known. */
  answers: z.record(z.string().max(60), z.union([z.boolean(), z.number(), z.string().max(1000)])).default({}),
  conduct: legalDate.optional(),
  notice: legalDate.optional(),
  /** The day of filing in the platform's zone; by default today. */
  filing: legalDate.optional(),
  /** The shop's country or site; left out, every region's rules count. */
  region: z.string().max(4).optional(),
  fulfilment: z.enum(['seller', 'platform']).optional(),
};

const situationInput = z.strictObject({
  scenarioId: z.string().max(120),
  ...known,
  events: z
    .array(z.strictObject({ event: z.enum(caseEvents), at: instant }))
    .max(50)
    .default([]),
  decision: outcome.nullable().default(null),
  orderNumber: orderNumber.default('0'),
  /** What was submitted before for that order. */
  earlier: z
    .array(
      z.strictObject({
        scenarioId: z.string().max(120).nullable(),
        state: z.enum(['held', 'spent', 'lapsed', 'unknown']),
      }),
    )
    .max(50)
    .default([]),
  /** The how-manieth violation it is, and how many orders it is about once those documented as genuine are off. */
  occurrence: z.int().min(1).nullable().default(null),
  orders: z.int().min(0).nullable().default(null),
});

/** A situation as it is asked about, with what was left out filled in. */
export type SituationInput = z.infer<typeof situationInput>;

/** What a back office showed of a rule: a value of its own, or that a reading of the pack stands there. */
const ownReading = z.strictObject({
  id,
  ruleId: z.string(),
  /** The pack's reading that was seen there; null where it showed something else. */
  confirms: z.string().nullable(),
  value: computed<ReadingValue>().nullable(),
  words: z.string(),
  seenOn: legalDate,
  /** The site whose back office showed it; null: every site. */
  region: z.string().nullable(),
  itemId: id.nullable(),
  createdAt: instant,
  /** What of it the rules of today do not have any more; null: they have it. */
  gone: z.enum(['rule', 'reading']).nullable(),
});
/** What a back office showed of a rule, with the screenshot that shows it. */
export type OwnReadingRecord = z.infer<typeof ownReading>;

const packUpdate = z.strictObject({
  platform: z.string(),
  version: z.string(),
  signer: z.string(),
  /** The signer's key as people compare it, in groups of four. */
  fingerprint: z.string(),
  installedAt: instant,
  /** False once the program brings a newer pack itself. */
  inForce: z.boolean(),
});
/** A signed pack in the place of the one the program brought. */
export type PackUpdateRecord = z.infer<typeof packUpdate>;

/** What the rulebook says of a scene, before anything of a matter is known or for one case. */
export const sceneRules = z.strictObject({
  scenario: computed<Scenario>(),
  requirements: z.array(computed<Requirement>()),
  formFields: z.array(computed<FormField>()),
  burden: z.array(computed<BurdenLadder>()),
  penalties: z.array(computed<PenaltyLadder>()),
  /** What a voucher that is not genuine costs. */
  falseEvidence: z.array(computed<PriceLadder>()),
  routes: z.array(computed<Route>()),
  /** The events that start a clock of it. */
  events: z.array(z.enum(caseEvents)),
  /** Whether a rule about its chances or penalties goes by the how-manieth offence it is. */
  countsOffences: z.boolean(),
});

export const rulebook = {
  /** The platforms with a pack, each with its readiness and its scenarios. */
  platforms: query()
    .input(nothing)
    .output(
      z.array(
        z.strictObject({ platform: computed<PlatformInfo>(), scenarios: z.array(computed<Scenario>()) }),
      ),
    ),
  scenario: query('NOT_FOUND')
    .input(z.strictObject({ scenarioId: z.string().max(120), on: legalDate.optional() }))
    .output(sceneRules),
  /**
   * Rules by platform, case type, scene or words. With `on`, those that said something on that day, each with the reading
   * that acted then as its chosen one.
   */
  rules: query()
    .input(
      z.strictObject({
        platform: z.string().max(40).optional(),
        /** The case type's id within the platform. */
        caseType: z.string().max(60).optional(),
        scenarioId: z.string().max(120).optional(),
        text: z.string().max(200).optional(),
        on: legalDate.optional(),
      }),
    )
    .output(z.array(computed<Rule>())),
  rule: query('NOT_FOUND')
    .input(z.strictObject({ ruleId: z.string().max(40) }))
    .output(computed<Rule>()),
  /** Every place that rests on a rule: what changes with it, and what only quotes it. */
  uses: query('NOT_FOUND')
    .input(z.strictObject({ ruleId: z.string().max(40) }))
    .output(z.array(computed<RuleUse>())),
  /** What the rule's list may hold so that it decides something; nothing where it holds none of answers, scenes or vouchers. */
  listEntries: query('NOT_FOUND')
    .input(z.strictObject({ ruleId: z.string().max(40) }))
    .output(z.array(computed<ListEntry>())),
  conflicts: query()
    .input(z.strictObject({ platform: z.string().max(40).optional() }))
    .output(z.array(computed<Conflict>())),
  /**
   * What the rulebook says of a situation, with or without a case: the check, what is asked, the chances, the clocks that
   * events started, what a decision brings, what a violation costs, and ways to go on. Writes nothing.
   */
  assess: query('NOT_FOUND').input(situationInput).output(computed<Assessment>()),
  /**
   * Scenes of one case type by the strength of their proof, the questions that tell them apart, and what the same order
   * in a second scene would risk. Scenes of several case types are BAD_REQUEST `several-case-types`. Writes nothing.
   */
  rankScenes: query('NOT_FOUND')
    .input(
      z.strictObject({
        scenarioIds: z.array(z.string().max(120)).min(1).max(40),
        ...known,
        /** How many orders it is about, so that nobody is asked; null while they are not chosen. */
        orderCount: z.int().min(1).max(2000).nullable().default(null),
      }),
    )
    .output(computed<SceneRanking>()),
  /**
   * The corrector's door: checks the packs on this computer and names line and column of every problem. A platform's folder or
   * one file will do as the path; the packs beside it are checked with it.
   */
  check: query('INVALID_FILE')
    .input(z.strictObject({ path: z.string().min(1).max(4096) }))
    .output(z.strictObject({ ok: z.boolean(), problems: z.array(computed<PackProblem>()) })),
  ownReadings: query().input(nothing).output(z.array(ownReading)),
  /**
   * Writes down what the back office shows of a rule. It stands beside the pack's readings and acts nowhere by itself; one
   * that confirms moves the day the pack's reading was last seen. Exactly one of `confirms` and `value` is given. On a platform
   * of several sites `region` is the one whose back office it was; null, every site, has to be said: left out, it is
   * BAD_REQUEST `site-not-said`.
   */
  addReading: change('NOT_FOUND')
    .input(
      z
        .strictObject({
          ruleId: z.string().max(40),
          confirms: z.string().max(60).nullable().default(null),
          value: readingValueSchema.nullable().default(null),
          words: z.string().max(2000).default(''),
          seenOn: legalDate,
          region: z.string().max(4).nullable().optional(),
          itemId: id.nullable().default(null),
        })
        .refine(({ confirms, value }) => (confirms === null) !== (value === null), 'one of the two'),
    )
    .output(ownReading),
  removeReading: change('NOT_FOUND')
    .input(z.strictObject({ readingId: id }))
    .output(done),
  /**
   * Everything seen in back offices as a text for whoever keeps the packs, with the screenshots by name and hash. What speaks of a
   * rule or a reading that is gone is named as such.
   */
  corrections: query()
    .input(nothing)
    .output(z.strictObject({ text: z.string() })),
  updates: query().input(nothing).output(z.array(packUpdate)),
  /**
   * Shows what a signed pack would change and who signed it; nothing is changed. A signature that does not hold, a pack
   * that is not sound and one that is not newer are refused whole.
   */
  readUpdate: act('INVALID_FILE', 'NOT_FOUND')
    .input(z.strictObject({ file: fileReference }))
    .output(
      z.strictObject({
        sha256: z.string(),
        platform: z.string(),
        name: computed<Bilingual>(),
        version: z.string(),
        current: z.string(),
        signer: z.string(),
        fingerprint: z.string(),
        /** Whether a pack of the same key is in use already. */
        known: z.boolean(),
        changes: computed<RulebookChanges>(),
      }),
    ),
  /** Puts a signed pack in the place of the current one. @param sha256 of the file as it was shown */
  installUpdate: change('INVALID_FILE', 'FILE_CHANGED', 'NOT_FOUND')
    .input(z.strictObject({ file: fileReference, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(packUpdate),
  /** Goes back to the pack the program brought. */
  removeUpdate: change('NOT_FOUND')
    .input(z.strictObject({ platform: z.string().max(40) }))
    .output(done),
  /**
   * The corrector's pen: signs one platform's pack of a folder into an update file, which must not be there yet.
   * @param key path of an Ed25519 private key in PEM
   */
  sign: act('INVALID_FILE', 'NOT_FOUND')
    .input(
      z.strictObject({
        packs: z.string().min(1).max(4096),
        platform: z.string().max(40),
        key: z.string().min(1).max(4096),
        signer: requiredLine,
        to: z.string().min(1).max(4096),
      }),
    )
    .output(z.strictObject({ sha256: z.string(), version: z.string() })),
};
