import { actingReading } from './acting.ts';
import { bindCondition } from './bind.ts';
import { holds, usableFacts } from './conditions.ts';
import { cite, findRule, scenarioParts, vocabularyOf } from './look-up.ts';
import type { CasePins, Facts, Route, Rulebook } from './types.ts';

/**
 * The ways to go on that are worth it for a case, the first to take first. One whose condition is not known yet is
 * offered too: not knowing is no reason to hide a way out.
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
  return [caseType, ...law]
    .flatMap((each) => each.routes)
    .filter(({ when, rules }) => {
      if (!rules.some((id) => says(id) !== null)) return false;
      return when === null || holds(bindCondition(when, says), usable) !== false;
    })
    .map(({ when: _when, rules, ...route }) => ({
      ...route,
      rules: rules.map((id) => cite(rulebook, id, pins)),
    }));
}
