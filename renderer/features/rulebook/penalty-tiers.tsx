import type { PenaltyLadder } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';
import { consequenceText } from './consequence-text.ts';

/** What a violation costs, step by step. */
export function PenaltyTiers({ tiers }: { readonly tiers: PenaltyLadder['tiers'] }) {
  const t = useText();
  return (
    <dl className="ad-facts">
      {tiers.map((tier) => (
        <div key={tier.id} className="rule-pair">
          <dt>{t.pick(tier.title)}</dt>
          <dd>{tier.consequences.map((each) => consequenceText(each, t)).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  );
}
