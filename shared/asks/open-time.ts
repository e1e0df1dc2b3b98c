import { Temporal } from 'temporal-polyfill';
import { dayKind, findCalendar, workCalendars, type WorkCalendar } from '../deadlines/index.ts';
import { dateIn, type Instant, type LegalDate } from '../kernel/index.ts';
import type { Bilingual } from '../rulebook/index.ts';
import type { OpeningHours, OpenWindow } from './opening-hours.ts';

/** So many days are looked through for an open hour, forwards or back. */
const MOST_DAYS = 400;

/** Why somebody is closed all day: by their week, by a public holiday, or by days of their own. */
export type ClosedReason = 'weekly' | 'holiday' | 'own';

/** A time in which somebody is there, `from` included, `to` not. */
export interface OpenSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** One day of somebody who is asked. */
export interface OpenDay {
  readonly date: LegalDate;
  /** The earliest first, none in another. */
  readonly spans: readonly OpenSpan[];
  /** Why there are none; null where there are. */
  readonly closed: ClosedReason | null;
  /** The public holiday that closes, or whose make-up day opens. */
  readonly name: Bilingual | null;
  /** Whether it rests on a calendar that no notice has published yet. */
  readonly estimate: boolean;
}

/** Days that were worked out already: the same few are asked for by every case that waits for somebody. */
const known = new WeakMap<Calendars, WeakMap<OpeningHours, Map<LegalDate, OpenDay>>>();

/**
 * The calendars by which holidays close and make-up days open: those of the program, or with the years that came in a file.
 * Whoever is told of a new one is told by another array.
 */
export type Calendars = readonly WorkCalendar[];

/** When somebody is there on a day, as instants. */
export function openDay(hours: OpeningHours, date: LegalDate, calendars: Calendars): OpenDay {
  const byHours = known.get(calendars) ?? new WeakMap<OpeningHours, Map<LegalDate, OpenDay>>();
  known.set(calendars, byHours);
  const days = byHours.get(hours) ?? new Map<LegalDate, OpenDay>();
  byHours.set(hours, days);
  const day = days.get(date) ?? workedOut(hours, date, calendars);
  days.set(date, day);
  return day;
}

function workedOut(hours: OpeningHours, date: LegalDate, calendars: Calendars): OpenDay {
  if (hours.closedSpans.some(({ from, to }) => from <= date && date <= to))
    return { date, spans: [], closed: 'own', name: null, estimate: false };
  const kind = hours.holidays === null ? null : dayKind(findCalendar(hours.holidays, calendars), date);
  const estimate = kind?.estimate ?? false;
  if (kind?.reason === 'holiday') return { date, spans: [], closed: 'holiday', name: kind.name, estimate };
  const own = hours.week[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? [];
  const isMakeup = kind?.reason === 'makeup-day';
  const windows = isMakeup && own.length === 0 ? usualWorkday(hours) : own;
  const name = isMakeup ? (kind?.name ?? null) : null;
  const spans = spansOf(windows, date, hours.zone);
  return { date, spans, closed: spans.length === 0 ? 'weekly' : null, name, estimate };
}

/** Whether somebody is there at an instant, until when, and else from when on. */
export interface Openness {
  readonly isOpen: boolean;
  /** When they close; null where they are closed, or do not close. */
  readonly closesAt: Instant | null;
  /** When they open next; null where they are open, or never do. */
  readonly opensAt: Instant | null;
}

/** Whether somebody is there at an instant. */
export function openness(hours: OpeningHours, at: Instant, calendars: Calendars = workCalendars): Openness {
  for (const span of mergedSpans(hours, at, calendars)) {
    if (span.to <= at) continue;
    const isOpen = span.from <= at;
    return {
      isOpen,
      closesAt: isOpen && span.to < Infinity ? span.to : null,
      opensAt: isOpen ? null : span.from,
    };
  }
  return { isOpen: false, closesAt: null, opensAt: null };
}

/**
 * When to look again whether somebody has answered who was asked at an instant: as soon as they are there after the time
 * they usually take. Null where they are not there for as long as can be foreseen.
 */
export function usualAnswer(
  hours: OpeningHours,
  askedAt: Instant,
  calendars: Calendars = workCalendars,
): Instant | null {
  let left = hours.answerMinutes * MINUTE;
  for (const span of spansFrom(hours, askedAt, calendars)) {
    const from = Math.max(span.from, askedAt);
    if (span.to <= from) continue;
    if (span.to - from > left) return from + left;
    left -= span.to - from;
  }
  return null;
}

const MINUTE = 60_000;
/** Who is there for so long at a stretch does not close. */
const NEVER_CLOSES = 14 * 24 * 60 * MINUTE;

/** The days of somebody back from an instant, each with its hours. */
export function* daysBack(hours: OpeningHours, from: Instant, calendars: Calendars): Generator<OpenDay> {
  const first = Temporal.PlainDate.from(dateIn(from, hours.zone));
  for (let back = 0; back < MOST_DAYS; back += 1)
    yield openDay(hours, first.subtract({ days: back }).toString(), calendars);
}

function* spansFrom(hours: OpeningHours, from: Instant, calendars: Calendars): Generator<OpenSpan> {
  const first = Temporal.PlainDate.from(dateIn(from, hours.zone));
  for (let days = 0; days < MOST_DAYS; days += 1)
    yield* openDay(hours, first.add({ days }).toString(), calendars).spans;
}

/** Spans from an instant on, those that touch as one: who is there day and night does not close at midnight. */
function* mergedSpans(hours: OpeningHours, from: Instant, calendars: Calendars): Generator<OpenSpan> {
  let run: OpenSpan | null = null;
  for (const span of spansFrom(hours, from, calendars)) {
    if (run?.to === span.from) run = { from: run.from, to: span.to };
    else {
      if (run !== null) yield run;
      run = span;
    }
    if (run.to - Math.max(run.from, from) > NEVER_CLOSES) {
      yield { from: run.from, to: Infinity };
      return;
    }
  }
  if (run !== null) yield run;
}

/** The hours of a make-up day of somebody who is closed on that weekday: those of an ordinary working day. */
function usualWorkday({ week }: OpeningHours): readonly OpenWindow[] {
  return week.slice(0, 5).find((windows) => windows.length > 0) ?? [];
}

function spansOf(windows: readonly OpenWindow[], date: LegalDate, zone: string): OpenSpan[] {
  const spans: OpenSpan[] = [];
  for (const { opens, closes } of windows) {
    // Where a clock is put forward, a window may begin in an hour that another one has reached already.
    const from = Math.max(instantOf(date, opens, zone), spans.at(-1)?.to ?? -Infinity);
    const to = instantOf(date, closes, zone);
    if (from < to) spans.push({ from, to });
  }
  return spans;
}

function instantOf(date: LegalDate, time: string, zone: string): Instant {
  const day = Temporal.PlainDate.from(date);
  const at =
    time === '24:00'
      ? day.add({ days: 1 }).toZonedDateTime(zone)
      : day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return at.epochMilliseconds;
}
