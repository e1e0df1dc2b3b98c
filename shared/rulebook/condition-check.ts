import { visitLeaves } from './conditions.ts';
import type { Condition, FactDefinition } from './format/index.ts';
import type { PackProblemCode } from './types.ts';

export type Path = readonly (string | number)[];
export type Report = (path: Path, code: PackProblemCode, message: string) => void;

/**
 * Checks a condition's facts, operators and, with `lean` 1 or -1, that no favourable answer can turn it the wrong way:
 * that is what makes "a favourable fact never makes a verdict worse" true of every pack that loads.
 */
export function checkCondition(
  condition: Condition,
  facts: readonly FactDefinition[],
  path: Path,
  report: Report,
  lean: -1 | 0 | 1,
): void {
  visitLeaves(condition, (leaf, negated, place) => {
    const at = [...path, ...place];
    const fact = facts.find((each) => each.id === leaf.fact);
    if (fact === undefined) {
      report([...at, 'fact'], 'not-declared', `no fact is called ${leaf.fact ?? ''}`);
      return;
    }
    const problem = misuse(leaf, fact);
    if (problem !== null) {
      report(at, 'wrong-type', problem);
      return;
    }
    const wanted = negated ? -lean : lean;
    const leans = leaning(leaf, fact);
    if (lean !== 0 && leans !== 0 && leans !== wanted) {
      report(at, 'wrong-way', `a favourable answer to ${fact.id} would make the verdict worse`);
    }
  });
}

function misuse(leaf: Condition, fact: FactDefinition): string | null {
  const fits =
    leaf.given !== undefined ||
    (leaf.is !== undefined && fact.type === 'boolean') ||
    (leaf.oneOf !== undefined && fact.type === 'choice') ||
    ((leaf.atLeast !== undefined || leaf.atMost !== undefined) && fact.type === 'count');
  if (!fits) return `${fact.id} is a ${fact.type}; this comparison does not fit it`;
  const unknown =
    fact.type === 'choice'
      ? leaf.oneOf?.find((id) => !fact.options.some((option) => option.id === id))
      : undefined;
  return unknown === undefined ? null : `${fact.id} has no option ${unknown}`;
}

/** 1: favourable answers make it true · -1: they make it false · 0: an answer of any kind does · 2: neither way. */
function leaning(leaf: Condition, fact: FactDefinition): number {
  if (leaf.given !== undefined || fact.type === 'text' || fact.type === 'instant') return 0;
  if (fact.type === 'boolean') return leaf.is === fact.favours ? 1 : -1;
  if (fact.type === 'count') return (leaf.atLeast !== undefined) === (fact.favours === 'more') ? 1 : -1;
  const chosen = fact.options.map((option) => leaf.oneOf?.includes(option.id) === true);
  const changes = chosen.filter((each, index) => index > 0 && each !== chosen[index - 1]).length;
  if (changes === 0) return 0;
  return changes > 1 ? 2 : chosen[0] === true ? -1 : 1;
}
