/**
 * What a span is counted in.
 *
 * `h` hours, running through nights, weekends and holidays · `cd` calendar days · `wd` working days of the calendar
 * given · `month` calendar months · `bd` the platform's own business days · `window-h` hours counted only inside a
 * daily window. The last two are known to the packs but not yet computed.
 */
export type DurationUnit = 'h' | 'cd' | 'wd' | 'month' | 'bd' | 'window-h';

/** A span as a rule states it: `min` is null where the rule gives only an upper end ("at the latest"). */
export interface Duration {
  readonly min: number | null;
  readonly max: number;
  readonly unit: DurationUnit;
  /** Whether the day of the event is day 1. By default it is not counted. */
  readonly startDayCounts: boolean;
  /** Whether the clock stands still while the platform reviews. */
  readonly pauseDuringReview: boolean;
}

/** What of a span the clock engine cannot compute yet, or null where it can. Packs are refused a clock with such a span. */
export function uncomputablePart(
  duration: Pick<Duration, 'unit' | 'pauseDuringReview'>,
): 'bd' | 'window-h' | 'pause-during-review' | null {
  if (duration.pauseDuringReview) return 'pause-during-review';
  return duration.unit === 'bd' || duration.unit === 'window-h' ? duration.unit : null;
}

/**
 * A span of a kind the clock engine cannot compute yet. It is thrown, never guessed around; no pack that loads brings the
 * engine to it.
 */
export class UnsupportedDurationError extends Error {
  readonly unit: string;

  constructor(unit: string) {
    super(`a duration in ${unit} cannot be computed yet`);
    this.name = 'UnsupportedDurationError';
    this.unit = unit;
  }
}
