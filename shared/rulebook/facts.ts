import type { CaseMeasure, FactValue } from './format/index.ts';
import { scenarioParts } from './look-up.ts';
import type { Facts, Rulebook } from './types.ts';

/** The figure that a question was answered with; null where there is no such question, or nobody answered it. */
export function answeredCount(facts: Facts, factId: string | null): number | null {
  const answer = factId === null ? undefined : facts[factId];
  return typeof answer === 'number' ? answer : null;
}

/**
 * Fills the facts a case can tell by itself (how many orders, how many buyers …), so that nobody is asked.
 *
 * @param measures what the case holds; a measure left out stays unknown.
 * @returns fact id → value, to be spread over the answers.
 */
export function deriveFacts(
  rulebook: Rulebook,
  scenarioId: string,
  measures: Readonly<Partial<Record<CaseMeasure, number>>>,
): Facts {
  const { vocabulary } = scenarioParts(rulebook, scenarioId, null);
  const facts: Record<string, FactValue | undefined> = {};
  for (const definition of vocabulary) {
    if (definition.source.from !== 'derived') continue;
    const value = measures[definition.source.measure];
    if (value !== undefined) facts[definition.id] = value;
  }
  return facts;
}
