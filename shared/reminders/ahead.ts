import type { Instant } from '../kernel/index.ts';

/**
 * A clock that is set right by the network moves by seconds, at worst by a minute or two: what was told just before such a
 * correction was told in time, and is not told again. A person, an empty battery or a wrong time zone is off by more.
 */
const CORRECTION = 5 * 60_000;

/**
 * The latest instant at which something can have happened by now. What is said to have happened after it never did: the
 * computer's clock was ahead then, and was put back.
 */
export function latestTrue(now: Instant): Instant {
  return now + CORRECTION;
}
