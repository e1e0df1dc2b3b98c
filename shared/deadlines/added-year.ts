import * as z from 'zod';
import type { LegalDate } from '../kernel/index.ts';
import { dayAt } from './calendar-index.ts';
import { calendarYear, type CalendarYear, type DayKind, type WorkCalendar } from './calendar.ts';
import { dayNumber } from './day-number.ts';

/** A year of one calendar by its notice, as it comes in a file of its own. */
export const addedYear = z.strictObject({
  /** The calendar's id, e.g. `CN`. */
  calendar: z.string().min(1).max(40),
  year: calendarYear.refine(
    ({ status, longestDaysOff }) => status === 'published' && longestDaysOff.length === 0,
    'a published year',
  ),
});
export type AddedYear = z.infer<typeof addedYear>;

/**
 * Why a year cannot follow what a calendar holds; null where it can.
 *
 * `no-notices`: the calendar does not go by notices · `older-year`: a later one is published already · `gap-in-years`: one
 * between is missing · `known-year`: no later notice than those it was read from.
 */
export type YearRefusal = 'no-notices' | 'older-year' | 'gap-in-years' | 'known-year';

/** Whether a year may come into a calendar: the next one, or the last one again by a later notice. */
export function refusalOf({ years }: WorkCalendar, year: CalendarYear): YearRefusal | null {
  const last = years.filter(({ status }) => status === 'published').at(-1);
  if (last === undefined) return 'no-notices';
  if (year.year < last.year) return 'older-year';
  if (year.year > last.year + 1) return 'gap-in-years';
  return year.year === last.year && latestNotice(year) <= latestNotice(last) ? 'known-year' : null;
}

/**
 * The calendars with the years brought in. One that does not follow any more, because the program brings it itself by now or
 * the one before it is gone, is left out.
 */
export function withYears(
  calendars: readonly WorkCalendar[],
  added: readonly AddedYear[],
): readonly WorkCalendar[] {
  const inOrder = [...added].sort((left, right) => left.year.year - right.year.year);
  return calendars.map((calendar) =>
    inOrder
      .filter(({ calendar: id }) => id === calendar.id)
      .reduce(
        (before, { year }) => (refusalOf(before, year) === null ? withYear(before, year) : before),
        calendar,
      ),
  );
}

/** A day on which a calendar says something else than before. */
export interface DayChange {
  readonly date: LegalDate;
  readonly weekday: number;
  readonly before: DayKind;
  readonly after: DayKind;
}

/** The days of a year, and of the December before it, that are worked by one calendar and not by the other. */
export function changedDays(before: WorkCalendar, after: WorkCalendar, year: number): DayChange[] {
  const changes: DayChange[] = [];
  for (let day = dayNumber(`${year - 1}-12-01`); day <= dayNumber(`${year}-12-31`); day += 1) {
    const { date, weekday, kind } = dayAt(before, day);
    const { kind: is } = dayAt(after, day);
    if (kind.works !== is.works) changes.push({ date, weekday, before: kind, after: is });
  }
  return changes;
}

function withYear(calendar: WorkCalendar, year: CalendarYear): WorkCalendar {
  const others = calendar.years.filter((each) => each.year !== year.year);
  return { ...calendar, years: [...others, year].sort((left, right) => left.year - right.year) };
}

function latestNotice({ notices }: CalendarYear): LegalDate {
  return (
    notices
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  );
}
