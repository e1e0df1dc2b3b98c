import type { PenaltyLadder } from '../../../shared/rulebook/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

type Consequence = PenaltyLadder['tiers'][number]['consequences'][number];

/** What a consequence does, in words: "扣 12 分", "冻结资金 ¥3,000.00". */
export function consequenceWords(
  { kind, points, money }: Pick<Consequence, 'kind' | 'points' | 'money'>,
  t: Translator,
): string {
  const amount = money === null ? null : t.format.money(money.minor, money.currency);
  switch (kind) {
    case 'points':
      return points === null ? t('rulebook:doesPointsUnknown') : t('rulebook:does-points', { count: points });
    case 'fine':
      return amount === null ? t('rulebook:doesFineUnknown') : t('rulebook:does-fine', { money: amount });
    default: {
      const does = t(`rulebook:does-${kind}`);
      return amount === null ? does : `${does} ${amount}`;
    }
  }
}

/** The same with how long it lasts and what the source adds. */
export function consequenceText(consequence: Consequence, t: Translator): string {
  const { days, says } = consequence;
  const what = consequenceWords(consequence, t);
  const lasting = days === null ? what : t('rulebook:does-for', { what, count: days });
  return says === null ? lasting : `${lasting}${t.language === 'en' ? ': ' : '：'}${t.pick(says)}`;
}
