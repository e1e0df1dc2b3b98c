import { Link } from 'react-router';

/** Rules by their ids, each leading to the rulebook. */
export function RuleLinks({ ruleIds }: { readonly ruleIds: readonly string[] }) {
  return (
    <span className="ad-rule-links">
      {ruleIds.map((ruleId) => (
        <Link key={ruleId} to={`/rulebook?rule=${encodeURIComponent(ruleId)}`}>
          {ruleId}
        </Link>
      ))}
    </span>
  );
}
