import type { RuleCitation } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

/** What stands at the end of a citation: which instant chose its version, and when that was last looked up. */
export function useRuleNote(): (
  rule: Pick<RuleCitation, 'chosenByInstant' | 'lastVerified' | 'inForce'>,
  first?: readonly string[],
) => string {
  const t = useText();
  return (rule, first = []) =>
    [
      ...first,
      t(`rulebook:instant-${rule.chosenByInstant}`),
      t('cases:rule.verified', { date: rule.lastVerified }),
      ...(rule.inForce ? [] : [t('cases:rule.notInForce')]),
    ].join(' · ');
}
