import { YES_OR_NO } from '../bind.ts';
import { visitLeaves } from '../conditions.ts';
import type { Condition, FactDefinition, PackRule, ReadingValue } from '../format/index.ts';
import type { PackProblemCode } from '../types.ts';

export type Path = readonly (string | number)[];
export type Report = (path: Path, code: PackProblemCode, message: string) => void;

/** What a condition may speak of. */
export interface Vocabulary {
  readonly facts: readonly FactDefinition[];
  readonly rules: ReadonlyMap<string, PackRule>;
}

/**
 * Checks a condition's facts, rules, operators and, with `lean` 1 or -1, that no favourable answer can turn it the wrong way:
 * that is what makes "a favourable fact never makes a verdict worse" true of every pack that loads.
 */
export function checkCondition(
  condition: Condition,
  { facts, rules }: Vocabulary,
  path: Path,
  report: Report,
  lean: -1 | 0 | 1,
): void {
  visitLeaves(condition, (leaf, negated, place) => {
    const at = [...path, ...place];
    if (leaf.rule !== undefined) {
      checkKinds(rules, leaf.rule, YES_OR_NO, [...at, 'rule'], report);
      return;
    }
    const fact = facts.find((each) => each.id === leaf.fact);
    if (fact === undefined) {
      report([...at, 'fact'], 'not-declared', `no fact is called ${leaf.fact ?? ''}`);
      return;
    }
    for (const operator of ['atLeast', 'atMost', 'oneOf'] as const) {
      const taken = leaf[operator];
      if (typeof taken !== 'object' || !('rule' in taken)) continue;
      const there = [...at, operator, 'rule'];
      const kinds = operator === 'oneOf' ? (['choices'] as const) : kindsComparedWith(fact);
      if (!checkKinds(rules, taken.rule, kinds, there, report)) return;
      if (operator !== 'oneOf' && !checkUnits(rules, taken.rule, fact, there, report)) return;
    }
    const options = optionsOf(leaf, rules);
    const problem = misuse(leaf, fact, options);
    if (problem !== null) {
      report(at, 'wrong-type', problem);
      return;
    }
    const wanted = negated ? -lean : lean;
    const leans = leaning(leaf, fact, options);
    if (lean !== 0 && leans !== 0 && leans !== wanted) {
      report(at, 'wrong-way', `a favourable answer to ${fact.id} would make the verdict worse`);
    }
  });
}

/**
 * Whether a rule is there and every one of its readings holds one of the kinds, so that whichever acts can be used.
 * A reading of no published value may stand beside them.
 */
export function checkKinds(
  rules: ReadonlyMap<string, PackRule>,
  id: string,
  kinds: readonly ReadingValue['kind'][],
  path: Path,
  report: Report,
): boolean {
  const rule = rules.get(id);
  if (rule === undefined) {
    report(path, 'not-declared', `no rule is called ${id}`);
    return false;
  }
  const other = rule.readings.find(({ value }) => value.kind !== 'unknown' && !kinds.includes(value.kind));
  if (other === undefined) return true;
  report(path, 'wrong-type', `${id} holds a ${other.value.kind}, not a ${kinds.join(' or ')}`);
  return false;
}

/** The kinds of value with which the answer to a question can be compared. */
function kindsComparedWith(fact: FactDefinition): readonly ReadingValue['kind'][] {
  if (fact.type === 'money') return ['money'];
  if (fact.type !== 'count' || fact.unit === null) return ['count', 'attempts'];
  return fact.unit === 'percent' ? ['percent'] : ['duration'];
}

/** Whether all readings of a rule are in the unit, or the currency, in which a question is answered. */
function checkUnits(
  rules: ReadonlyMap<string, PackRule>,
  id: string,
  fact: FactDefinition,
  path: Path,
  report: Report,
): boolean {
  for (const { value } of rules.get(id)?.readings ?? []) {
    const [asked, given] =
      value.kind === 'duration' && fact.type === 'count'
        ? [fact.unit, value.unit]
        : value.kind === 'money' && fact.type === 'money'
          ? [fact.currency, value.currency]
          : [null, null];
    if (asked === given) continue;
    report(
      path,
      'wrong-type',
      `${fact.id} is asked in ${asked ?? 'nothing'}, and ${id} is in ${given ?? ''}`,
    );
    return false;
  }
  return true;
}

/** The options a leaf asks for, whether it names them or takes them from a rule: all of its readings' together. */
function optionsOf(leaf: Condition, rules: ReadonlyMap<string, PackRule>): readonly string[] {
  if (leaf.oneOf === undefined) return [];
  if (!('rule' in leaf.oneOf)) return leaf.oneOf;
  const readings = rules.get(leaf.oneOf.rule)?.readings ?? [];
  return [...new Set(readings.flatMap(({ value }) => (value.kind === 'choices' ? value.of : [])))];
}

function misuse(leaf: Condition, fact: FactDefinition, options: readonly string[]): string | null {
  const fits =
    leaf.given !== undefined ||
    (leaf.is !== undefined && fact.type === 'boolean') ||
    (leaf.oneOf !== undefined && fact.type === 'choice') ||
    ((leaf.atLeast !== undefined || leaf.atMost !== undefined) && isFigure(fact));
  if (!fits) return `${fact.id} is a ${fact.type}; this comparison does not fit it`;
  const unknown =
    fact.type === 'choice'
      ? options.find((id) => !fact.options.some((option) => option.id === id))
      : undefined;
  return unknown === undefined ? null : `${fact.id} has no option ${unknown}`;
}

/** 1: favourable answers make it true · -1: they make it false · 0: an answer of any kind does · 2: neither way. */
function leaning(leaf: Condition, fact: FactDefinition, options: readonly string[]): number {
  if (leaf.given !== undefined || fact.type === 'text' || fact.type === 'instant') return 0;
  if (fact.type === 'boolean') return leaf.is === fact.favours ? 1 : -1;
  if (isFigure(fact)) return (leaf.atLeast !== undefined) === (fact.favours === 'more') ? 1 : -1;
  const chosen = fact.options.map((option) => options.includes(option.id));
  const changes = chosen.filter((each, index) => index > 0 && each !== chosen[index - 1]).length;
  if (changes === 0) return 0;
  return changes > 1 ? 2 : chosen[0] === true ? -1 : 1;
}

function isFigure(fact: FactDefinition): fact is Extract<FactDefinition, { type: 'count' | 'money' }> {
  return fact.type === 'count' || fact.type === 'money';
}
