import { Temporal } from 'temporal-polyfill';

/** An instant as a date-and-time field writes it, `2026-11-02T20:14`, in a zone. */
export function localOf(instant: number, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant that a date-and-time field names in a zone; null where it is empty or half typed. While somebody types 2026,
 * the field says the years 0002, 0020 and 0202 first.
 */
export function instantOf(local: string, zone: string): number | null {
  try {
    const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
    return instant < 0 ? null : instant;
  } catch {
    return null;
  }
}

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export function dayOf(instant: number, zone: string): string {
  return localOf(instant, zone).slice(0, 10);
}
