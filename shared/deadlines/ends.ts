import type { Instant } from '../kernel/index.ts';
import type { ComputedClock } from './clock-types.ts';

/** Between which instants a clock of the seller's own ends. */
export interface ClockEnds {
  /** By the strictest account; by the page's own, where it was given. */
  readonly first: Instant;
  /** By the loosest account: after it, nothing is left by anybody's. */
  readonly last: Instant;
  /** False where nobody knows when it began, so that it may end before `first`. */
  readonly isFirstSure: boolean;
  /** Whether the platform's own page counts it down. */
  readonly isOnPage: boolean;
}

/** The ends of a computed clock of the seller's own; the page's countdown wins. Null where no account gives one. */
export function clockEnds({ readings, dueAt, startIsLatest }: ComputedClock): ClockEnds | null {
  if (dueAt === null) return null;
  const page = readings.filter(({ ruleId }) => ruleId === null);
  const isOnPage = page.length > 0;
  const ends = (isOnPage ? page : readings).map(({ latest, range }) => range?.latest ?? latest);
  return { first: dueAt, last: Math.max(dueAt, ...ends), isFirstSure: startIsLatest !== true, isOnPage };
}
