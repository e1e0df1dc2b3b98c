export type { Condition, FactValue } from './condition.ts';
export type { CaseMeasure, FactDefinition } from './fact.ts';
export {
  caseTypeSchema,
  formatVersion,
  platformSchema,
  rulebookSchema,
  type Decision,
  type PackCaseType,
  type PackPlatform,
  type PackSource,
  type RulebookData,
} from './pack.ts';
export {
  dimensions,
  type AttemptKeyPart,
  type CaseEvent,
  type Dimension,
  type PackConflict,
  type PackReading,
  type PackRule,
  type ReadingValue,
  type RuleInstant,
  type SourceClass,
} from './rule.ts';
export { addressees } from './scene.ts';
export type { Addressee, Advice, Check, FormField, MatchField, PackScene, Requirement } from './scene.ts';
export type { Bilingual } from './text.ts';
