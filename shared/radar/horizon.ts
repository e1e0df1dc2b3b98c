import type { Instant } from '../kernel/index.ts';

const DAY = 24 * 60 * 60_000;

/**
 * How near something is to being out of reach. `doubtful`: by one reading it is gone, by another still there · `unknown`: no
 * source or no date says when, so that it may be any day.
 */
export const HORIZONS = ['doubtful', 'unknown', 'days-30', 'days-60', 'days-90', 'later', 'gone'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What a horizon is told from. */
export interface Reach {
  /** When the earliest reading ends; null where nobody knows. */
  readonly vanishesAt: Instant | null;
  /** When the longest reading does. */
  readonly lastsUntil: Instant | null;
}

/** The horizon of something at an instant. */
export function horizonOf({ vanishesAt, lastsUntil }: Reach, now: Instant): Horizon {
  if (vanishesAt === null) return 'unknown';
  if (vanishesAt <= now) return (lastsUntil ?? vanishesAt) > now ? 'doubtful' : 'gone';
  const days = (vanishesAt - now) / DAY;
  if (days <= 30) return 'days-30';
  if (days <= 60) return 'days-60';
  return days <= 90 ? 'days-90' : 'later';
}

/** So near it is a matter of today. */
const SOON = 14 * DAY;

/** Whether something has to be saved now rather than one of these days. */
export function isSoon(reach: Reach, now: Instant): boolean {
  const horizon = horizonOf(reach, now);
  return (
    horizon === 'doubtful' ||
    horizon === 'unknown' ||
    (horizon === 'days-30' && (reach.vanishesAt ?? 0) - now < SOON)
  );
}
