import { actingReading, actingValue } from './acting.ts';
import { factsOf, type BoundCondition } from './conditions.ts';
import {
  dimensions,
  type Advice,
  type Check,
  type Condition,
  type Dimension,
  type PackScene,
  type ReadingValue,
  type RuleReference,
} from './format/index.ts';
import type { CasePins, Reading, Rule, Rulebook } from './types.ts';

/** A check with what it looks at, and which of its rules are in force. */
export interface BoundCheck extends Omit<Check, 'role' | 'when' | 'rules'> {
  readonly role: Check['role'] | 'dimension';
  readonly when: BoundCondition;
  readonly facts: readonly string[];
  readonly rules: readonly string[];
  readonly rulesInForce: readonly string[];
}

/** What of a scene is judged, bound to the rules as they stand for one case. */
export interface BoundScene {
  /** Null where no source says any. */
  readonly dimension: Dimension | null;
  /** The pack's own, and last whether the dimension is shown, where the pack has words for that. */
  readonly checks: readonly BoundCheck[];
  readonly proves: readonly { readonly dimension: Dimension; readonly when: BoundCondition }[];
  readonly advice: readonly (Omit<Advice, 'when'> & { readonly when: BoundCondition | null })[];
  /** The rules the dimension rests on. */
  readonly dimensionRules: readonly string[];
}

const YES: BoundCondition = { all: [] };
const NO: BoundCondition = { any: [] };
/** Compares a fact that no pack can declare: nobody will ever know. */
const NOBODY_KNOWS: BoundCondition = { fact: '', given: true };

/**
 * A scene as it stands for a case. A check falls away where no rule it cites, or one whose figure it needs, is in force.
 */
export function bindScene(
  rulebook: Rulebook,
  scene: PackScene,
  pins: CasePins | null,
  moreAdvice: readonly Advice[] = [],
): BoundScene {
  const says = (id: string): Reading | null => {
    const rule = rulebook.rules.get(id);
    return rule === undefined ? null : actingReading(rule, pins);
  };
  const stands = (id: string): boolean => says(id) !== null;
  const dimension = sceneDimension(rulebook.rules, scene, pins);
  const dimensionRules =
    scene.dimension === null || isDimension(scene.dimension) ? scene.rules : [scene.dimension];
  const proves = scene.proves.map((proof) => ({ ...proof, when: bindCondition(proof.when, says) }));
  const checks = scene.checks
    .filter((check) => check.rules.some(stands) && rulesOf(check.when).every(stands))
    .map((check) => ({ ...check, when: bindCondition(check.when, says) }));
  const ofDimension = dimensionCheck(scene, dimension, dimensionRules, proves);
  return {
    dimension,
    dimensionRules,
    checks: [...checks, ...(ofDimension === null ? [] : [ofDimension])].map((check) => ({
      ...check,
      facts: factsOf(check.when),
      rulesInForce: check.rules.filter(stands),
    })),
    proves,
    advice: [...scene.advice, ...moreAdvice]
      .filter((advice) => advice.rules.some(stands))
      .map((advice) => ({ ...advice, when: advice.when === null ? null : bindCondition(advice.when, says) })),
  };
}

/** Whether the facts show the needed dimension or a wider one; null where no source names one. */
function dimensionCheck(
  { provesLess }: PackScene,
  dimension: Dimension | null,
  rules: readonly string[],
  proves: BoundScene['proves'],
): Omit<BoundCheck, 'facts' | 'rulesInForce'> | null {
  if (provesLess === null || dimension === null) return null;
  const wide = proves.filter((proof) => rank(proof.dimension) >= rank(dimension));
  return {
    id: 'dimension',
    role: 'dimension',
    rules,
    ...provesLess,
    when: { any: wide.map((proof) => proof.when) },
  };
}

/** Order, account, site: wider means more. */
export function rank(dimension: Dimension): number {
  return dimensions.indexOf(dimension);
}

/** The dimension a scene has to show: what its rule says for the case, or what the pack says; null where nobody says. */
export function sceneDimension(
  rules: ReadonlyMap<string, Rule>,
  scene: PackScene,
  pins: CasePins | null,
): Dimension | null {
  if (scene.dimension === null) return null;
  if (isDimension(scene.dimension)) return scene.dimension;
  const rule = rules.get(scene.dimension);
  const value =
    rule === undefined
      ? null
      : (actingValue(rule, 'dimension', pins) ?? actingValue(rule, 'dimension', null));
  return value?.dimension ?? null;
}

/** Replaces what a condition takes from rules by what they say; a rule that says nothing is a "no". */
export function bindCondition(
  condition: Condition,
  says: (ruleId: string) => Reading | null,
): BoundCondition {
  const { all, any, not, rule, oneOf, atLeast, atMost, ...rest } = condition;
  if (all !== undefined) return { all: all.map((each) => bindCondition(each, says)) };
  if (any !== undefined) return { any: any.map((each) => bindCondition(each, says)) };
  if (not !== undefined) return { not: bindCondition(not, says) };
  if (rule !== undefined) return saysYes(says(rule)?.value) === condition.is ? YES : NO;
  if (isReference(oneOf)) {
    const list = listOf(says(oneOf.rule)?.value);
    return list === null ? NOBODY_KNOWS : { ...rest, oneOf: list };
  }
  for (const [operator, bound] of [
    ['atLeast', atLeast],
    ['atMost', atMost],
  ] as const) {
    if (bound === undefined) continue;
    const figure = isReference(bound) ? figureOf(says(bound.rule)?.value) : bound;
    return figure === null ? NOBODY_KNOWS : { ...rest, [operator]: figure };
  }
  return oneOf === undefined ? rest : { ...rest, oneOf };
}

/**
 * Whether a rule says yes: one that lists what is changed or what it costs says that it is so. Null where it says neither yes
 * nor no.
 */
function saysYes(value: ReadingValue | undefined): boolean | null {
  if (value?.kind === 'flag') return value.is;
  return value?.kind === 'effects' || value?.kind === 'penalty' ? true : null;
}

/** The kinds of value that say yes or no. */
export const YES_OR_NO = ['flag', 'effects', 'penalty'] as const;

/** Ids of the rules whose values a condition needs. */
export function rulesOf(condition: Condition): string[] {
  const { all, any, not, rule, oneOf, atLeast, atMost } = condition;
  return [
    ...[...(all ?? []), ...(any ?? []), ...(not === undefined ? [] : [not])].flatMap(rulesOf),
    ...(rule === undefined ? [] : [rule]),
    ...[oneOf, atLeast, atMost].flatMap((each) => (isReference(each) ? [each.rule] : [])),
  ];
}

/** The figure a value stands for: a span's upper end in its own unit, money in minor units; null where there is none. */
function figureOf(value: ReadingValue | undefined): number | null {
  switch (value?.kind) {
    case 'count':
    case 'percent':
      return value.number;
    case 'money':
      return value.minor;
    case 'duration':
    case 'attempts':
      return value.max;
    default:
      return null;
  }
}

function listOf(value: ReadingValue | undefined): readonly string[] | null {
  return value?.kind === 'choices' ? value.of : null;
}

function isReference(value: unknown): value is RuleReference {
  return typeof value === 'object' && value !== null && 'rule' in value;
}

/** Whether a scene names its dimension itself, and not the rule that does. */
export function isDimension(value: string): value is Dimension {
  return (dimensions as readonly string[]).includes(value);
}
