import {
  openness,
  weekRuns,
  windowsText,
  type Calendars,
  type OpeningHours,
} from '../../../shared/asks/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

const MINUTE = 60_000;

/** When somebody is there and how long they take, in one line. */
export function hoursText(hours: OpeningHours, t: Translator): string {
  const { weekday, span } = t.format;
  const runs = weekRuns(hours.week).map(({ first, last, windows }) => {
    const times = windowsText(windows);
    if (first === 1 && last === 7) return t('asks:opening.everyDay', { times });
    return first === last
      ? t('asks:opening.oneDay', { day: weekday(first), times })
      : t('asks:opening.days', { first: weekday(first), last: weekday(last), times });
  });
  return [
    ...runs,
    ...(hours.holidays === null ? [] : [t('asks:opening.holidayRest')]),
    ...(hours.closedSpans.length === 0
      ? []
      : [t('asks:opening.closedDays', { count: hours.closedSpans.length })]),
    t('asks:opening.takes', { span: span(hours.answerMinutes * MINUTE) }),
  ].join(' · ');
}

/** Whether somebody is there now, until when or from when on, in words. */
export function opennessText(
  hours: OpeningHours,
  {
    zone,
    now,
    calendars,
  }: { readonly zone: string; readonly now: number; readonly calendars: Calendars | undefined },
  t: Translator,
): string {
  const { isOpen, closesAt, opensAt } = openness(hours, now, calendars);
  if (isOpen)
    return closesAt === null
      ? t('asks:hours.alwaysThere')
      : t('asks:hours.there', { when: shortTime(closesAt, zone, now, t) });
  return opensAt === null
    ? t('asks:hours.never')
    : t('asks:hours.opens', { when: shortTime(opensAt, zone, now, t) });
}

/** An instant, of today by its hour alone. */
export function shortTime(at: number, zone: string, now: number, t: Translator): string {
  const isToday = t.format.day(at - 1, zone, now) === t.format.day(now, zone, now);
  return isToday ? t.format.endTime(at, zone) : t.format.deadline(at, zone, now);
}
