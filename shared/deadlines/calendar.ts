import { Temporal } from 'temporal-polyfill';
import type { LegalDate } from '../kernel/index.ts';

/** A run of days off, or of days worked although a weekend, with the holiday it belongs to. Both ends included. */
export interface CalendarSpan {
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly name: { readonly zh: string; readonly en: string };
}

/** One year of a working-day calendar, as published or, before that, as can be foreseen. */
export interface CalendarYear {
  readonly year: number;
  /** `published`: by the notice named · `provisional`: only what the statute lets one foresee. */
  readonly status: 'published' | 'provisional';
  readonly source: {
    readonly title: { readonly zh: string; readonly en: string };
    readonly address: string | null;
    readonly date: LegalDate | null;
  };
  readonly daysOff: readonly CalendarSpan[];
  readonly makeupDays: readonly CalendarSpan[];
}

/** A region's working days: Monday to Friday but for `daysOff`, and the `makeupDays`. */
export interface WorkCalendar {
  readonly id: string;
  readonly region: { readonly zh: string; readonly en: string };
  /** The last day a published notice covers. */
  readonly validThrough: LegalDate;
  readonly years: readonly CalendarYear[];
}

/** Why a day counts or does not. */
export type DayReason = 'start-day' | 'working-day' | 'makeup-day' | 'calendar-day' | 'weekend' | 'holiday';

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
