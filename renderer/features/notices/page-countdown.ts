import { endOfCountdown, findCountdown, findInstants, type Notice } from '../../../shared/notices/index.ts';

/** What follows from a countdown as the page shows it. */
export type PageCountdown = Pick<Notice, 'pageWords' | 'pageReadAt' | 'pageDeadline'>;

/**
 * Reads the words of a page's countdown against the time they were read, or the one end they name by its date and time.
 * The words are kept as they are; the end is null where they name none, or where nobody knows when a countdown was read.
 *
 * @param zone IANA zone of a date and time in the words.
 */
export function readCountdown(words: string, readAt: number | null, zone: string): PageCountdown {
  const pageWords = words.trim();
  if (pageWords === '') return { pageWords, pageReadAt: null, pageDeadline: null };
  // Whoever types only "2天21小时" into the countdown's own field means what is left; "72小时内申诉" still says nothing.
  const bare = findCountdown(`剩${pageWords}`);
  const found = findCountdown(pageWords) ?? (bare?.words.length === pageWords.length + 1 ? bare : null);
  if (found === null) return { pageWords, pageReadAt: readAt, pageDeadline: namedEnd(pageWords, zone) };
  return {
    pageWords,
    pageReadAt: readAt,
    pageDeadline: readAt === null ? null : endOfCountdown(found.milliseconds, readAt),
  };
}

/** The one date and time that words name. A date alone leaves open whether its day still counts. */
function namedEnd(words: string, zone: string): number | null {
  const [only, ...more] = findInstants(words, zone);
  return only?.hasTime === true && more.length === 0 ? only.at : null;
}

/** The one time named in a notice that can be when it was issued: exact to the minute, not to come, the only such one. */
export function proposedIssue(
  instants: readonly { readonly at: number; readonly hasTime: boolean }[],
  now: number,
): number | null {
  const past = new Set(instants.filter(({ at, hasTime }) => hasTime && at <= now).map(({ at }) => at));
  const [only] = past;
  return past.size === 1 && only !== undefined ? only : null;
}
