/** The rulebook: dated, sourced rules as data, and the one engine that acts on them. Pure. */
export { choiceTester } from './choices.ts';
export { clockDays, type ClockDays } from './clock-days.ts';
export {
  changedForCase,
  changedPack,
  changedRules,
  type DecidingDay,
  type PartChange,
  type RuleChange,
  type RulebookChanges,
} from './changes.ts';
export { isWords, type ChangeWeight, type PartFieldChange } from './part-fields.ts';
export type { RuleField, RuleFieldChange } from './rule-fields.ts';
export { assess, structureOf, type Assessment, type RunningClock, type Situation } from './assess.ts';
export { compilePacks, type CompileResult } from './compile.ts';
export { writingProblems } from './check/index.ts';
export { checkRulebook, indexRulebook, loadRulebook, parsePacks } from './load.ts';
export { verdict, type VerdictInput } from './verdict.ts';
export { withoutChance, type ChanceGone } from './without-chance.ts';
export { isUsable } from './conditions.ts';
export { answeredCount, deriveFacts } from './facts.ts';
export {
  factsOfKnown,
  knownFacts,
  type FactGround,
  type KnownFact,
  type OnRecord,
  type OwnClock,
} from './known-facts.ts';
export { rankScenes, type RankedScene, type SceneRanking } from './rank-scenes.ts';
export { afterReturn, type AfterReturn, type Again } from './after-return.ts';
export {
  attemptGuard,
  attemptKeys,
  type AttemptCircumstances,
  type AttemptSubject,
  type SecondSubmission,
} from './attempts.ts';
export {
  attemptTransition,
  type AttemptEvent,
  type AttemptSlot,
  type AttemptTransition,
} from './attempt-states.ts';
export {
  coverage,
  orderCoverage,
  requirements,
  type Coverage,
  type CoverageItem,
  type CoverageView,
  type OrderCoverage,
  type OrderTick,
  type OrderVoucher,
  type Tick,
} from './requirements.ts';
export {
  isComplete,
  missingUnits,
  unitState,
  voucherOf,
  voucherUnits,
  type VoucherUnit,
} from './vouchers.ts';
export {
  chanceClocks,
  clockEndingsOf,
  clocksFor,
  followThrough,
  isOfOrders,
  laterOfClocks,
  orderClocks,
  startingEvents,
} from './clocks.ts';
export {
  conflictFor,
  type ConflictForCase,
  disputedFor,
  scenarioFor,
  sceneRules,
  type Disputed,
  type StandingPosition,
} from './for-case.ts';
export { formFields } from './form.ts';
export { doubtfulRules, type DoubtfulRules } from './freshness.ts';
export { penaltyOutlook, type Violation } from './ladders.ts';
export {
  cite,
  conflicts,
  findRule,
  findScenario,
  scenarioParts,
  lawPacks,
  pinsOn,
  platforms,
  ruleOn,
  rulesAt,
  scenarios,
  timeOf,
} from './look-up.ts';
export {
  ownReadingId,
  withChoices,
  withOwnReadings,
  type OwnReading,
  type ReadingChoice,
} from './overlay.ts';
export { adviseRoutes, type AdvisedRoute, type RouteReminder } from './route-advice.ts';
export { fillScript, withoutUntil, type ScriptBlanks } from './script.ts';
export { spanWords, sumWords } from './figure-words.ts';
export { searchRules } from './search.ts';
export { restsOn } from './rests-on.ts';
export { usesOf, type RuleUse } from './uses.ts';
export { listEntries, type ListEntry } from './list-entries.ts';
export { lookUpsOf, type LookUp } from './look-ups.ts';
export {
  addressees,
  caseEvents,
  dimensions,
  clockEndings,
  orderEvents,
  effectChanges,
  effectSubjects,
  isNumbered,
  legibleFields,
  LONGEST_SPAN,
  MOST_ATTEMPTS,
  formatVersion,
  lookUpKinds,
  matchFields,
  noticedKinds,
  readingValueSchema,
  type ValueOf,
} from './format/index.ts';
export type {
  Addressee,
  Advice,
  Bilingual,
  CaseEvent,
  Consequence,
  CaseMeasure,
  ClockEnding,
  Condition,
  DatedEvent,
  Dimension,
  Effect,
  FactDefinition,
  FactValue,
  AttemptKeyPart,
  NumberedPart,
  LegibleField,
  LookUpKind,
  MatchField,
  PackCapture,
  PackSource,
  ReadingValue,
  RulebookData,
  RuleInstant,
  SourceClass,
} from './format/index.ts';
export type {
  Requirement,
  AttemptEntry,
  AttemptLink,
  AttemptGuard,
  AttemptKey,
  AttemptState,
  BurdenLadder,
  CasePins,
  ChangeableFact,
  ClockSpec,
  ClockSpecReading,
  Conflict,
  ConflictPosition,
  Facts,
  FollowThroughItem,
  FormLimits,
  FormField,
  OrderClock,
  PackFile,
  PackProblem,
  PackProblemCode,
  PenaltyLadder,
  PriceLadder,
  PenaltyOutlook,
  PlatformInfo,
  Reading,
  Rule,
  RuleCitation,
  Route,
  Rulebook,
  RuledLimit,
  Scenario,
  Verdict,
  VerdictCheck,
  VerdictRule,
  VerdictWord,
  WhyNot,
} from './types.ts';
