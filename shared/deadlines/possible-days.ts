import type { CalendarStatute, CalendarYear, WorkCalendar } from './calendar.ts';
import { dateOf, dayNumber, weekdayOf, type DayNumber } from './day-number.ts';

/** What a notice may still make of a day near a holiday. */
interface PossibleDay {
  /** The statute itself gives it. */
  isOff: boolean;
  mayBeOff: boolean;
  mayBeWorked: boolean;
}

/** The days of which a notice that is not out may still say something else than their weekday does. */
export function possibleDays(
  calendar: Pick<WorkCalendar, 'years'>,
  { makeupDaysWithin, years }: CalendarStatute,
): ReadonlyMap<DayNumber, PossibleDay> {
  const published = publishedYears(calendar);
  const days = new Map<DayNumber, PossibleDay>();
  const mark = (from: DayNumber, to: DayNumber, what: keyof PossibleDay): void => {
    for (let day = from; day <= to; day += 1) {
      const found = days.get(day) ?? { isOff: false, mayBeOff: false, mayBeWorked: false };
      found[what] = true;
      days.set(day, found);
    }
  };
  for (const { year, daysOff } of years.filter((each) => !published.has(each.year))) {
    // A notice reaches into a year that has its own only at New Year; a make-up day no deeper than that.
    const [newYear, deepest] = [dayNumber(`${year}-01-01`), daysMovedBeforeNewYear(calendar)];
    const first = published.has(year - 1) ? newYear - deepest : -Infinity;
    for (const { from, to, daysBefore, daysAfter } of daysOff) {
      const [begins, ends] = [dayNumber(from), dayNumber(to)];
      mark(begins, ends, 'isOff');
      mark(Math.max(first, begins - daysBefore), ends + daysAfter, 'mayBeOff');
      mark(Math.max(first, begins - makeupDaysWithin), ends + makeupDaysWithin, 'mayBeWorked');
    }
  }
  for (const { longestDaysOff } of calendar.years)
    for (const { from, to } of longestDaysOff) mark(dayNumber(from), dayNumber(to), 'mayBeOff');
  return days;
}

/** The days of published years that a notice of the year after, which is not out, may still turn over. */
export function unsettledDays({ statute, years }: WorkCalendar): DayNumber[] {
  if (statute === null) return [];
  const published = publishedYears({ years });
  return [...possibleDays({ years }, statute)]
    .filter(([day, { mayBeOff, mayBeWorked }]) => {
      if (!published.has(Number(dateOf(day).slice(0, 4)))) return false;
      return weekdayOf(day) > 5 ? mayBeWorked : mayBeOff;
    })
    .map(([day]) => day);
}

/** The years of a calendar whose notice is out. */
export function publishedYears({ years }: Pick<WorkCalendar, 'years'>): ReadonlySet<number> {
  return new Set(years.filter(({ status }) => status === 'published').map(({ year }) => year));
}

const WEEK = 7;

/**
 * How many days before New Year a notice may still move a day of the year before its own: the earliest December day that any
 * notice in the data moved (the statute has no holiday in December, so whatever is moved there is the next year's), rounded up
 * to whole weeks, at least one.
 *
 * Why whole weeks: the holiday of 1 January is one day, and what is worked for it was always of the weekend that touches its
 * days off. Any seven days hold each weekday once, so the last week of the year holds that Saturday and that Sunday wherever
 * New Year falls. The notices since 2005, most of them older than this data, never reached further than 29 December, which
 * was worked in 2007 and 2018 (tests/unit/deadlines/year-end.test.ts goes through all of them).
 */
function daysMovedBeforeNewYear({ years }: { readonly years: readonly CalendarYear[] }): number {
  const moved = years.flatMap(({ status, daysOff, makeupDays }) =>
    status === 'published'
      ? [...daysOff, ...makeupDays]
          .filter(({ from }) => from.slice(5) >= '12-01')
          .map(({ from }) => dayNumber(`${Number(from.slice(0, 4)) + 1}-01-01`) - dayNumber(from))
      : [],
  );
  return Math.ceil(Math.max(1, ...moved) / WEEK) * WEEK;
}
