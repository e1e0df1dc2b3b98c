import { Temporal } from 'temporal-polyfill';
import { dateIn, type Instant, type LegalDate } from '../kernel/index.ts';
import type { WorkCalendar } from './calendar.ts';
import type {
  Certainty,
  ClockInput,
  ClockReading,
  ClockStep,
  ComputedClock,
  ComputedReading,
} from './clock-types.ts';
import { uncomputablePart, UnsupportedDurationError } from './duration.ts';
import { addCalendarDays, addWindowHours, addWorkingDays } from './walk.ts';

const HOUR = 3_600_000;

/** What a clock is computed from. */
export interface ClockOptions {
  /** The event that starts it, ms UTC. */
  readonly startedAt: Instant;
  /** The platform's IANA zone: days begin and end there, whatever zone the user sits in. */
  readonly zone: string;
  readonly calendar: WorkCalendar;
  /** The end the platform's own page shows, ms UTC. It wins over every rule. */
  readonly pageDeadline?: Instant | undefined;
}

interface Span {
  readonly end: Instant;
  readonly endDate: LegalDate;
  readonly steps: readonly ClockStep[];
  readonly estimate: boolean;
}

/**
 * Computes all readings of a clock, and when to look, to chase, or to be done.
 *
 * Days end at 24:00 in `zone` and the start day is not counted unless the reading says so; hours run through nights,
 * weekends and holidays. A shorter reading is never averaged with a longer one. A clock without any reading (the
 * sources give no number) has null instants, unless the page's countdown was given.
 *
 * @throws UnsupportedDurationError for a span the engine cannot compute yet.
 */
export function computeClock(spec: ClockInput, options: ClockOptions): ComputedClock {
  const disagree = new Set(spec.readings.map((reading) => spanKey(reading))).size > 1;
  const computed = spec.readings
    .map((reading) => computeReading(reading, options, disagree))
    .sort((left, right) => left.latest - right.latest);
  const page = options.pageDeadline === undefined ? [] : [pageReading(options.pageDeadline, options.zone)];
  const readings = [...page, ...computed];
  const deciding = page.length > 0 ? page : computed;
  const theirs = spec.owner === 'theirs' && deciding.length > 0;
  return {
    owner: spec.owner,
    zone: options.zone,
    startedAt: options.startedAt,
    readings,
    lookAt: theirs ? Math.min(...deciding.map((each) => each.earliest ?? each.latest)) : null,
    chaseAfter: theirs ? Math.max(...deciding.map((each) => each.latest)) : null,
    dueAt:
      spec.owner === 'theirs' || deciding.length === 0
        ? null
        : Math.min(...deciding.map((each) => each.latest)),
    certainty: overall(deciding.map((each) => each.certainty)),
  };
}

function computeReading(reading: ClockReading, options: ClockOptions, disagree: boolean): ComputedReading {
  const { duration, ruleId, readingId } = reading;
  const uncomputable = uncomputablePart(duration);
  if (uncomputable !== null) throw new UnsupportedDurationError(uncomputable);
  const upper = span(duration.max, reading, options);
  const lower = duration.min === null ? null : span(duration.min, reading, options);
  return {
    ruleId,
    readingId,
    earliest: lower?.end ?? null,
    latest: upper.end,
    endDate: upper.endDate,
    explanation: upper.steps,
    certainty: upper.estimate ? 'estimate' : disagree ? 'arguable' : 'exact',
  };
}

function span(amount: number, reading: ClockReading, options: ClockOptions): Span {
  const { startedAt, zone, calendar } = options;
  const { unit, startDayCounts } = reading.duration;
  const startDate = dateIn(startedAt, zone);
  switch (unit) {
    case 'h': {
      const end = startedAt + amount * HOUR;
      const step: ClockStep = { kind: 'hours', from: startedAt, to: end, hours: amount };
      return { end, endDate: dateIn(end, zone), steps: [step], estimate: false };
    }
    case 'month': {
      const endDate = Temporal.PlainDate.from(startDate).add({ months: amount }).toString();
      const step: ClockStep = { kind: 'months', from: startDate, to: endDate, months: amount };
      return { end: endOfDay(endDate, zone), endDate, steps: [step], estimate: false };
    }
    case 'window-h': {
      const { window } = reading.duration;
      if (window === null) throw new UnsupportedDurationError(unit);
      const walk = addWindowHours(startedAt, amount, window, zone, calendar);
      return { ...walk, endDate: dateIn(walk.end, zone) };
    }
    case 'cd':
    case 'wd':
    case 'bd': {
      const walk =
        unit === 'cd'
          ? addCalendarDays(startDate, amount, startDayCounts)
          : addWorkingDays(startDate, amount, calendar, startDayCounts);
      return { end: endOfDay(walk.endDate, zone), ...walk };
    }
  }
}

function pageReading(deadline: Instant, zone: string): ComputedReading {
  return {
    ruleId: null,
    readingId: 'page',
    earliest: null,
    latest: deadline,
    endDate: dateIn(deadline, zone),
    explanation: [{ kind: 'page', to: deadline }],
    certainty: 'exact',
  };
}

function spanKey({ duration }: ClockReading): string {
  return `${duration.min}/${duration.max}/${duration.unit}/${duration.startDayCounts}`;
}

function overall(certainties: readonly Certainty[]): Certainty {
  if (certainties.includes('estimate')) return 'estimate';
  return certainties.includes('arguable') ? 'arguable' : 'exact';
}

/** 24:00 of a day is 00:00 of the next, whatever the clocks do in between. */
function endOfDay(date: LegalDate, zone: string): Instant {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
