import { actingValue } from './acting.ts';
import { cite, findRule, scenarioParts } from './look-up.ts';
import type { CasePins, RuleCitation, Rulebook } from './types.ts';

/** What a filing that came back may still be sent again as, which no chance is spent for. */
export interface AfterReturn {
  readonly rule: RuleCitation;
  /** The whole filing once more, or material added to it: the two are counted apart. */
  readonly as: 'resubmission' | 'supplement';
  /** How often that was done already. */
  readonly used: number;
  /** How often it may be done in all; null: no source says. */
  readonly max: number | null;
}

/**
 * How a filing that was returned for more is counted by the rule that acts, and how much of that is used. A platform that
 * returns a filing asks for more itself: where the count is used up that is a warning, and no refusal.
 *
 * @param used how often the filing was sent again already
 * @returns null where the case type has no rule on record.
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function afterReturn(
  rulebook: Rulebook,
  scenarioId: string,
  used: number,
  pins: CasePins | null,
): AfterReturn | null {
  const ruleId = scenarioParts(rulebook, scenarioId, pins).caseType.attempts?.acts;
  const value = ruleId === undefined ? null : actingValue(findRule(rulebook, ruleId), 'attempts', pins);
  if (ruleId === undefined || value === null) return null;
  const rule = cite(rulebook, ruleId, pins);
  return value.resubmitIfReturned === true
    ? { rule, as: 'resubmission', used, max: null }
    : { rule, as: 'supplement', used, max: value.supplements };
}
