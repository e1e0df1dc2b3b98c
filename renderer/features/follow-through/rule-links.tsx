import { Link } from 'react-router';

/** Rules by their ids, each leading to the rulebook. */
export function RuleLinks({ ruleIds }: { readonly ruleIds: readonly string[] }) {
  return ruleIds.map((ruleId) => (
    <Link key={ruleId} to={`/rulebook?rule=${encodeURIComponent(ruleId)}`} className="effect-rule">
      {ruleId}
    </Link>
  ));
}
