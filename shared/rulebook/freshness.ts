import { Temporal } from 'temporal-polyfill';
import type { LegalDate } from '../kernel/index.ts';
import type { RuleCitation } from './types.ts';

/** Rules that material should not rest on unseen, by id, each once. */
export interface DoubtfulRules {
  /** Last verified longer ago than the set age. */
  readonly stale: readonly string[];
  /** Not in force on the case's day: their time is over, or has not come. */
  readonly ended: readonly string[];
}

/**
 * Which of the rules cited are past their time or were not looked up for long. One that is over is not named as stale too.
 *
 * @param today the day it is asked on
 * @param days the age above which a rule is stale
 */
export function doubtfulRules(
  rules: readonly Pick<RuleCitation, 'ruleId' | 'lastVerified' | 'inForce'>[],
  today: LegalDate,
  days: number,
): DoubtfulRules {
  const oldest = Temporal.PlainDate.from(today).subtract({ days }).toString();
  const ids = (of: typeof rules): string[] => [...new Set(of.map(({ ruleId }) => ruleId))];
  return {
    stale: ids(rules.filter(({ inForce, lastVerified }) => inForce && lastVerified < oldest)),
    ended: ids(rules.filter(({ inForce }) => !inForce)),
  };
}
