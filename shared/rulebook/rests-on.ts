import { dayFor } from './acting.ts';
import { cite, findRule } from './look-up.ts';
import { partsForCase, type PartKind } from './parts.ts';
import type { CasePins, RuleCitation, Rulebook } from './types.ts';

/** What decides about a matter, and not only advises. */
const DECIDING: ReadonlySet<PartKind> = new Set([
  'entry',
  'attempts',
  'scene',
  'dimension',
  'check',
  'requirement',
  'form',
  'clock',
]);

/**
 * The rules that a case of a scene rests on: those in force for it, and those whose time is over (`inForce` false), so that
 * nobody takes what fell away with them for settled. Rules of another site or of another way of shipping are none of them.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function restsOn(rulebook: Rulebook, scenarioId: string, pins: CasePins): RuleCitation[] {
  const own = rulebook.scenarios.get(scenarioId)?.platformId;
  const named = partsForCase(rulebook, scenarioId)
    // A span of the law runs beside the matter, and decides nothing of it.
    .filter(({ kind, platformId }) => DECIDING.has(kind) && platformId === own)
    .flatMap(({ quoted, acting }) => [...quoted, ...acting])
    .filter((id) => rulebook.rules.has(id));
  return [...new Set(named)]
    .map((id) => cite(rulebook, id, pins))
    .filter(({ ruleId, inForce }) => inForce || hasEnded(rulebook, ruleId, pins));
}

/** Whether a rule, or the last of its readings, held before the case's day and does no more. */
function hasEnded(rulebook: Rulebook, ruleId: string, pins: CasePins): boolean {
  const rule = findRule(rulebook, ruleId);
  const day = dayFor(rule, pins);
  const over = (to: string | null): boolean => to !== null && day !== undefined && to < day;
  return over(rule.effective.to) || rule.readings.every(({ effective }) => over(effective.to));
}
