import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from './calendar.ts';
import { findCalendar } from './calendars/index.ts';
import { computeClock } from './clock.ts';
import type { ComputedClock } from './clock-types.ts';
import type { DaySpan } from './schema.ts';

/**
 * Counts a span that no case has: the same engine, and the same explanation, as for a clock.
 *
 * @throws AppError NOT_FOUND for a calendar that is not there
 */
export function countSpan(span: DaySpan, calendars: readonly WorkCalendar[]): ComputedClock {
  const { start, zone, count, unit, startDayCounts, movesOffHolidays } = span;
  const duration = {
    min: null,
    max: count,
    unit,
    startDayCounts,
    pauseDuringReview: false,
    // Working days never end on a day off.
    movesOffHolidays: movesOffHolidays && unit !== 'wd',
    window: null,
  };
  return computeClock(
    { owner: 'mine', readings: [{ ruleId: '', readingId: 'stated', duration }] },
    {
      startedAt: Temporal.PlainDate.from(start).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
        .epochMilliseconds,
      zone,
      calendar: findCalendar(span.calendar, calendars),
    },
  );
}
