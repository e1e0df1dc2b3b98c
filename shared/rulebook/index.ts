/** The rulebook: dated, sourced rules as data, and the one engine that acts on them. Pure. */
export { compilePacks, type CompileResult } from './compile.ts';
export { loadRulebook } from './load.ts';
export { verdict, type VerdictInput } from './verdict.ts';
export { isUsable } from './conditions.ts';
export { deriveFacts } from './facts.ts';
export { attemptGuard, attemptKeys, type AttemptSubject } from './attempts.ts';
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
export { clocksFor, followThrough } from './clocks.ts';
export { conflicts, findRule, findScenario, formFields, platforms, rulesAt, scenarios } from './look-up.ts';
export { searchRules } from './search.ts';
export { addressees } from './format/index.ts';
export type {
  Addressee,
  Advice,
  Bilingual,
  CaseEvent,
  CaseMeasure,
  Condition,
  Decision,
  Dimension,
  FactDefinition,
  FactValue,
  FormField,
  MatchField,
  PackSource,
  ReadingValue,
  Requirement,
  RuleInstant,
  SourceClass,
} from './format/index.ts';
export type {
  AttemptEntry,
  AttemptGuard,
  AttemptKey,
  AttemptState,
  CaseInstants,
  ChangeableFact,
  ClockSpec,
  ClockSpecReading,
  Conflict,
  Facts,
  FollowThroughItem,
  PackFile,
  PackProblem,
  PackProblemCode,
  PlatformInfo,
  Reading,
  Rule,
  RuleCitation,
  Rulebook,
  Scenario,
  Verdict,
  VerdictRule,
  VerdictWord,
  WhyNot,
} from './types.ts';
