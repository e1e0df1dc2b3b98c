import type { ClockOwner } from '../deadlines/index.ts';
import type { Instant } from '../kernel/index.ts';

const HOUR = 60 * 60_000;

/** What decides how long a reminder may be put off. */
export interface SnoozedClock {
  readonly owner: ClockOwner;
  readonly dueAt: Instant;
}

/**
 * The latest instant to which a reminder may be put off: of one's own end, and of what vanishes, half of what is left, so that it
 * never comes again when it is too late. Null where nothing can be too late: the end is over, or it is the platform's.
 */
export function latestSnooze({ owner, dueAt }: SnoozedClock, now: Instant): Instant | null {
  return owner === 'theirs' || dueAt <= now ? null : now + Math.ceil((dueAt - now) / 2);
}

/** Until when one press puts a reminder off: an hour, or less where that may be too long. */
export function usualSnooze(clock: SnoozedClock, now: Instant): Instant {
  return Math.min(now + HOUR, latestSnooze(clock, now) ?? Infinity);
}
