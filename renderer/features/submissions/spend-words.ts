import type { Translator } from '../../../shared/i18n/index.ts';
import type { SeveralChances } from '../../../shared/attempts/index.ts';

/** What a filing would spend. */
export interface Spending {
  /** The orders whose chance the material says it spends; none where it is the chance of the matter itself. */
  readonly count: number;
  /** Where one chance covers the whole matter: how many of its orders are contested. Null where each order has its own. */
  readonly contested: number | null;
  /** No source says how many chances there are: none may be called the only one. */
  readonly uncounted: boolean;
  /** Returned, or asked for more: the same chance once more, nothing further is spent. */
  readonly returned: boolean;
  readonly sceneTitle: string;
  /** That there are several chances, and how many are left before this one; null where there is one, or nobody knows. */
  readonly several: SeveralChances | null;
}

/** How the two askings name what is spent and what is left. */
export interface SpendWords {
  readonly title: string;
  readonly spent: string;
  readonly left: string;
  /** The sentence to tick, and the act. */
  readonly acknowledge: string;
  readonly act: string;
}

/** The words of the two askings: for the chance of each order, the one of a whole notice, or the same one once more. */
export function spendWords(spending: Spending, t: Translator): SpendWords {
  const { count, contested, uncounted, returned, sceneTitle, several } = spending;
  if (returned)
    return {
      title: t('submissions:again.title'),
      spent: t('submissions:again.spent'),
      left: t('submissions:again.left'),
      acknowledge: t('submissions:again.check'),
      act: t('submissions:again.confirm'),
    };
  if (several !== null && several.left > 0) {
    const rest = several.left - 1;
    return {
      title: t('submissions:spend.several', { max: several.max, nth: several.max - rest }),
      spent:
        count === 0
          ? t('submissions:spend.whole.uncounted')
          : contested === null
            ? t('submissions:spend.uncounted.line', { count })
            : t('submissions:spend.several.matter', { count, contested }),
      left:
        rest === 0
          ? t('submissions:spend.several.last')
          : t('submissions:spend.several.left', { count: rest }),
      acknowledge: t(count === 0 ? 'submissions:ask2.check.whole' : 'submissions:ask2.check.several'),
      act: t('submissions:ask2.confirm.whole'),
    };
  }
  if (count === 0)
    return {
      title: t(uncounted ? 'submissions:spend.uncounted' : 'submissions:spend.title'),
      spent: t(uncounted ? 'submissions:spend.whole.uncounted' : 'submissions:spend.whole'),
      left: t(uncounted ? 'submissions:spend.uncounted.left' : 'submissions:spend.whole.left'),
      acknowledge: t('submissions:ask2.check.whole'),
      act: t(uncounted ? 'submissions:ask2.confirm.whole' : 'submissions:ask2.confirm.matter'),
    };
  if (uncounted)
    return {
      title: t('submissions:spend.uncounted'),
      spent: t('submissions:spend.uncounted.line', { count }),
      left: t('submissions:spend.uncounted.left'),
      acknowledge: t('submissions:ask2.check'),
      act: t('submissions:ask2.confirm', { count }),
    };
  const title = t('submissions:spend.title');
  if (contested === null)
    return {
      title,
      spent: t('submissions:spend.line', { count }),
      left: t('submissions:spend.left', { scene: sceneTitle }),
      acknowledge: t('submissions:ask2.check'),
      act: t('submissions:ask2.confirm', { count }),
    };
  const rest = Math.max(0, count - contested);
  return {
    title,
    spent: t('submissions:spend.matter', { count, contested }),
    left: rest === 0 ? t('submissions:spend.left.all') : t('submissions:spend.left.matter', { count: rest }),
    acknowledge: t('submissions:ask2.check.matter'),
    act: t('submissions:ask2.confirm.matter'),
  };
}
