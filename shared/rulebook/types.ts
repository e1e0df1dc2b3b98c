import type { ClockOwner, Duration, WorkCalendar } from '../deadlines/index.ts';
import type { LegalDate } from '../kernel/index.ts';
import type {
  AttemptKeyPart,
  NumberedPart,
  Awaited,
  Bilingual,
  BurdenStep,
  CaseEvent,
  ClockEnding,
  Dimension,
  FactDefinition,
  FactValue,
  orderEvents,
  PackCapture,
  PackField,
  Effect,
  LegibleField,
  MatchField,
  PackPlatform,
  PackRoute,
  PackSource,
  PenaltyTier,
  ReadingValue,
  PackRequirement,
  RuleInstant,
  RulebookData,
} from './format/index.ts';

/** A rulebook loaded and indexed. Immutable. Get one from `loadRulebook` or `compilePacks`. */
export interface Rulebook {
  readonly data: RulebookData;
  readonly rules: ReadonlyMap<string, Rule>;
  /** As the packs write them, with the blanks of their texts: to be read by `findScenario` or `scenarioFor`, which fill them. */
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly conflicts: readonly Conflict[];
  /** What its working days are counted by. */
  readonly calendars: readonly WorkCalendar[];
}

/** A reading with its source beside it. */
export interface Reading {
  readonly id: string;
  readonly ruleId: string;
  readonly value: ReadingValue;
  /** The source's own words, or null where only a paraphrase (the rule's title) is at hand. */
  readonly quote: { readonly text: string; readonly language: 'zh' | 'en' } | null;
  readonly source: PackSource;
  readonly locator: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the source shows none. */
  readonly date: string | null;
  readonly confidence: 'H' | 'M' | 'L';
  readonly lastVerified: LegalDate;
  /** First and last day of this version, both included; null where no source gives one. */
  readonly effective: Effective;
  /** Where it holds; empty: everywhere. */
  readonly regions: readonly string[];
  /** True where it rests on a second-hand source alone: "check it in your back office". */
  readonly secondHand: boolean;
}

/** First and last day in force, both included. */
export interface Effective {
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
}

/** A rule of the rulebook. */
export interface Rule {
  readonly id: string;
  readonly platformId: string;
  readonly caseTypeId: string;
  /** Scenario ids it is about. */
  readonly scenarios: readonly string[];
  readonly title: Bilingual;
  readonly instant: RuleInstant;
  readonly effective: Effective;
  /** Where it holds; empty: everywhere. */
  readonly regions: readonly string[];
  /** Who ships; empty: whoever does. */
  readonly fulfilment: readonly ('seller' | 'platform')[];
  readonly readings: readonly Reading[];
  /** The reading that acts where all hold; `actingReading` tells which one does for a case. */
  readonly chosen: Reading;
  readonly why: Bilingual | null;
  readonly restates: readonly string[];
  /** Ids of the conflicts it stands in. */
  readonly conflicts: readonly string[];
}

/** One side of sources that differ. */
export interface ConflictPosition extends Reading {
  /** What it says on the matter in dispute; null where its value tells. */
  readonly says: Bilingual | null;
}

/** Sources that differ. */
export interface Conflict {
  readonly id: string;
  readonly platformId: string;
  readonly title: Bilingual;
  /** Strictest first. */
  readonly positions: readonly ConflictPosition[];
  /** The rule whose reading acts for each use; null where the conflict does not bear on it. */
  readonly acts: {
    readonly verdict: string | null;
    readonly attempt: string | null;
    readonly clock: string | null;
  };
  readonly why: Bilingual;
}

/** What a pack tells the seller to do, and the rules it rests on. */
export interface Guidance {
  readonly says: Bilingual;
  readonly rules: readonly string[];
}

/** A scene of a platform's form, with everything the screens show of it. */
export interface Scenario {
  /** `platform.case-type.scene`. */
  readonly id: string;
  readonly platformId: string;
  readonly caseTypeId: string;
  /** What the case type is called, above its scenes. */
  readonly caseTypeTitle: Bilingual;
  readonly sceneId: string;
  readonly kind: 'report' | 'appeal' | 'dispute' | 'exemption';
  readonly title: Bilingual;
  /** The platform's own words for it. */
  readonly platformWords: readonly string[];
  readonly definition: Bilingual;
  readonly example: Bilingual;
  readonly counterExample: Bilingual;
  /** The rules definition and examples rest on. */
  readonly ruleIds: readonly string[];
  /** Null where no source says any. */
  readonly dimension: Dimension | null;
  /** The rule that lists the platform's scenes, where one does. */
  readonly listedBy: string | null;
  /** Whether it begins with a notice that names orders, each to be sorted by what can be shown for it. */
  readonly notice: 'none' | 'flagged-orders';
  /** The rules that say how many chances there are, the acting one first; empty where none does. */
  readonly chanceRules: readonly string[];
  /** Whether a message of the platform begins it, or the seller. */
  readonly begins: 'seller' | 'platform';
  /** False where the platform's message may be about the shop itself and name no order, e.g. a suspended account. */
  readonly needsOrders: boolean;
  /** What one chance covers: each order, or the matter as a whole (a violation, a dispute); null where no limit is known. */
  readonly chancePer: 'order' | 'matter' | null;
  /** What has a number of its own on the platform that tells one chance from another, beside the order's; null: nothing has. */
  readonly chanceNumber: NumberedPart | null;
  /** Whether the chance is counted in each scene by itself. */
  readonly chanceInScene: boolean;
  /** Where to look while nobody is sure of a chance, and what remains once it is gone; null where no limit is on record. */
  readonly chanceAdvice: { readonly lookUp: Guidance; readonly afterwards: Guidance } | null;
  /** Headings of the statement; empty means the common three. */
  readonly structure: readonly Bilingual[];
  /** Facts its checks and advice use, in the order the pack declares them. */
  readonly facts: readonly FactDefinition[];
  /** Ids of those that its checks look at; the others only choose advice and ways on. */
  readonly checkFacts: readonly string[];
  readonly entry: {
    readonly path: readonly string[];
    readonly button: string | null;
    /** Other ways to the same form. */
    readonly also: readonly (readonly string[])[];
    readonly ruleIds: readonly string[];
    /** The date the source shows for it; null where it shows none. */
    readonly date: string | null;
    readonly lastVerified: LegalDate;
    readonly ifMissing: Bilingual;
  } | null;
  readonly resultWords: readonly { readonly decision: string; readonly words: readonly string[] }[];
}

/** Answers about a case, by fact id; undefined or absent means not known. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/**
 * What pins a case to versions of rules: its three instants (a missing one falls back to `filing`; a `notice` that nobody
 * recorded is the day of the event that began the matter), the region of the shop and who ships (unknown: held to every
 * region's rules).
 */
export interface CasePins {
  readonly conduct?: LegalDate | undefined;
  readonly notice?: LegalDate | undefined;
  readonly filing: LegalDate;
  readonly region?: string | undefined;
  readonly fulfilment?: 'seller' | 'platform' | undefined;
  /** IANA zone of the store's back office: clocks count in it as well where the platform's own is only assumed. */
  readonly zone?: string | undefined;
}

/** 可以提交 / 证据偏弱 / 不建议提交 / 还缺信息. */
export type VerdictWord = 'eligible' | 'weak' | 'not-eligible' | 'fact-missing';

/** A rule as cited: its acting reading, and which instant of the case chose it. */
export interface RuleCitation {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly readingId: string;
  readonly value: ReadingValue;
  readonly quote: Reading['quote'];
  readonly source: PackSource;
  readonly date: string | null;
  readonly confidence: 'H' | 'M' | 'L';
  readonly lastVerified: LegalDate;
  readonly secondHand: boolean;
  readonly chosenByInstant: RuleInstant;
  readonly inForce: boolean;
  /** Conflicts it stands in; the readings are in `conflicts(rulebook)`. */
  readonly conflicts: readonly string[];
}

/** A citation in a verdict: what the rule did there, and how that came out. */
export interface VerdictRule extends RuleCitation {
  readonly effect: 'bar' | 'need' | 'strength' | 'dimension' | 'definition';
  readonly outcome: 'passed' | 'failed' | 'open';
}

/** A fact that would change a check, and the value it would need. */
export interface ChangeableFact {
  readonly factId: string;
  readonly question: Bilingual;
  readonly needs: FactValue | null;
  /** Whether this fact alone would do. */
  readonly alone: boolean;
}

/** A check with how it came out, the facts it looked at and the rules it rests on: one branch of the proof. */
export interface VerdictCheck {
  readonly checkId: string;
  readonly effect: 'bar' | 'need' | 'strength' | 'dimension';
  readonly outcome: 'passed' | 'failed' | 'open';
  /** What it says where it stands against filing. */
  readonly says: Bilingual;
  /** Value null: not known yet. */
  readonly facts: readonly { readonly fact: FactDefinition; readonly value: FactValue | null }[];
  /** Ids of those of its rules that are in force for the case; they are cited in the verdict. */
  readonly ruleIds: readonly string[];
}

/** A check that stands against filing (`failed`) or cannot be decided yet (`open`). */
export interface WhyNot {
  readonly checkId: string;
  readonly effect: 'bar' | 'need' | 'strength' | 'dimension';
  readonly outcome: 'failed' | 'open';
  readonly says: Bilingual;
  readonly remedy: Bilingual;
  readonly changedBy: readonly ChangeableFact[];
  readonly ruleIds: readonly string[];
}

/** Something worth knowing that changes no verdict. */
export interface AdviceGiven {
  readonly id: string;
  readonly rules: readonly string[];
  readonly conflict: string | null;
  /** The scene it points to, if it points to another one. */
  readonly scene: string | null;
  readonly says: Bilingual;
}

/** The pre-submission check's answer (提交前评估). */
export interface Verdict {
  readonly scenarioId: string;
  readonly word: VerdictWord;
  /** The next act in one line; `key` for icons and routes, `text` for the line. */
  readonly nextAct: {
    readonly key:
      'answer-question' | 'strengthen' | 'do-not-file' | 'chance-gone' | 'prepare-material' | 'look-up-rule';
    readonly text: Bilingual;
    readonly factId: string | null;
    readonly checkId: string | null;
  };
  /** Never empty. The deciding ones first. */
  readonly rules: readonly VerdictRule[];
  /** Every check that was made, the deciding ones first. */
  readonly checks: readonly VerdictCheck[];
  /** Those of them that did not pass. */
  readonly why: readonly WhyNot[];
  /** Facts still worth asking, the one that settles most first. Empty for `not-eligible`: it has been settled. */
  readonly questions: readonly FactDefinition[];
  /** Facts that settle no check, but decide whether an advice or a way on is for this case. */
  readonly further: readonly FactDefinition[];
  /** What has to be shown; null where no source names it. `told` is false where no answer could tell what is shown. */
  readonly dimension: {
    readonly needed: Dimension;
    readonly told: boolean;
    readonly proven: Dimension | null;
  } | null;
  readonly advice: readonly AdviceGiven[];
}

/** left, held by a draft, spent, lapsed, or nobody knows: 剩余 / 草稿占用 / 已用 / 已过期 / 不确定. */
export type AttemptState = 'left' | 'held' | 'spent' | 'lapsed' | 'unknown';

/** One submission slot as the ledger of a store knows it. */
export interface AttemptEntry {
  /** Null for what was filed of a matter, whichever orders that named. */
  readonly orderNumber: string | null;
  /** Null where it is not known in which scene the order was reported. */
  readonly scenarioId: string | null;
  readonly state: AttemptState;
  readonly caseId: string | null;
  readonly by: 'here' | 'elsewhere';
  /** The platform's number of the dispute, violation or item it was about; null or left out where nobody knows. */
  readonly matter?: string | null;
  /** Entries of one filing use one slot together; each is one of its own where this is left out. */
  readonly filing?: string;
}

/**
 * How an entry of the ledger is one of what is asked about: of the same `order`, of the same `matter` by its number, or
 * `perhaps`, where nobody knows the numbers that would tell.
 */
export type AttemptLink = 'order' | 'matter' | 'perhaps';

/** One key under which an order's submission is counted. */
export interface AttemptKey {
  readonly orderNumber: string;
  readonly ruleId: string;
  readonly readingId: string;
  /** Stable text, e.g. for a unique index. */
  readonly key: string;
  readonly max: number;
  /** The acting reading refuses; the others only warn. */
  readonly acts: boolean;
}

/** Whether a draft for this order in this scene may be begun or sent. */
export interface AttemptGuard {
  /** `warn`: go on only after reading why · `unknown`: blocked until looked up in the back office. */
  readonly allowed: 'yes' | 'warn' | 'refused' | 'unknown';
  readonly because: {
    /** What holds or spent the chance; null where the rule gives none at all. */
    readonly entry: AttemptEntry | null;
    /** How it is the chance that was asked about; null where there is no entry. */
    readonly link: AttemptLink | null;
    readonly ruleId: string;
    readonly readingId: string;
    readonly conflictId: string | null;
    /** What the rule counts by. */
    readonly countedBy: readonly AttemptKeyPart[];
  } | null;
  /** Slots left under the acting reading before this one is used; null where nobody knows. */
  readonly left: number | null;
}

/** One clock of a scenario, ready for `computeClock`, with what a screen says about it. */
export interface ClockSpec {
  readonly id: string;
  readonly title: Bilingual;
  readonly owner: ClockOwner;
  /** Whom it waits for; null for all but `theirs`. */
  readonly awaits: Awaited | null;
  readonly event: CaseEvent;
  /** Whether the countdown on the platform's page can be of this clock: one of the seller's own, never one of the law. */
  readonly onPage: boolean;
  /** Whether it is a span of the law, which runs for years beside the case and is no step of it. */
  readonly ofLaw: boolean;
  readonly says: Bilingual;
  readonly readings: readonly ClockSpecReading[];
  /** Rules that name the span without a number. */
  readonly unmeasured: readonly Reading[];
  readonly conflictId: string | null;
  /** What to save before it ends; null for all but what vanishes. */
  readonly capture: PackCapture | null;
  /** What of the case's own record ends it; empty: only somebody's hand. */
  readonly endsOn: readonly ClockEnding[];
}

/** A clock that each order of a case starts by a day in the list of orders. */
export interface OrderClock extends ClockSpec {
  readonly event: (typeof orderEvents)[number];
}

/** Something that can happen in a matter of a scenario, and the clocks it starts. */
export interface StartingEvent {
  readonly event: CaseEvent;
  readonly clocks: readonly ClockSpec[];
}

/** A reading of a clock: the span, and where it comes from. */
export interface ClockSpecReading {
  readonly ruleId: string;
  readonly readingId: string;
  readonly duration: Duration;
  readonly qualifier: Bilingual | null;
  readonly reading: Reading;
}

/** One thing a decision brings, or does not bring, by the rule's words. */
export interface FollowThroughItem {
  readonly id: string;
  readonly promise: 'promised' | 'not-promised' | 'possible' | 'advice';
  readonly text: Bilingual;
  /** What it changes, each thing named, as its rules say now. */
  readonly changes: readonly Effect[];
  readonly rules: readonly RuleCitation[];
  readonly clock: ClockSpec | null;
  /** The lowest confidence among its rules. */
  readonly confidence: 'H' | 'M' | 'L';
}

/** A requirement as it stands for a case: only what its rules ask for, and what they want legible. */
export interface Requirement extends Omit<
  PackRequirement,
  'quality' | 'matches' | 'legible' | 'askedBy' | 'fieldsBy'
> {
  readonly quality: readonly Bilingual[];
  /** What has to be legible in it and agree with the order. */
  readonly matches: readonly MatchField[];
  /** What else has to be legible in it. */
  readonly legible: readonly LegibleField[];
}

/** A figure of a form and the rule that gives it. */
export interface RuledLimit<Value> {
  readonly value: Value;
  readonly ruleId: string;
}

/** What a field of a form takes. Null is unknown, never "no limit". */
export interface FormLimits {
  readonly characters: RuledLimit<number> | null;
  readonly charactersInAll: RuledLimit<number> | null;
  readonly files: RuledLimit<number> | null;
  readonly bytesEach: RuledLimit<number> | null;
  readonly bytesTotal: RuledLimit<number> | null;
  readonly pagesEach: RuledLimit<number> | null;
  readonly pages: RuledLimit<number> | null;
  readonly pixelsPerInch: RuledLimit<number> | null;
  readonly megapixels: RuledLimit<number> | null;
  readonly fileTypes: RuledLimit<readonly string[]> | null;
}

/** A field of a form with the limits its rules give it for a case. */
export interface FormField extends Omit<PackField, 'limitsBy'> {
  readonly limits: FormLimits;
}

/** Who has to show what, by which rule. */
export interface BurdenLadder {
  readonly rule: RuleCitation;
  readonly steps: readonly BurdenStep[];
}

/** What something costs, step by step, by which rule. */
export interface PriceLadder {
  readonly rule: RuleCitation;
  readonly tiers: readonly PenaltyTier[];
}

/** What a violation costs. */
export interface PenaltyLadder extends PriceLadder {
  /** The tiers that fit what is known of the matter; all of them where nothing is. */
  readonly fitting: readonly string[];
}

/** What a notice costs by the rules as it stands, and what it would with the documented genuine orders taken off. */
export interface PenaltyOutlook {
  /** The how-manieth violation it is; null: not said. */
  readonly occurrence: number | null;
  /** Orders that the notice names; null: none are known. */
  readonly orders: number | null;
  /** Those of them that are documented as genuine. */
  readonly documented: number;
  /** The acting rule first; `fittingAfter`: the tiers that fit without the documented orders. */
  readonly ladders: readonly (PenaltyLadder & { readonly fittingAfter: readonly string[] })[];
  /** Whether sources differ about what it costs: then nobody knows which of them the platform applies. */
  readonly contested: boolean;
}

/** A way to go on, worth it by the rules and facts of the case. */
export interface Route extends Omit<PackRoute, 'when' | 'rules'> {
  readonly rules: readonly RuleCitation[];
}

/** A problem in a pack, with the place to look at. Lines and columns start at 1. */
export interface PackProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Dotted path inside the file, e.g. `scenes.0.checks.2.when`. */
  readonly path: string;
  readonly code: PackProblemCode;
  /** Plain English for the corrector. */
  readonly message: string;
}

export type PackProblemCode =
  | 'yaml'
  | 'too-large'
  | 'quote-it'
  | 'schema'
  | 'duplicate'
  | 'not-declared'
  | 'wrong-type'
  | 'wrong-way'
  | 'wrong-file'
  | 'figure-in-words';

/** A pack's file as text; `path` relative to the packs folder, with `/`. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** A platform with its readiness and its scenarios. */
export interface PlatformInfo extends Omit<
  PackPlatform,
  'sources' | 'conflicts' | 'lookUps' | 'format' | 'place' | 'bySeller'
> {
  /** Its case types in the order of the pack, those without scenes too. */
  readonly caseTypes: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly scenarios: readonly Scenario[];
  /** Whether any of its rules holds only for one way of shipping. */
  readonly byFulfilment: boolean;
  /** The day on which the rule that was not looked at for longest was last verified; null where it has no rules. */
  readonly lastVerified: LegalDate | null;
}
