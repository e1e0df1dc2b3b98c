import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/index.ts';
import type { LookUpKind } from '../rulebook/index.ts';

/** How many days lie between two looks, where nobody said otherwise. No source gives a number: these are ours. */
export const USUAL_DAYS: Readonly<Record<LookUpKind, number>> = { alerts: 1, violations: 1, results: 2 };

/**
 * When the next look is due: as the day begins, so many days after the day of the last one. A look late in the evening does
 * not put off tomorrow's.
 *
 * @param zone the person's: the days are theirs
 */
export function nextLook(last: Instant, everyDays: number, zone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(last)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: everyDays })
    .toZonedDateTime(zone).epochMilliseconds;
}
