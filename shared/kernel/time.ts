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
