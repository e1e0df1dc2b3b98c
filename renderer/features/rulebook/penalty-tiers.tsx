import type { PriceLadder } from '../../../shared/rulebook/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import { RuleLinks, Sheet, useText } from '../../ui/index.ts';
import { consequenceText } from './consequence-text.ts';

/** What a violation costs, step by step. */
export function PenaltyTiers({ tiers }: { readonly tiers: PriceLadder['tiers'] }) {
  const t = useText();
  return (
    <dl className="ad-facts">
      {tiers.map((tier) => (
        <div key={tier.id} className="rule-pair">
          <dt>{tierWords(tier, t)}</dt>
          <dd>{tier.consequences.map((each) => consequenceText(each, t)).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A step by its name, and from how many points of the shop on it is taken. */
export function tierWords({ title, points }: PriceLadder['tiers'][number], t: Translator): string {
  const name = t.pick(title);
  return points === null ? name : t('rulebook:tierPoints', { name, count: points.from });
}

/** What rules say of a price, each with its steps. */
export function Ladders({ ladders }: { readonly ladders: readonly PriceLadder[] }) {
  const t = useText();
  return (
    <div className="rule-ladders">
      {ladders.map(({ rule, tiers }) => (
        <Sheet key={rule.ruleId}>
          <h3 className="ad-rule-title">
            <RuleLinks ruleIds={[rule.ruleId]} /> {t.pick(rule.title)}
          </h3>
          <PenaltyTiers tiers={tiers} />
        </Sheet>
      ))}
    </div>
  );
}
