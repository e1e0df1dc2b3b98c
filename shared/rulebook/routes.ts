import { actingReading } from './acting.ts';
import { bindCondition } from './bind.ts';
import { holds, usableFacts, type Truth } from './conditions.ts';
import type { PackRoute } from './format/index.ts';
import { cite, findRule, scenarioParts, vocabularyOf } from './look-up.ts';
import type { CasePins, Facts, Route, Rulebook } from './types.ts';

/**
 * The ways to go on that are worth it for a case, the first to take first. One of the platform's own whose condition is
 * not known yet is offered too: not knowing is no reason to hide a way out. One of the law is offered only where the case
 * is known to be what the law speaks of: a word too many about the law frightens, or is laughed at.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function routes(
  rulebook: Rulebook,
  scenarioId: string,
  facts: Facts,
  pins: CasePins | null = null,
): readonly Route[] {
  const { caseType, law } = scenarioParts(rulebook, scenarioId);
  const usable = usableFacts(vocabularyOf(caseType, law), facts);
  const says = (id: string) => actingReading(findRule(rulebook, id), pins);
  const truthOf = ({ when, rules }: PackRoute): Truth => {
    if (!rules.some((id) => says(id) !== null)) return false;
    return when === null ? true : holds(bindCondition(when, says), usable);
  };
  return [
    ...caseType.routes.filter((route) => truthOf(route) !== false),
    ...law.flatMap((each) => each.routes).filter((route) => truthOf(route) === true),
  ].map(({ when: _when, rules, ...route }) => ({
    ...route,
    rules: rules.map((id) => cite(rulebook, id, pins)),
  }));
}
