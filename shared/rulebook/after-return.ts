import { actingValue } from './acting.ts';
import { cite, findRule, scenarioParts } from './look-up.ts';
import type { CasePins, RuleCitation, Rulebook } from './types.ts';

/** Why what is filed already is handed in once more: it came back, or the platform has it and asked for more. */
export type Again = 'returned' | 'requested';

/** What a filing may still be sent again as, which no chance is spent for. */
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
 * How handing in once more is counted by the rule that acts, and how much of that is used. What came back is sent again where
 * the rule says so; all else is a supplement. A platform that asks for more asks itself: where the count is used up that is a
 * warning, and no refusal.
 *
 * @param sent how often that was done already, for either cause
 * @returns null where the case type has no rule on record.
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function afterReturn(
  rulebook: Rulebook,
  scenarioId: string,
  cause: Again,
  sent: Readonly<Record<Again, number>>,
  pins: CasePins | null,
): AfterReturn | null {
  const ruleId = scenarioParts(rulebook, scenarioId, pins).caseType.attempts?.acts;
  const value = ruleId === undefined ? null : actingValue(findRule(rulebook, ruleId), 'attempts', pins);
  if (ruleId === undefined || value === null) return null;
  const rule = cite(rulebook, ruleId, pins);
  const resubmits = value.resubmitIfReturned === true;
  if (resubmits && cause === 'returned') return { rule, as: 'resubmission', used: sent.returned, max: null };
  const used = sent.requested + (resubmits ? 0 : sent.returned);
  return { rule, as: 'supplement', used, max: value.supplements };
}
