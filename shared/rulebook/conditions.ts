import type { Condition, FactDefinition, FactValue } from './format/index.ts';
import type { Facts } from './types.ts';

/** A condition whose figures and lists are taken from the rules: nothing but facts is left to know. */
export interface BoundCondition extends Omit<
  Condition,
  'all' | 'any' | 'not' | 'rule' | 'oneOf' | 'atLeast' | 'atMost'
> {
  readonly all?: readonly BoundCondition[] | undefined;
  readonly any?: readonly BoundCondition[] | undefined;
  readonly not?: BoundCondition | undefined;
  readonly oneOf?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** True, false, or undefined for "not known". */
export type Truth = boolean | undefined;

/** Only answers of the declared type and, for a choice, of a declared option; anything else counts as not known. */
export function usableFacts(definitions: readonly FactDefinition[], facts: Facts): Facts {
  const usable: Record<string, FactValue | undefined> = {};
  for (const definition of definitions) {
    const value = facts[definition.id];
    if (isUsable(definition, value)) usable[definition.id] = value;
  }
  return usable;
}

/**
 * Whether a value can be the answer to a question: of the declared type, and for a choice of a declared option. Instants
 * are ms UTC. Words that say nothing are no answer.
 */
export function isUsable(definition: FactDefinition, value: FactValue | undefined): boolean {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return definition.options.some((option) => option.id === value);
    case 'count':
    case 'money':
    case 'instant':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
  }
}

/**
 * The one interpreter of conditions: Kleene's three-valued logic, so that learning a fact can settle a condition but
 * never unsettle it.
 */
export function holds(condition: BoundCondition, facts: Facts): Truth {
  if (condition.all !== undefined) return both(condition.all.map((each) => holds(each, facts)));
  if (condition.any !== undefined)
    return negate(both(condition.any.map((each) => negate(holds(each, facts)))));
  if (condition.not !== undefined) return negate(holds(condition.not, facts));
  const value = condition.fact === undefined ? undefined : facts[condition.fact];
  if (value === undefined) return undefined;
  if (condition.is !== undefined) return value === condition.is;
  if (condition.oneOf !== undefined) return condition.oneOf.includes(String(value));
  if (condition.atLeast !== undefined) return Number(value) >= condition.atLeast;
  if (condition.atMost !== undefined) return Number(value) <= condition.atMost;
  return true;
}

function both(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** Ids of the facts a condition looks at, each once, in the order written. */
export function factsOf(condition: Condition | BoundCondition): string[] {
  const found = new Set<string>();
  visitLeaves(condition, (leaf) => {
    if (leaf.fact !== undefined) found.add(leaf.fact);
  });
  return [...found];
}

/** Calls `visit` with each comparison of a condition; `negated` tells whether an odd number of `not` stands above it. */
export function visitLeaves<Some extends Condition | BoundCondition>(
  condition: Some,
  visit: (leaf: Some, negated: boolean, path: readonly (string | number)[]) => void,
  negated = false,
  path: readonly (string | number)[] = [],
): void {
  // The parts of a condition are of its own sort.
  const part = (each: Condition | BoundCondition) => each as Some;
  if (condition.all !== undefined) {
    condition.all.forEach((each, index) => visitLeaves(part(each), visit, negated, [...path, 'all', index]));
  } else if (condition.any !== undefined) {
    condition.any.forEach((each, index) => visitLeaves(part(each), visit, negated, [...path, 'any', index]));
  } else if (condition.not !== undefined) {
    visitLeaves(part(condition.not), visit, !negated, [...path, 'not']);
  } else {
    visit(condition, negated, path);
  }
}

/**
 * The values of a fact that a condition tells apart, the most favourable first.
 *
 * A text or an instant has none that can be named.
 */
export function tellingValues(definition: FactDefinition, condition: BoundCondition): FactValue[] {
  switch (definition.type) {
    case 'boolean':
      return [definition.favours, !definition.favours];
    case 'choice':
      return definition.options.map((option) => option.id).reverse();
    case 'count':
    case 'money': {
      const values = new Set<number>();
      visitLeaves(condition, (leaf) => {
        if (leaf.fact !== definition.id) return;
        if (leaf.atLeast !== undefined) values.add(leaf.atLeast).add(Math.max(0, leaf.atLeast - 1));
        if (leaf.atMost !== undefined) values.add(leaf.atMost).add(leaf.atMost + 1);
      });
      const rising = [...values].sort((left, right) => left - right);
      return definition.favours === 'fewer' ? rising : rising.reverse();
    }
    case 'text':
    case 'instant':
      return [];
  }
}
