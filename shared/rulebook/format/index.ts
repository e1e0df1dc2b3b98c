export type { Condition, FactValue, RuleReference } from './condition.ts';
export type { CaseMeasure, DatedEvent, FactDefinition } from './fact.ts';
export {
  caseTypeSchema,
  clockEndings,
  formatVersion,
  lookUpKinds,
  orderEvents,
  platformSchema,
  rulebookSchema,
  type Awaited,
  type ClockEnding,
  type LookUpKind,
  type PackCapture,
  type PackCaseType,
  type PackPlatform,
  type PackRoute,
  type PackSource,
  type RulebookData,
} from './pack.ts';
export type { PackConflict, PackReading, PackRule, RuleInstant, SourceClass } from './rule.ts';
export { addressees } from './scene.ts';
export type { Addressee, Advice, Check, PackField, PackRequirement, PackScene } from './scene.ts';
export type { Bilingual } from './text.ts';
export {
  caseEvents,
  dimensions,
  effectChanges,
  effectSubjects,
  isNumbered,
  legibleFields,
  LONGEST_SPAN,
  MOST_ATTEMPTS,
  matchFields,
  noticedKinds,
  readingValueSchema,
  type AttemptKeyPart,
  type BurdenStep,
  type CaseEvent,
  type Consequence,
  type Dimension,
  type Effect,
  type LegibleField,
  type MatchField,
  type NumberedPart,
  type PenaltyTier,
  type ReadingValue,
  type ValueOf,
} from './value.ts';
