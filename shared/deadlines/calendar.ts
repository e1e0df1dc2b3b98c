import * as z from 'zod';
import { bilingual, legalDate } from '../kernel/fields.ts';
import type { LegalDate } from '../kernel/index.ts';

/** A notice that a year is taken from. */
export const calendarNotice = z.strictObject({
  number: z.string().min(1),
  date: legalDate,
  address: z.string().min(1).nullable(),
});

const calendarSpan = z.strictObject({ from: legalDate, to: legalDate, name: bilingual });

/** A run of days off, or of days worked although a weekend, with the holiday it belongs to. Both ends included. */
export type CalendarSpan = z.infer<typeof calendarSpan>;

/**
 * One year of a working-day calendar, as published or, before that, as can be foreseen: days off and make-up days lie in the
 * year, or in the December before it, where its notice moved them for New Year; no day is both.
 */
export const calendarYear = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    /**
     * `published`: by the notices named · `library`: by the library the calendar names, no notice was read ·
     * `provisional`: only what the statute lets one foresee.
     */
    status: z.enum(['published', 'library', 'provisional']),
    /** The notices it is taken from, a later one changing an earlier; none unless it is published. */
    notices: z.array(calendarNotice),
    /** What a provisional year is foreseen from. */
    basis: bilingual.nullable(),
    daysOff: z.array(calendarSpan),
    /** Of a provisional year: how long its days off may become beside what the statute lets one foresee. Else empty. */
    longestDaysOff: z.array(calendarSpan).default([]),
    /**
     * Of a library's year: days off beside `daysOff` that go by the moon or by an announcement, of a year that was not over
     * when the data were made. Each may fall a day earlier or later. Else empty.
     */
    estimatedDaysOff: z.array(calendarSpan).default([]),
    makeupDays: z.array(calendarSpan),
    /**
     * Of a library's year: days off are decided year by year there, and those of this year were not when the data were made. Any
     * day may still turn over. Else absent.
     */
    undecided: z.literal(true).optional(),
  })
  .refine(({ year, daysOff, estimatedDaysOff, makeupDays }) =>
    [...daysOff, ...estimatedDaysOff, ...makeupDays].every(
      ({ from, to }) => from <= to && from >= `${year - 1}-12-01` && to <= `${year}-12-31`,
    ),
  )
  .refine(({ daysOff, makeupDays }) =>
    makeupDays.every((makeup) => daysOff.every((off) => makeup.to < off.from || makeup.from > off.to)),
  )
  .refine(({ status, notices, basis }) =>
    status === 'published'
      ? notices.length > 0
      : notices.length === 0 && (basis !== null) === (status === 'provisional'),
  )
  .refine(
    ({ status, estimatedDaysOff, undecided }) =>
      status === 'library' || (estimatedDaysOff.length === 0 && undecided === undefined),
  );
export type CalendarYear = z.infer<typeof calendarYear>;

/** The open library that a calendar without notices is taken from, and the day its data were made. */
export const calendarLibrary = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1),
  licence: z.string().min(1),
  made: legalDate,
});
export type CalendarLibrary = z.infer<typeof calendarLibrary>;

/** What a statute lets one foresee of years whose notice is not out. */
const calendarStatute = z.strictObject({
  /** No notice puts a make-up day further than so many days from the holiday it belongs to. */
  makeupDaysWithin: z.int().min(0),
  years: z.array(
    z.strictObject({
      year: z.int(),
      /** The days off by the statute, and how many more a notice may put before and behind them. */
      daysOff: z.array(calendarSpan.extend({ daysBefore: z.int().min(0), daysAfter: z.int().min(0) })),
    }),
  ),
});
export type CalendarStatute = z.infer<typeof calendarStatute>;

/** A region's working days: Monday to Friday but for the days off, and the `makeupDays`. */
export const workCalendar = z
  .strictObject({
    id: z.string().min(1),
    region: bilingual,
    /** What its notices are called. */
    title: bilingual.nullable(),
    /** Where the years come from that no notice was read for; null where there is none such. */
    library: calendarLibrary.nullable().default(null),
    /** What can be foreseen of its years without a notice; null where nothing can. */
    statute: calendarStatute.nullable().default(null),
    years: z
      .array(calendarYear)
      .refine((years) =>
        years.every(({ year }, place) => place === 0 || year === (years[place - 1]?.year ?? 0) + 1),
      ),
  })
  .refine(({ library, years }) => library !== null || years.every(({ status }) => status !== 'library'));
export type WorkCalendar = z.infer<typeof workCalendar>;

/** The last day that a published notice covers, with every day before it back to the first year; null where none does. */
export function validThrough({ years }: WorkCalendar): LegalDate | null {
  const last = years.filter(({ status }) => status === 'published').at(-1);
  return last === undefined ? null : `${last.year}-12-31`;
}

/** The library a calendar is taken from, with the last day that it covers; null where it has none. */
export function libraryThrough({
  library,
  years,
}: WorkCalendar): (CalendarLibrary & { readonly through: LegalDate }) | null {
  const last = years.filter(({ status }) => status === 'library').at(-1);
  return library === null || last === undefined ? null : { ...library, through: `${last.year}-12-31` };
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
  /**
   * True where the day's year is provisional, undecided or not in the calendar at all, or a holiday near it may still move, or the
   * notice of the year after it may.
   */
  readonly estimate: boolean;
  /** True where only a library says so, no notice. */
  readonly library: boolean;
}
