import { Temporal } from 'temporal-polyfill';
import type { LegalDate } from '../kernel/index.ts';
import { dayKind, type WorkCalendar } from './calendar.ts';
import type { ClockStep } from './clock-types.ts';

/** Where a walk over days ended, with every day on the way. `steps` has one entry for each day, both ends included. */
export interface DayWalk {
  readonly endDate: LegalDate;
  readonly steps: readonly Extract<ClockStep, { kind: 'day' }>[];
  /** True when a day without a published calendar was walked over. */
  readonly estimate: boolean;
}

type Judge = (
  date: LegalDate,
) => Pick<Extract<ClockStep, { kind: 'day' }>, 'reason' | 'name' | 'estimate'> & { readonly counts: boolean };

/** Walks from `start` until `count` days were counted, writing down each day. */
function walkDays(start: LegalDate, count: number, startDayCounts: boolean, judge: Judge): DayWalk {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError('a walk needs a whole number of days, 0 or more');
  }
  const from = Temporal.PlainDate.from(start);
  const steps: Extract<ClockStep, { kind: 'day' }>[] = [];
  let counted = 0;
  let endDate = start;
  for (let offset = 0; offset === 0 || counted < count; offset += 1) {
    const date = from.add({ days: offset });
    endDate = date.toString();
    const { counts, ...judged } = judge(endDate);
    const skippedStart = offset === 0 && !startDayCounts;
    const isCounted = counts && !skippedStart && counted < count;
    if (isCounted) counted += 1;
    steps.push({
      kind: 'day',
      date: endDate,
      weekday: date.dayOfWeek,
      counted: isCounted ? counted : null,
      ...judged,
      reason: skippedStart ? 'start-day' : judged.reason,
    });
  }
  return { endDate, steps, estimate: steps.some((step) => step.reason !== 'start-day' && step.estimate) };
}

/**
 * Adds working days to a date. The start day is not counted unless `startDayCounts`.
 *
 * @param count whole working days, 0 or more; 0 gives the start day itself.
 */
export function addWorkingDays(
  start: LegalDate,
  count: number,
  calendar: WorkCalendar,
  startDayCounts = false,
): DayWalk {
  return walkDays(start, count, startDayCounts, (date) => {
    const { works, reason, name, estimate } = dayKind(calendar, date);
    return { counts: works, reason, name, estimate };
  });
}

/** Adds calendar days: every day counts, holiday or not, so no calendar is asked and nothing is an estimate. */
export function addCalendarDays(start: LegalDate, count: number, startDayCounts = false): DayWalk {
  return walkDays(start, count, startDayCounts, () => ({
    counts: true,
    reason: 'calendar-day',
    name: null,
    estimate: false,
  }));
}
