import { Temporal } from 'temporal-polyfill';
import { dateIn, type Instant, type LegalDate } from '../kernel/index.ts';
import type { CalendarDays } from './calendar-bounds.ts';
import { dayAt, type LaidOutDay } from './calendar-index.ts';
import type { DayKind, DayReason, WorkCalendar } from './calendar.ts';
import type { ClockStep } from './clock-types.ts';
import { dateOf, dayNumber, weekdayOf, type DayNumber } from './day-number.ts';
import type { DailyWindow } from './duration.ts';

type DayStep = Extract<ClockStep, { kind: 'day' }>;

/** Where a walk over days ended, with every day on the way. `steps` has one entry for each day, both ends included. */
export interface DayWalk {
  readonly endDate: LegalDate;
  readonly steps: readonly DayStep[];
  /** True when a day without a published calendar, or one near a holiday that may move, was walked over. */
  readonly estimate: boolean;
  /** True when a day was walked over of which only a library tells. */
  readonly library: boolean;
}

/** A day as a walk is told of it. */
type WalkedDay = Omit<LaidOutDay, 'kind'> & {
  readonly kind: Omit<DayKind, 'reason'> & { readonly reason: DayReason };
};

/** What a walk may be told beside its start and length. */
export interface WalkOptions {
  readonly startDayCounts?: boolean;
  /** Days on which the clock stood still all day. */
  readonly isPaused?: (date: LegalDate) => boolean;
}

function daysOf(calendar: WorkCalendar | CalendarDays): CalendarDays {
  return typeof calendar === 'function' ? calendar : (day) => dayAt(calendar, day);
}

/** Walks from `start` until `count` days were counted, writing down each day. */
function walkDays(
  start: LegalDate,
  count: number,
  { startDayCounts = false, isPaused = () => false }: WalkOptions,
  dayOf: (day: DayNumber) => WalkedDay,
): DayWalk {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError('a walk needs a whole number of days, 0 or more');
  }
  const from = dayNumber(start);
  const steps: DayStep[] = [];
  let counted = 0;
  let endDate = start;
  let estimate = false;
  let library = false;
  for (let day = from; day === from || counted < count; day += 1) {
    const { date, weekday, kind } = dayOf(day);
    endDate = date;
    const skipped = day === from && !startDayCounts ? 'start-day' : isPaused(date) ? 'paused' : null;
    const isCounted = kind.works && skipped === null && counted < count;
    if (isCounted) counted += 1;
    if (skipped === null) {
      estimate ||= kind.estimate;
      library ||= kind.library;
    }
    steps.push({
      kind: 'day',
      date,
      weekday,
      counted: isCounted ? counted : null,
      reason: skipped ?? kind.reason,
      name: kind.name,
      estimate: kind.estimate,
    });
  }
  return { endDate, steps, estimate, library };
}

/**
 * Adds working days to a date. The start day is not counted unless `startDayCounts`.
 *
 * @param count whole working days, 0 or more; 0 gives the start day itself.
 */
export function addWorkingDays(
  start: LegalDate,
  count: number,
  calendar: WorkCalendar | CalendarDays,
  options: WalkOptions = {},
): DayWalk {
  return walkDays(start, count, options, daysOf(calendar));
}

const COUNTS = { works: true, reason: 'calendar-day', name: null, estimate: false, library: false } as const;

/** Adds calendar days: every day counts, holiday or not, so no calendar is asked and nothing is an estimate. */
export function addCalendarDays(start: LegalDate, count: number, options: WalkOptions = {}): DayWalk {
  return walkDays(start, count, options, (day) => ({
    date: dateOf(day),
    weekday: weekdayOf(day),
    kind: COUNTS,
  }));
}

/**
 * The day to act on where a last day is one that nobody works on: the next that somebody does (civil law).
 *
 * `steps` has each day after `date` up to the one moved to; empty where `date` stands.
 */
export function moveOffHolidays(date: LegalDate, calendar: WorkCalendar | CalendarDays): DayWalk {
  const dayOf = daysOf(calendar);
  const steps: DayStep[] = [];
  const from = dayNumber(date);
  let estimate = false;
  let library = false;
  for (let day = from; ; day += 1) {
    const { date: endDate, weekday, kind } = dayOf(day);
    estimate ||= kind.estimate;
    library ||= kind.library;
    if (day > from)
      steps.push({
        kind: 'day',
        date: endDate,
        weekday,
        counted: null,
        reason: kind.works ? 'moved-to' : kind.reason,
        name: kind.name,
        estimate: kind.estimate,
      });
    if (kind.works) return { endDate, steps, estimate, library };
  }
}

/** Where hours of a daily window ended, with what each day gave. */
export interface WindowWalk {
  readonly end: Instant;
  readonly steps: readonly Extract<ClockStep, { kind: 'window' }>[];
  readonly estimate: boolean;
  readonly library: boolean;
}

const MINUTE = 60_000;

/**
 * Adds hours that count only inside a daily window of a zone. What the first day does not hold carries over to the
 * opening of the next day that counts; an end exactly at closing time ends there.
 *
 * @param hours whole hours, 1 or more
 */
export function addWindowHours(
  start: Instant,
  hours: number,
  window: DailyWindow,
  zone: string,
  calendar: WorkCalendar | CalendarDays,
): WindowWalk {
  const dayOf = daysOf(calendar);
  const steps: Extract<ClockStep, { kind: 'window' }>[] = [];
  let rest = hours * 60 * MINUTE;
  let estimate = false;
  let library = false;
  for (let date = Temporal.PlainDate.from(dateIn(start, zone)); ; date = date.add({ days: 1 })) {
    const { kind: day } = dayOf(dayNumber(date.toString()));
    if (window.days === 'working') {
      estimate ||= day.estimate;
      library ||= day.library;
      if (!day.works) continue;
    }
    const at = (time: string) =>
      date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    const from = Math.max(start, at(window.opens));
    const room = at(window.closes) - from;
    if (room <= 0) continue;
    const used = Math.min(rest, room);
    const to = from + used;
    steps.push({ kind: 'window', date: date.toString(), from, to, minutes: Math.round(used / MINUTE) });
    rest -= used;
    if (rest <= 0) return { end: to, steps, estimate, library };
  }
}
