import { Temporal } from 'temporal-polyfill';
import type { ClockOwner } from '../deadlines/index.ts';
import type { Instant, LegalDate } from '../kernel/index.ts';
import { isQuietHour, quietUntil, type QuietHours } from './quiet.ts';

/** What a digest counts: a running clock. */
export interface DigestClock {
  readonly owner: ClockOwner;
  readonly lookAt: Instant;
  readonly dueAt: Instant;
}

/** What a digest counts beside the clocks. */
export interface DigestRounds {
  /** When somebody wanted to look again whether a request was answered, of each that waits. */
  readonly revisits: readonly Instant[];
  /** Shops whose back office has to be looked into now. */
  readonly shops: number;
  /** By when each order under suspicion has to be shipped that nobody has decided on. */
  readonly shipBys: readonly Instant[];
}

/** What a day's digest (今日摘要) says. Every clock is counted at most once. */
export interface DigestCounts {
  /** The seller's own ends that have passed, of clocks that still run. */
  readonly late: number;
  /** The seller's own ends that are still to come today. */
  readonly today: number;
  readonly tomorrow: number;
  /** Answers of the platform that may be there by the end of the day, or are late. */
  readonly look: number;
  /** What can be seen no longer than a week from now. */
  readonly vanishing: number;
  /** Requests to look again at by the end of the day. */
  readonly revisits: number;
  /** Orders to decide on that have to be shipped by the end of tomorrow, or had to be. */
  readonly toShip: number;
  /** Shops whose back office has to be looked into. */
  readonly shops: number;
}

/** When the digest of the day an instant lies in is said. */
export interface DigestPlan {
  /** The person's own date, `YYYY-MM-DD`: each has one digest. */
  readonly day: string;
  /** When it is due: now, where its hour has passed; null where the rest of the day is quiet. */
  readonly dueAt: Instant | null;
  /** When that of the day after is. */
  readonly nextDayAt: Instant;
}

const WEEK = 7 * 24 * 60 * 60_000;

/**
 * Plans the digest of the day. Where its hour lies in quiet hours it is said at their end, on the same date: an hour that is
 * always quiet would else silence it for good. What was missed is due as long as the day lasts.
 *
 * @param at the person's hour for it, `HH:MM`
 */
export function planDigest(now: Instant, at: string, quiet: QuietHours | null, zone: string): DigestPlan {
  const date = dateOf(now, zone);
  const earliest = Math.max(now, hourOn(date.toString(), at, quiet, zone));
  const until = quietUntil(earliest, quiet, zone);
  return {
    day: date.toString(),
    dueAt: until === null ? earliest : dateOf(until, zone).equals(date) ? until : null,
    nextDayAt: hourOn(date.add({ days: 1 }).toString(), at, quiet, zone),
  };
}

/**
 * Counts for the digest of the day; null where there is nothing to say. Back offices alone are nothing: their own reminder rings
 * at the same hour.
 */
export function countDigest(
  clocks: readonly DigestClock[],
  now: Instant,
  zone: string,
  rounds: DigestRounds,
): DigestCounts | null {
  const date = dateOf(now, zone);
  // Midnight is the 24:00 of the day that ends, as people say it.
  const endOf = (days: number): Instant =>
    date.add({ days: days + 1 }).toZonedDateTime(zone).epochMilliseconds;
  const [today, tomorrow] = [endOf(0), endOf(1)];
  const count = (counts: (clock: DigestClock) => boolean): number => clocks.filter(counts).length;
  const counts: DigestCounts = {
    late: count(({ owner, dueAt }) => owner === 'mine' && dueAt <= now),
    today: count(({ owner, dueAt }) => owner === 'mine' && dueAt > now && dueAt <= today),
    tomorrow: count(({ owner, dueAt }) => owner === 'mine' && dueAt > today && dueAt <= tomorrow),
    look: count(({ owner, lookAt }) => owner === 'theirs' && lookAt <= today),
    vanishing: count(({ owner, dueAt }) => owner === 'vanishing' && dueAt > now && dueAt <= now + WEEK),
    revisits: rounds.revisits.filter((at) => at <= today).length,
    toShip: rounds.shipBys.filter((at) => at <= tomorrow).length,
    shops: rounds.shops,
  };
  return Object.entries(counts).some(([part, count]) => part !== 'shops' && count > 0) ? counts : null;
}

/** An hour of a day, `HH:MM`, as something is said at it once a day: at the end of quiet hours where it lies in them. */
export function hourOn(day: LegalDate, at: string, quiet: QuietHours | null, zone: string): Instant {
  const time = quiet !== null && isQuietHour(at, quiet) ? quiet.to : at;
  const date = Temporal.PlainDate.from(day);
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

function dateOf(at: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}
