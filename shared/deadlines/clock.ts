import { Temporal } from 'temporal-polyfill';
import { dateIn, type Instant, type LegalDate } from '../kernel/index.ts';
import { boundsOf, type CalendarDays } from './calendar-bounds.ts';
import type { WorkCalendar } from './calendar.ts';
import type {
  Certainty,
  ClockInput,
  ClockReading,
  ClockStep,
  ComputedClock,
  ComputedReading,
} from './clock-types.ts';
import { dayNumber } from './day-number.ts';
import { estimatedIn, type PlatformDays } from './possible-zones.ts';
import { uncomputablePart, UnsupportedDurationError } from './duration.ts';
import {
  addCalendarDays,
  addWindowHours,
  addWorkingDays,
  moveOffHolidays,
  type WalkOptions,
} from './walk.ts';

const HOUR = 3_600_000;
/** A page that counts in whole hours or days, and a person who copies it, are not more precise than this. */
const PAGE_PRECISION = HOUR;

/** What no rule says is no surer than what rules differ on. */
const UNSAID: readonly Certainty[] = ['arguable'];

/** A time in which a clock stood still. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** What a clock is computed from. */
export interface ClockOptions {
  /** The event that starts it, ms UTC. */
  readonly startedAt: Instant;
  /** The platform's IANA zone: days begin and end there, whatever zone the user sits in. */
  readonly zone: string;
  readonly calendar: WorkCalendar;
  /** When the platform reviewed; it counts for spans that stand still meanwhile. */
  readonly pauses?: readonly Pause[];
  /** Nobody knows when it started, only that it was no later than `startedAt`: every rule's end is an estimate then. */
  readonly startIsLatest?: boolean;
  /** It runs on after a return, though no rule says whether it does or begins anew: its end is arguable then. */
  readonly wasReturned?: boolean;
  /** Other days that the platform's may be; what is counted in days is an estimate then, over all of them. */
  readonly elsewhere?: readonly PlatformDays[];
  /** Why `zone` is only assumed; what is counted in days is an estimate then. */
  readonly zoneAssumed?: { readonly zh: string; readonly en: string } | null;
  /**
   * The end the platform's own page shows, ms UTC. It wins over every rule. One that was copied when it had stood there for a
   * while ends too late: where a rule ends earlier, and was not over when the page was read, that is said.
   */
  readonly pageDeadline?: Instant | undefined;
  /** When the page was read. */
  readonly pageReadAt?: Instant | undefined;
  /** Somebody said that the page counts this clock down. */
  readonly pageChosen?: boolean;
}

interface Span {
  readonly end: Instant;
  readonly endDate: LegalDate;
  readonly steps: readonly ClockStep[];
  readonly estimate: boolean;
  readonly library: boolean;
}

/**
 * Computes all readings of a clock, and when to look, to chase, or to be done.
 *
 * Days end at 24:00 in `zone` and the start day is not counted unless the reading says so; hours run through nights,
 * weekends and holidays. A shorter reading is never averaged with a longer one. A clock without any reading (the
 * sources give no number) has null instants, unless the page's countdown was given. Of an estimate, the earliest end counts
 * for the seller's own clock. After a review, a filing has met what does not stand still meanwhile: where another reading
 * does, only that counts on.
 *
 * @throws UnsupportedDurationError for a span the engine cannot compute.
 */
export function computeClock(spec: ClockInput, given: ClockOptions): ComputedClock {
  const pauses = joined(given.pauses ?? []);
  const options: ClockOptions = { ...given, pauses };
  const disagree = new Set(spec.readings.map((reading) => spanKey(reading))).size > 1;
  const stoodStill =
    pauses.length === 0 ? [] : spec.readings.filter(({ duration }) => duration.pauseDuringReview);
  const computed = (stoodStill.length > 0 ? stoodStill : spec.readings)
    .map((reading) => inEveryZone(reading, options, disagree))
    .map((each) => (options.startIsLatest === true ? { ...each, certainty: 'estimate' as const } : each))
    .sort((left, right) => left.latest - right.latest);
  const before = spec.owner === 'mine' ? endingBeforePage(computed, options) : [];
  const page = options.pageDeadline === undefined ? [] : [pageReading(options, before.length > 0)];
  const readings = [...page, ...computed];
  const deciding = page.length > 0 ? page : computed;
  const unsure = options.startIsLatest === true && page.length === 0;
  const theirs = spec.owner === 'theirs' && deciding.length > 0;
  const isAssumed = options.zoneAssumed != null && deciding.some(({ inZones }) => inZones !== undefined);
  return {
    owner: spec.owner,
    zone: options.zone,
    startedAt: options.startedAt,
    readings,
    lookAt: theirs
      ? Math.min(...deciding.map(({ earliest, range, latest }) => earliest ?? range?.earliest ?? latest))
      : null,
    chaseAfter: theirs ? Math.max(...deciding.map((each) => each.range?.latest ?? each.latest)) : null,
    dueAt: spec.owner === 'theirs' || deciding.length === 0 ? null : Math.min(...deciding.map(firstEnd)),
    certainty: unsure
      ? 'estimate'
      : overall([...deciding.map((each) => each.certainty), ...(options.wasReturned ? UNSAID : [])]),
    ...(unsure ? { startIsLatest: true } : {}),
    ...(options.startIsLatest === true && !unsure ? { startAssumed: true } : {}),
    ...(options.wasReturned === true ? { wasReturned: true } : {}),
    ...(isAssumed ? { zoneAssumed: options.zoneAssumed } : {}),
    ...(before.length > 0 ? { pageIsLater: true } : {}),
    ...(options.pageChosen === true && page.length > 0 ? { pageChosen: true } : {}),
  };
}

/** When a reading ends at the earliest. */
const firstEnd = ({ range, latest }: ComputedReading): Instant => range?.earliest ?? latest;

/** The readings that end before the page does, though they were not over when it was read. */
function endingBeforePage(
  computed: readonly ComputedReading[],
  { pageDeadline, pageReadAt }: ClockOptions,
): readonly ComputedReading[] {
  if (pageDeadline === undefined || pageReadAt === undefined) return [];
  return computed.filter(
    (each) => firstEnd(each) > pageReadAt && firstEnd(each) < pageDeadline - PAGE_PRECISION,
  );
}

/** A reading in each zone in which its days may end; hours end at the same moment in all of them. */
function inEveryZone(reading: ClockReading, options: ClockOptions, disagree: boolean): ComputedReading {
  const own = computeReading(reading, options, disagree);
  const { elsewhere = [], zoneAssumed = null } = options;
  if (reading.duration.unit === 'h' || (elsewhere.length === 0 && zoneAssumed === null)) return own;
  return estimatedIn(own, [
    { zone: options.zone, reading: own },
    ...elsewhere.map((days) => ({
      zone: days.zone,
      reading: computeReading(reading, { ...options, ...days }, disagree),
    })),
  ]);
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
    earliest: lower === null ? null : soonest(lower, reading, options),
    latest: upper.end,
    endDate: upper.endDate,
    explanation: upper.steps,
    certainty: upper.estimate ? 'estimate' : disagree ? 'arguable' : upper.library ? 'library' : 'exact',
    range: upper.estimate ? rangeOf(reading, options, upper.end) : null,
    ...(upper.library && options.calendar.library !== null ? { library: options.calendar.library } : {}),
  };
}

/** When the lower end of a span may come first: where its days are not foreseen, by the fewest of them that are off. */
function soonest(lower: Span, { duration, ...reading }: ClockReading, options: ClockOptions): Instant {
  if (!lower.estimate || duration.min === null) return lower.end;
  const { fewestDaysOff } = boundsOf(options.calendar);
  return Math.min(lower.end, span(duration.min, { ...reading, duration }, options, fewestDaysOff).end);
}

/** Between which ends an estimate lies; null where days were walked over of which nothing can be foreseen. */
function rangeOf(reading: ClockReading, options: ClockOptions, end: Instant): ComputedReading['range'] {
  const { fewestDaysOff, mostDaysOff, tellsOf } = boundsOf(options.calendar);
  const by = (days: CalendarDays) => span(reading.duration.max, reading, options, days);
  const latest = by(mostDaysOff);
  const isForeseen = [dateIn(options.startedAt, options.zone), latest.endDate].every((date) =>
    tellsOf(dayNumber(date)),
  );
  if (!isForeseen) return null;
  return { earliest: Math.min(end, by(fewestDaysOff).end), latest: Math.max(end, latest.end) };
}

function span(
  amount: number,
  reading: ClockReading,
  options: ClockOptions,
  calendar: WorkCalendar | CalendarDays = options.calendar,
): Span {
  const { startedAt, zone } = options;
  const { unit, startDayCounts, pauseDuringReview, movesOffHolidays } = reading.duration;
  const startDate = dateIn(startedAt, zone);
  const pauses = pauseDuringReview ? (options.pauses ?? []) : [];
  switch (unit) {
    case 'h':
      return addHours(startedAt, amount, pauses, zone);
    case 'month': {
      const endDate = Temporal.PlainDate.from(startDate).add({ months: amount }).toString();
      const step: ClockStep = { kind: 'months', from: startDate, to: endDate, months: amount };
      const walk = { endDate, steps: [step], estimate: false, library: false };
      return endOfWalk(movesOffHolidays ? moved(walk, calendar) : walk, zone);
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
      const walking: WalkOptions = { startDayCounts, isPaused: (date) => isWithin(date, pauses, zone) };
      const walk =
        unit === 'cd'
          ? addCalendarDays(startDate, amount, walking)
          : addWorkingDays(startDate, amount, calendar, walking);
      return carriedOver(endOfWalk(movesOffHolidays ? moved(walk, calendar) : walk, zone), pauses, zone);
    }
  }
}

/**
 * An end that lies in a pause is none: what was left of the last day when the clock stood still is left when it runs on. No
 * rule says what is left of a day that was half over, so the day on which it runs on is the last in any case.
 */
function carriedOver(span: Span, pauses: readonly Pause[], zone: string): Span {
  return pauses.reduce((walked, { from, to }) => {
    if (walked.end <= from || walked.end > to) return walked;
    const end = Math.min(to + (walked.end - from), endOfDay(dateIn(to, zone), zone));
    const steps: readonly ClockStep[] = [
      ...walked.steps,
      { kind: 'paused', from, to },
      { kind: 'hours', from: to, to: end, hours: (end - to) / HOUR },
    ];
    return { ...walked, end, steps, endDate: dateIn(end - 1, zone) };
  }, span);
}

/** The pauses in their order, those that meet or overlap as one. */
function joined(pauses: readonly Pause[]): readonly Pause[] {
  return [...pauses]
    .sort((left, right) => left.from - right.from)
    .reduce<Pause[]>((done, pause) => {
      const last = done.at(-1);
      if (last === undefined || pause.from > last.to) return [...done, pause];
      return [...done.slice(0, -1), { from: last.from, to: Math.max(last.to, pause.to) }];
    }, []);
}

/** Hours, running through nights, weekends and holidays, and standing still in each pause. */
function addHours(startedAt: Instant, hours: number, pauses: readonly Pause[], zone: string): Span {
  const steps: ClockStep[] = [];
  let from = startedAt;
  let rest = hours * HOUR;
  for (const pause of pauses) {
    if (pause.to <= from || pause.from >= from + rest) continue;
    const ran = Math.max(0, pause.from - from);
    if (ran > 0) steps.push({ kind: 'hours', from, to: from + ran, hours: ran / HOUR });
    steps.push({ kind: 'paused', from: from + ran, to: pause.to });
    rest -= ran;
    from = pause.to;
  }
  const end = from + rest;
  steps.push({ kind: 'hours', from, to: end, hours: rest / HOUR });
  return { end, endDate: dateIn(end, zone), steps, estimate: false, library: false };
}

/** Whether a clock stood still on a day from its first moment to its last. */
function isWithin(date: LegalDate, pauses: readonly Pause[], zone: string): boolean {
  if (pauses.length === 0) return false;
  const first = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
  const end = endOfDay(date, zone);
  return pauses.some(({ from, to }) => from <= first && end <= to);
}

type Walked = Omit<Span, 'end'>;

function moved(walk: Walked, calendar: WorkCalendar | CalendarDays): Walked {
  const { endDate, steps, estimate, library } = moveOffHolidays(walk.endDate, calendar);
  return {
    endDate,
    steps: [...walk.steps, ...steps],
    estimate: walk.estimate || estimate,
    library: walk.library || library,
  };
}

function endOfWalk(walk: Walked, zone: string): Span {
  return { ...walk, end: endOfDay(walk.endDate, zone) };
}

function pageReading(
  { pageDeadline = 0, pageReadAt: readAt, zone }: ClockOptions,
  isDoubted: boolean,
): ComputedReading {
  return {
    ruleId: null,
    readingId: 'page',
    earliest: null,
    latest: pageDeadline,
    endDate: dateIn(pageDeadline, zone),
    explanation: [{ kind: 'page', to: pageDeadline, ...(readAt === undefined ? {} : { readAt }) }],
    certainty: isDoubted ? 'arguable' : 'exact',
    range: null,
  };
}

function spanKey({ duration }: ClockReading): string {
  const { min, max, unit, startDayCounts, movesOffHolidays, window } = duration;
  return JSON.stringify([min, max, unit, startDayCounts, movesOffHolidays, window]);
}

function overall(certainties: readonly Certainty[]): Certainty {
  const weakest = (['estimate', 'arguable', 'library'] as const).find((each) => certainties.includes(each));
  return weakest ?? 'exact';
}

/** 24:00 of a day is 00:00 of the next, whatever the clocks do in between. */
function endOfDay(date: LegalDate, zone: string): Instant {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
