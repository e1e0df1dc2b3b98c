import type { Translator } from '../../../shared/i18n/index.ts';
import { sentAgain, type Decision, type Submission } from '../../../shared/submissions/index.ts';
import type { SeveralChances } from '../../../shared/attempts/index.ts';

/** What the filings of a case have to do with its chances. */
interface Filed {
  /** Those recorded, in their order, the corrected ones too. */
  readonly submissions: readonly Submission[];
  readonly decisions: readonly Decision[];
  /** Whether one chance covers the whole matter, however many orders it names. */
  readonly ofMatter: boolean;
  /** That there are several chances, and how many are left by now; null where there is one, or nobody knows. */
  readonly several: SeveralChances | null;
}

/**
 * What each filing that stands did to the chances, by its id: which of several it used, whose the only one was, or that it was
 * of the one before. Those that were used elsewhere count before the case's own.
 */
export function filedWords(
  { submissions, decisions, ofMatter, several }: Filed,
  t: Translator,
): ReadonlyMap<string, string> {
  const standing = submissions.filter(({ correctedAt }) => correctedAt === null);
  const again = sentAgain(standing, decisions);
  const using = standing.filter(({ id }) => !again.has(id));
  const before = several === null ? 0 : Math.max(0, several.max - several.left - using.length);
  return new Map(
    standing.map((submission) => {
      const { id, orderNumbers } = submission;
      if (again.has(id)) return [id, t('submissions:again.title')];
      if (several !== null) {
        const nth = before + using.indexOf(submission) + 1;
        return [id, t('submissions:spend.done.several', { nth, max: several.max })];
      }
      return [
        id,
        ofMatter || orderNumbers.length === 0
          ? t('submissions:spend.done.whole')
          : t('submissions:spend.done', { count: orderNumbers.length }),
      ];
    }),
  );
}
