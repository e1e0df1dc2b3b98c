import { getRandomValues } from 'node:crypto';
import type { Clock, Random } from '../../shared/kernel/index.ts';

/**
 * The computer's clock.
 *
 * @param chosenZone the zone the person set, empty for the computer's own; asked each time, because it may change
 */
export function systemClock(chosenZone: () => string): Clock {
  return {
    now: () => Date.now(),
    zone: () => chosenZone() || Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** The operating system's random numbers. */
export const systemRandom: Random = {
  bytes: (length) => getRandomValues(new Uint8Array(length)),
};
