import type { Translator } from '../../../shared/i18n/index.ts';
import type { Penalty } from '../../../shared/notices/index.ts';
import { sumWords, type Consequence } from '../../../shared/rulebook/index.ts';

/** What a penalty that a notice names does, in words: "扣 12 分", "冻结资金 ¥3,000.00". */
export function noticedWords(
  { kind, points, money }: Pick<Penalty, 'kind' | 'points' | 'money'>,
  t: Translator,
): string {
  return doesWords(kind, points, money === null ? null : t.format.money(money.minor, money.currency), t);
}

/**
 * What a rule says that a violation costs, with all that the source gives of it: how often it counts, from when and how long,
 * and what ends it. "扣 2 分，每月计（30 天，滚动计算）".
 */
export function consequenceText(consequence: Consequence, t: Translator): string {
  const { kind, points, atMost, per, from, lasts, endsBy, money, says } = consequence;
  const sum = money === null ? null : sumText(money, t);
  const does = onlyLasts(consequence) ? t('rulebook:doesPointsLast') : doesWords(kind, points, sum, t);
  const about = [
    ...(from === null ? [] : [t(`rulebook:penaltyFrom-${from}`)]),
    ...(per === null ? [] : [t(`rulebook:penaltyPer-${per}`)]),
    ...(lasts === null ? [] : [lastingWords(lasts, t)]),
    ...endsBy.map((each) => t(`rulebook:penaltyEnds-${each}`)),
  ];
  const what = atMost ? t('rulebook:penaltyAtMost', { what: does }) : does;
  const whole =
    about.length === 0
      ? what
      : t('rulebook:penaltyAbout', { what, about: about.join(t('rulebook:penaltyAnd')) });
  return says === null ? whole : `${whole}${t.language === 'en' ? ': ' : '：'}${t.pick(says)}`;
}

/** Points that only last are not taken here: another consequence does that. */
export function onlyLasts({ kind, points, lasts }: Consequence): boolean {
  return kind === 'points' && points === null && lasts !== null;
}

/** What is asked for where somebody writes down how long it lasts: "搜索降权（天）". */
export function lastsLabel(consequence: Consequence, t: Translator): string {
  const { kind, lasts } = consequence;
  const what = onlyLasts(consequence) ? t('rulebook:doesPointsLast') : doesWords(kind, null, null, t);
  return t('rulebook:ownLasts', { what, unit: t(`rulebook:unitName-${lasts?.unit ?? 'cd'}`) });
}

function doesWords(
  kind: Consequence['kind'],
  points: number | null,
  sum: string | null,
  t: Translator,
): string {
  switch (kind) {
    case 'points':
      return points === null ? t('rulebook:doesPointsUnknown') : t('rulebook:does-points', { count: points });
    case 'fine':
      return sum === null ? t('rulebook:doesFineUnknown') : t('rulebook:does-fine', { money: sum });
    default: {
      const does = t(`rulebook:does-${kind}`);
      return sum === null ? does : `${does} ${sum}`;
    }
  }
}

/** A sum, or the range in which it lies, in words. */
export function sumText(money: NonNullable<Consequence['money']>, t: Translator): string {
  const sum = sumWords(money, t);
  if (money.min === null) return t('rulebook:sumAtMost', { sum });
  return money.max === null ? t('rulebook:sumAtLeast', { sum }) : sum;
}

function lastingWords({ number, unit, rolling }: NonNullable<Consequence['lasts']>, t: Translator): string {
  const span = t(unit === 'month' ? 'rulebook:unit-month' : 'rulebook:unit-cd', {
    count: number,
    span: t.format.count(number),
  });
  return rolling ? t('rulebook:penaltyRolling', { span }) : span;
}
