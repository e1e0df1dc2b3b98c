import { dayAt, type LaidOutDay } from './calendar-index.ts';
import type { CalendarSpan, CalendarStatute, CalendarYear, WorkCalendar } from './calendar.ts';
import { dateOf, dayNumber, type DayNumber } from './day-number.ts';

/** A calendar's days, asked for one at a time. */
export type CalendarDays = (day: DayNumber) => LaidOutDay;

/** The two ends between which what is not known of a calendar must lie. */
interface Bounds {
  /** As many days worked as may come to be. */
  readonly fewestDaysOff: CalendarDays;
  /** As many days off as may come to be. */
  readonly mostDaysOff: CalendarDays;
  /** Whether a day's year is known, or foreseen: of another one nothing can be said. */
  readonly tellsOf: (day: DayNumber) => boolean;
}

const bounds = new WeakMap<WorkCalendar, Bounds>();

/**
 * The two ends between which what is not known of a calendar must lie.
 *
 * Of a year whose notice is not out, where a statute lets one foresee it: every weekend near a holiday worked and nothing off
 * but the statute's own days; or each holiday as long as one ever was, and no weekend worked. As a notice reaches into the
 * year before its own (the last days of 2018 went by that of 2019), so do these. Of a library's year: none of the days off
 * that may move, or all of them with the days around them. What else a notice or a library says stays as it is.
 */
export function boundsOf(calendar: WorkCalendar): Bounds {
  const known = bounds.get(calendar);
  if (known !== undefined) return known;
  const years = new Set(calendar.years.map(({ year }) => year));
  const foreseen = new Set(calendar.statute?.years.map(({ year }) => year));
  const made = {
    ...(calendar.statute === null ? libraryBounds(calendar) : statuteBounds(calendar, calendar.statute)),
    tellsOf: (day: DayNumber) => years.has(yearOf(day)) || foreseen.has(yearOf(day)),
  };
  bounds.set(calendar, made);
  return made;
}

type Ends = Omit<Bounds, 'tellsOf'>;

/** What a notice may still make of a day near a holiday. */
interface Possible {
  /** The statute itself gives it. */
  isOff: boolean;
  mayBeOff: boolean;
  mayBeWorked: boolean;
}

function statuteBounds(calendar: WorkCalendar, statute: CalendarStatute): Ends {
  const published = new Set(
    calendar.years.filter(({ status }) => status === 'published').map(({ year }) => year),
  );
  const possible = possibleDays(calendar, statute, published);
  const isPublished = (day: DayNumber): boolean => published.has(yearOf(day));
  return {
    fewestDaysOff: (day) => {
      const found = dayAt(calendar, day);
      const { isOff = false, mayBeWorked = false } = possible.get(day) ?? {};
      if (isOff) return worked(found, false);
      if (found.weekday > 5) return mayBeWorked ? worked(found, true) : found;
      return isPublished(day) ? found : worked(found, true);
    },
    mostDaysOff: (day) => {
      const found = dayAt(calendar, day);
      if (possible.get(day)?.mayBeOff === true) return worked(found, false);
      return isPublished(day) || found.weekday <= 5 ? found : worked(found, false);
    },
  };
}

/** The days of which a notice that is not out may still say something else than their weekday does. */
function possibleDays(
  { years: known }: WorkCalendar,
  { makeupDaysWithin, years }: CalendarStatute,
  published: ReadonlySet<number>,
): ReadonlyMap<DayNumber, Possible> {
  const days = new Map<DayNumber, Possible>();
  const mark = (from: DayNumber, to: DayNumber, what: keyof Possible): void => {
    for (let day = from; day <= to; day += 1) {
      const found = days.get(day) ?? { isOff: false, mayBeOff: false, mayBeWorked: false };
      found[what] = true;
      days.set(day, found);
    }
  };
  for (const { daysOff } of years.filter((each) => !published.has(each.year)))
    for (const { from, to, daysBefore, daysAfter } of daysOff) {
      const [first, last] = [dayNumber(from), dayNumber(to)];
      mark(first, last, 'isOff');
      mark(first - daysBefore, last + daysAfter, 'mayBeOff');
      mark(first - makeupDaysWithin, last + makeupDaysWithin, 'mayBeWorked');
    }
  for (const { longestDaysOff } of known)
    for (const { from, to } of longestDaysOff) mark(dayNumber(from), dayNumber(to), 'mayBeOff');
  return days;
}

function worked(day: LaidOutDay, works: boolean): LaidOutDay {
  return { ...day, kind: { ...day.kind, works } };
}

function yearOf(day: DayNumber): number {
  return Number(dateOf(day).slice(0, 4));
}

function libraryBounds(calendar: WorkCalendar): Ends {
  const by = (change: (year: CalendarYear) => Partial<CalendarYear>): CalendarDays => {
    const changed = { ...calendar, years: calendar.years.map((year) => ({ ...year, ...change(year) })) };
    return (day) => dayAt(changed, day);
  };
  return {
    fewestDaysOff: by(() => ({ estimatedDaysOff: [] })),
    mostDaysOff: by(({ daysOff, estimatedDaysOff }) => ({
      daysOff: [...daysOff, ...estimatedDaysOff.map((span) => ({ ...span, ...aroundOf(span) }))],
      estimatedDaysOff: [],
    })),
  };
}

/** A span of days with the day before it and the day after it. */
function aroundOf({ from, to }: Pick<CalendarSpan, 'from' | 'to'>): Pick<CalendarSpan, 'from' | 'to'> {
  return { from: dateOf(dayNumber(from) - 1), to: dateOf(dayNumber(to) + 1) };
}
