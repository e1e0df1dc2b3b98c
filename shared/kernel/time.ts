import { Temporal } from 'temporal-polyfill';

/** Milliseconds since the epoch, UTC. The only form in which instants are stored or sent. */
export type Instant = number;

/** A legal date without a zone, `YYYY-MM-DD`. */
export type LegalDate = string;

/** Where "now" comes from. Pure rooms take it as a value, so that a test can live through a year. */
export interface Clock {
  /** The instant, ms UTC. */
  now(): Instant;
  /** The IANA zone the person sits in, e.g. `Asia/Shanghai`. */
  zone(): string;
}

/** The day of an instant in an IANA zone. */
export function dateIn(at: Instant, zone: string): LegalDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

const MINUTE = 60_000;

/** What the platform's page, mail or receipt names is its own time, which may run a little ahead of this computer's. */
const CLOCK_DIFFERENCE = 5 * MINUTE;

/** Whether what is said to have happened on a platform has not come yet. */
export function isToCome(at: Instant | null, now: Instant): boolean {
  return at !== null && at > now + CLOCK_DIFFERENCE;
}

/** Whether the name of a zone is a mere distance from UTC, such as `+08:00`: clocks take it, but it names no place. */
export function isOffset(zone: string): boolean {
  return /^[+-]/.test(zone);
}

/** Whether the clocks of two IANA zones read alike at an instant. */
export function readsAlike(at: Instant, one: string, other: string): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const offset = (zone: string): number => instant.toZonedDateTimeISO(zone).offsetNanoseconds;
  return one === other || offset(one) === offset(other);
}

/** The day an end belongs to. */
export interface EndDay {
  readonly date: LegalDate;
  /** Whether it is the end of that day itself, its 24:00, which clocks call 00:00 of the next. */
  readonly isMidnight: boolean;
}

/**
 * The day that an end falls on in an IANA zone, to the minute. One at midnight belongs to the day that ended, as people say
 * it: a zone that skips an hour at midnight, or lives through it twice, changes nothing in that.
 */
export function endDayIn(at: Instant, zone: string): EndDay {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  const date = dateIn(minute - 1, zone);
  return { date, isMidnight: date !== dateIn(at, zone) };
}

/** The instants whose ends belong to a run of days, both included, in an IANA zone: `from` is one of them, `to` none. */
export function instantsOfEnds(
  first: LegalDate,
  last: LegalDate,
  zone: string,
): { readonly from: Instant; readonly to: Instant } {
  const begins = (date: Temporal.PlainDate): Instant => date.toZonedDateTime(zone).epochMilliseconds;
  return {
    from: begins(Temporal.PlainDate.from(first)) + MINUTE,
    to: begins(Temporal.PlainDate.from(last).add({ days: 1 })) + MINUTE,
  };
}
