import { Temporal } from 'temporal-polyfill';
import { endDayIn, type Instant, type LegalDate } from '../kernel/index.ts';
import { dayKind } from './calendar-index.ts';
import type { WorkCalendar } from './calendar.ts';
import type { CalendarDay, ClockEnd } from './schema.ts';

/** How much of the calendar one page shows. */
export type CalendarSheet = 'month' | 'week';

/** The years that a calendar may hold; no page is turned beyond them. */
const FIRST = Temporal.PlainDate.from('2000-01-01');
const LAST = Temporal.PlainDate.from('2100-12-31');

/** How many days lie from one to another, both included; none or fewer where the last lies before the first. */
export function countDates(first: LegalDate, last: LegalDate): number {
  return Temporal.PlainDate.from(first).until(last).days + 1;
}

/** The days from one to another, both included; none where the last lies before the first. */
function datesBetween(first: LegalDate, last: LegalDate): LegalDate[] {
  const from = Temporal.PlainDate.from(first);
  return Array.from({ length: Math.max(0, countDates(first, last)) }, (_, days) =>
    from.add({ days }).toString(),
  );
}

/** What a calendar says of each day from one to another, both included. */
export function calendarDays(calendar: WorkCalendar, first: LegalDate, last: LegalDate): CalendarDay[] {
  return datesBetween(first, last).map((date) => ({ date, ...dayKind(calendar, date) }));
}

/** The days on the page that a day stands on: whole weeks from Monday on, the week alone or every week of the month. */
export function daysOnPage(sheet: CalendarSheet, day: LegalDate): LegalDate[] {
  const chosen = Temporal.PlainDate.from(day);
  const first = sheet === 'week' ? chosen : chosen.with({ day: 1 });
  const last = sheet === 'week' ? chosen : chosen.with({ day: chosen.daysInMonth });
  return datesBetween(
    first.subtract({ days: first.dayOfWeek - 1 }).toString(),
    last.add({ days: 7 - last.dayOfWeek }).toString(),
  );
}

/** The day to which a turned page leads: a week or a month on (`by` 1) or back (-1); the last that a calendar may hold at most. */
export function turnedDay(sheet: CalendarSheet, day: LegalDate, by: 1 | -1): LegalDate {
  const from = Temporal.PlainDate.from(day);
  return held(sheet === 'week' ? from.add({ days: 7 * by }) : from.add({ months: by }));
}

/** The day so many days after another (before it where negative); the last that a calendar may hold at most. */
export function dayAfter(day: LegalDate, days: number): LegalDate {
  return held(Temporal.PlainDate.from(day).add({ days }));
}

/** A day that somebody wrote, or null where it is none that a calendar may hold. */
export function readDay(written: string): LegalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  try {
    const day = Temporal.PlainDate.from(written);
    return held(day) === written ? written : null;
  } catch {
    return null;
  }
}

function held(day: Temporal.PlainDate): LegalDate {
  if (Temporal.PlainDate.compare(day, FIRST) < 0) return FIRST.toString();
  return (Temporal.PlainDate.compare(day, LAST) > 0 ? LAST : day).toString();
}

/**
 * What stands on a day: an end of one's own, of something that vanishes, of the platform's promise, or (`look`) the first
 * moment at which a look at the platform's answer is worth it.
 */
export type DayEndKind = 'mine' | 'vanishing' | 'look' | 'theirs';

/** Something that stands on a day of the calendar. */
export interface DayEnd {
  readonly clock: ClockEnd;
  readonly kind: DayEndKind;
  readonly at: Instant;
}

/** The kinds by what a person must not miss first. */
export const DAY_END_KINDS: readonly DayEndKind[] = ['mine', 'vanishing', 'look', 'theirs'];

/** One's own first, then what vanishes, then what the platform owes; each by its time. */
export function byWeight(one: DayEnd, other: DayEnd): number {
  return DAY_END_KINDS.indexOf(one.kind) - DAY_END_KINDS.indexOf(other.kind) || byTime(one, other);
}

const byTime = (one: DayEnd, other: DayEnd): number =>
  one.at - other.at || (one.clock.id < other.clock.id ? -1 : 1);

/**
 * Puts clocks on the days they belong to in a zone, each day by time. A clock stands on the day of its end, the platform's
 * promise also on that of the first look where that is another moment.
 */
export function endsByDay(clocks: readonly ClockEnd[], zone: string): ReadonlyMap<LegalDate, DayEnd[]> {
  const ends = clocks.flatMap((clock): DayEnd[] => {
    const end: DayEnd = { clock, kind: clock.owner, at: clock.dueAt };
    return clock.owner === 'theirs' && clock.lookAt !== clock.dueAt
      ? [{ clock, kind: 'look', at: clock.lookAt }, end]
      : [end];
  });
  return Map.groupBy(ends.toSorted(byTime), ({ at }) => endDayIn(at, zone).date);
}
