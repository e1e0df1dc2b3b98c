import { Link } from 'react-router';
import { useRuleAddresses } from './rule-address.tsx';

interface RuleLinksProps {
  readonly ruleIds: readonly string[];
  /** Whose rules they are, where that is shown outside of its case. */
  readonly caseId?: string | undefined;
}

/** Rules by their ids, each leading to the rulebook; beside a case, to the rule as it stands for that case. */
export function RuleLinks({ ruleIds, caseId }: RuleLinksProps) {
  const addresses = useRuleAddresses(caseId);
  return (
    <span className="ad-rule-links">
      {ruleIds.map((ruleId) => (
        <Link key={ruleId} to={addresses.rule(ruleId)}>
          {ruleId}
        </Link>
      ))}
    </span>
  );
}
