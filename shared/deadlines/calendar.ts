import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { bilingual, legalDate } from '../kernel/fields.ts';
import type { LegalDate } from '../kernel/index.ts';

const calendarSpan = z.strictObject({ from: legalDate, to: legalDate, name: bilingual });

/** A run of days off, or of days worked although a weekend, with the holiday it belongs to. Both ends included. */
export type CalendarSpan = z.infer<typeof calendarSpan>;

/**
 * One year of a working-day calendar, as published or, before that, as can be foreseen: days off and make-up days lie in the
 * year, no day is both.
 */
export const calendarYear = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    /** `published`: by the notices named · `provisional`: only what the statute lets one foresee. */
    status: z.enum(['published', 'provisional']),
    /** The notices it is taken from, a later one changing an earlier; none while it is provisional. */
    notices: z.array(
      z.strictObject({ number: z.string().min(1), date: legalDate, address: z.string().min(1).nullable() }),
    ),
    /** What a provisional year is foreseen from. */
    basis: bilingual.nullable(),
    daysOff: z.array(calendarSpan),
    /** Of a provisional year: the longest the days off may become by the custom of the notices. Else empty. */
    longestDaysOff: z.array(calendarSpan).default([]),
    makeupDays: z.array(calendarSpan),
  })
  .refine(({ year, daysOff, makeupDays }) =>
    [...daysOff, ...makeupDays].every(
      ({ from, to }) => from <= to && from >= `${year}-01-01` && to <= `${year}-12-31`,
    ),
  )
  .refine(({ daysOff, makeupDays }) =>
    makeupDays.every((makeup) => daysOff.every((off) => makeup.to < off.from || makeup.from > off.to)),
  )
  .refine(({ status, notices, basis }) =>
    status === 'published' ? notices.length > 0 : notices.length === 0 && basis !== null,
  );
export type CalendarYear = z.infer<typeof calendarYear>;

/** A region's working days: Monday to Friday but for `daysOff`, and the `makeupDays`. As it stands in a data file. */
export const workCalendar = z.strictObject({
  id: z.string().min(1),
  region: bilingual,
  /** What its notices are called. */
  title: bilingual.nullable(),
  years: z
    .array(calendarYear)
    .refine((years) =>
      years.every(({ year }, place) => place === 0 || year === (years[place - 1]?.year ?? 0) + 1),
    ),
});
export type WorkCalendar = z.infer<typeof workCalendar>;

/** The last day that a published notice covers, with every day before it back to the first year; null where none does. */
export function validThrough({ years }: WorkCalendar): LegalDate | null {
  const last = years.filter(({ status }) => status === 'published').at(-1);
  return last === undefined ? null : `${last.year}-12-31`;
}

/** Why a day counts or does not. */
export type DayReason =
  | 'start-day'
  | 'working-day'
  | 'makeup-day'
  | 'calendar-day'
  | 'weekend'
  | 'holiday'
  /** The clock stood still all day. */
  | 'paused'
  /** The last day was none to act on, and this is the next one that is. */
  | 'moved-to';

/** What a calendar says of one day. */
export interface DayKind {
  readonly works: boolean;
  readonly reason: 'working-day' | 'makeup-day' | 'weekend' | 'holiday';
  readonly name: { readonly zh: string; readonly en: string } | null;
  /** True where the day's year is provisional or not in the calendar at all. */
  readonly estimate: boolean;
}

/**
 * Says whether a day is worked, and why.
 *
 * A year the calendar does not hold is answered by weekday alone and marked `estimate`; it is never passed off as known.
 */
export function dayKind(calendar: WorkCalendar, date: LegalDate): DayKind {
  const year = calendar.years.find((each) => each.year === Number(date.slice(0, 4)));
  const estimate = year?.status !== 'published';
  const makeup = year?.makeupDays.find((span) => span.from <= date && date <= span.to);
  if (makeup !== undefined) return { works: true, reason: 'makeup-day', name: makeup.name, estimate };
  const off = year?.daysOff.find((span) => span.from <= date && date <= span.to);
  if (off !== undefined) return { works: false, reason: 'holiday', name: off.name, estimate };
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  return weekday <= 5
    ? { works: true, reason: 'working-day', name: null, estimate }
    : { works: false, reason: 'weekend', name: null, estimate };
}

/**
 * The two ends between which an unpublished year must lie: no day off but the weekends, and every day off that custom
 * allows. Years with a notice stay as they are.
 */
export function boundsOf(calendar: WorkCalendar): {
  readonly fewestDaysOff: WorkCalendar;
  readonly mostDaysOff: WorkCalendar;
} {
  const years = (daysOffOf: (year: CalendarYear) => CalendarYear['daysOff']): WorkCalendar => ({
    ...calendar,
    years: calendar.years.map((year) =>
      year.status === 'published' ? year : { ...year, daysOff: daysOffOf(year), makeupDays: [] },
    ),
  });
  return {
    fewestDaysOff: years(() => []),
    mostDaysOff: years(({ daysOff, longestDaysOff }) => [...daysOff, ...longestDaysOff]),
  };
}
