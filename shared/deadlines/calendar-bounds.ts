import { dayAt, type LaidOutDay } from './calendar-index.ts';
import type { CalendarSpan, CalendarStatute, CalendarYear, WorkCalendar } from './calendar.ts';
import { dateOf, dayNumber, type DayNumber } from './day-number.ts';
import { possibleDays, publishedYears } from './possible-days.ts';

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
 * that may move, or all of them with the days around them. Where the year is still to be decided as well: every Saturday worked
 * where days have been exchanged for Saturdays before, or a bridge beside every day off and every weekend. What else a notice or a
 * library says stays as it is. A decision may still surprise: in such a year these are the ends that custom gives.
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

function statuteBounds(calendar: WorkCalendar, statute: CalendarStatute): Ends {
  const published = publishedYears(calendar);
  const possible = possibleDays(calendar, statute);
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
  const fewest = by(() => ({ estimatedDaysOff: [] }));
  const most = by(({ daysOff, estimatedDaysOff }) => ({
    daysOff: [...daysOff, ...estimatedDaysOff.map((span) => ({ ...span, ...aroundOf(span) }))],
    estimatedDaysOff: [],
  }));
  const undecided = new Set(calendar.years.flatMap(({ year, undecided: is }) => (is === true ? [year] : [])));
  const isUndecided = (day: DayNumber): boolean => undecided.size > 0 && undecided.has(yearOf(day));
  const exchanges = calendar.years.some(({ makeupDays }) => makeupDays.length > 0);
  return {
    fewestDaysOff: (day) => {
      const found = fewest(day);
      return exchanges && found.weekday === SATURDAY && isUndecided(day) ? worked(found, true) : found;
    },
    mostDaysOff: (day) => {
      const found = most(day);
      const isBeside = (): boolean => !most(day - 1).kind.works || !most(day + 1).kind.works;
      return isUndecided(day) && isBeside() ? worked(found, false) : found;
    },
  };
}

const SATURDAY = 6;

/** A span of days with the day before it and the day after it. */
function aroundOf({ from, to }: Pick<CalendarSpan, 'from' | 'to'>): Pick<CalendarSpan, 'from' | 'to'> {
  return { from: dateOf(dayNumber(from) - 1), to: dateOf(dayNumber(to) + 1) };
}
