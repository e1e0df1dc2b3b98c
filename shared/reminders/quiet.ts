import { Temporal } from 'temporal-polyfill';
import type { ClockOwner } from '../deadlines/index.ts';
import type { Instant } from '../kernel/index.ts';

/** Hours of the person's own day in which nothing rings: `HH:MM`, over midnight where `from` is the later one. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What decides whether a reminder may ring through quiet hours. */
export interface RingingClock {
  readonly owner: ClockOwner;
  readonly dueAt: Instant;
}

/** A seller's own end is never slept through within so long of it. */
const LAST_DAY = 24 * 60 * 60_000;

/** Whether an hour of the day, `HH:MM`, lies in quiet hours. */
export function isQuietHour(time: string, { from, to }: QuietHours): boolean {
  // `HH:MM` sorts as time does.
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/**
 * When the quiet hours end in which an instant lies: the first instant after it at which a clock on the wall shows no quiet
 * hour; null where it lies in none.
 */
export function quietUntil(at: Instant, quiet: QuietHours | null, zone: string): Instant | null {
  if (quiet === null) return null;
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = timeOn(now);
  if (!isQuietHour(time, quiet)) return null;
  const { from, to } = quiet;
  const day = from > to && time >= from ? now.toPlainDate().add({ days: 1 }) : now.toPlainDate();
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(to) });
  return end.offsetNanoseconds === now.offsetNanoseconds
    ? end.epochMilliseconds
    : endAcrossChange(now, end.toPlainDateTime(), quiet);
}

/**
 * The clock is put forward or back before the quiet hours end: it may show their end twice, and the first time may be over; it
 * may never show it; it may jump out of them; and put back over midnight it shows the evening's end once more on the same day.
 */
function endAcrossChange(
  now: Temporal.ZonedDateTime,
  end: Temporal.PlainDateTime,
  quiet: QuietHours,
): Instant | null {
  const { timeZoneId: zone } = now;
  const later = end.toZonedDateTime(zone, { disambiguation: 'later' });
  const shown = [end.subtract({ days: 1 }), end].flatMap((each) => [
    each.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    each.toZonedDateTime(zone, { disambiguation: 'later' }),
  ]);
  const ends = [now.getTimeZoneTransition('next'), ...shown]
    .filter((each) => each !== null)
    .filter((each) => Temporal.ZonedDateTime.compare(each, now) > 0 && !isQuietHour(timeOn(each), quiet))
    .map(({ epochMilliseconds }) => epochMilliseconds);
  // The hours that are not quiet are the very ones that this night skips.
  return ends.length === 0 ? quietUntil(later.epochMilliseconds, quiet, zone) : Math.min(...ends);
}

function timeOn(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * Whether a reminder rings now. Quiet hours silence neither the last 24 hours of the seller's own clock nor one that ends
 * before they do.
 */
export function mayRing(clock: RingingClock, now: Instant, quiet: QuietHours | null, zone: string): boolean {
  const until = quietUntil(now, quiet, zone);
  if (until === null) return true;
  return clock.owner === 'mine' && clock.dueAt <= Math.max(until, now + LAST_DAY);
}
