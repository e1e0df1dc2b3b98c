import type { CalendarRecord } from '../../../shared/deadlines/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

/** What a calendar's days off are known from, and up to when. */
export function knownWords(t: Translator, { library, validThrough }: CalendarRecord): string {
  if (library !== null) return t('deadlines:countLibrary', library);
  return validThrough === null
    ? t('deadlines:countNoNotice')
    : t('deadlines:countKnown', { date: validThrough });
}
