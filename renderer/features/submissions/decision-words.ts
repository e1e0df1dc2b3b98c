import type { Translator } from '../../../shared/i18n/index.ts';
import { LEAVES_MORE, type Outcome } from '../../../shared/submissions/index.ts';
import type { SeveralChances } from '../../../shared/attempts/index.ts';

/** An answer of the platform, and what it leaves to be filed. */
interface Answered {
  readonly outcome: Outcome;
  /** Whether something was filed since, which used a chance of its own or is of the same. */
  readonly followed: boolean;
  /** That there are several chances, and how many are left; null where there is one, or nobody knows. */
  readonly several: SeveralChances | null;
  /** Until when the next may be filed, as it is shown; null where no time runs. */
  readonly until: string | null;
}

/** What an answer means for the chances: that there was the one, or how many are left, and until when. */
export function decisionWords({ outcome, followed, several, until }: Answered, t: Translator): string {
  const says = t(`submissions:says.${outcome}`);
  if (!LEAVES_MORE.has(outcome)) return says;
  const isNo = outcome === 'rejected';
  if (followed) return isNo ? t('submissions:says.rejected.followed') : says;
  if (several === null) return says;
  if (several.left === 0) return isNo ? t('submissions:says.rejected.all', { count: several.max }) : says;
  const rest =
    until === null
      ? t('submissions:left', { count: several.left })
      : t('submissions:left.until', { count: several.left, when: until });
  return t('submissions:left.after', { says: isNo ? t('submissions:says.rejected.oneOf') : says, rest });
}

/** Whether what was decided gives something to look after: what the rules promise, or, where something was won, what they say of it. */
export function hasFollowThrough(
  outcome: Outcome | undefined,
  effects: readonly { readonly promise: string }[],
): boolean {
  if (outcome === 'upheld' || outcome === 'partly-upheld') return true;
  return effects.some(({ promise }) => promise === 'promised' || promise === 'possible');
}
