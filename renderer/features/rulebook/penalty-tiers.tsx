import type { PenaltyLadder } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

type Consequence = PenaltyLadder['tiers'][number]['consequences'][number];

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

function consequenceText(
  { kind, points, days, money, says }: Consequence,
  t: ReturnType<typeof useText>,
): string {
  const what =
    kind === 'points'
      ? points === null
        ? t('rulebook:doesPointsUnknown')
        : t('rulebook:does-points', { count: points })
      : kind === 'fine'
        ? money === null
          ? t('rulebook:doesFineUnknown')
          : t('rulebook:does-fine', { money: t.format.money(money.minor, money.currency) })
        : t(`rulebook:does-${kind}`);
  const lasting = days === null ? what : t('rulebook:does-for', { what, count: days });
  return says === null ? lasting : `${lasting}${t.language === 'en' ? ': ' : '：'}${t.pick(says)}`;
}
