/**
 * What a span is counted in.
 *
 * `h` hours, running through nights, weekends and holidays · `cd` calendar days · `wd` working days of the calendar
 * given · `bd` the platform's own business days, counted by the same calendar · `month` calendar months · `window-h`
 * hours that count only inside a daily window.
 */
export type DurationUnit = 'h' | 'cd' | 'wd' | 'month' | 'bd' | 'window-h';

/** A part of the day in which hours count, `HH:MM` in the platform's zone, on every day or on working days only. */
export interface DailyWindow {
  readonly opens: string;
  readonly closes: string;
  readonly days: 'every' | 'working';
}

/** A span as a rule states it: `min` is null where the rule gives only an upper end ("at the latest"). */
export interface Duration {
  readonly min: number | null;
  readonly max: number;
  readonly unit: DurationUnit;
  /** Whether the day of the event is day 1. By default it is not counted. */
  readonly startDayCounts: boolean;
  /** Whether the clock stands still while the platform reviews. */
  readonly pauseDuringReview: boolean;
  /** Whether a last day that nobody works on moves on to one that somebody does (civil law); for days and months. */
  readonly movesOffHolidays: boolean;
  /** For `window-h` and only for it. */
  readonly window: DailyWindow | null;
}

/** What of a span the clock engine cannot compute, or null where it can. Packs are refused a clock with such a span. */
export function uncomputablePart(
  duration: Pick<Duration, 'pauseDuringReview' | 'movesOffHolidays' | 'unit'>,
): 'pause-during-review' | 'moves-off-holidays' | null {
  const { unit, pauseDuringReview, movesOffHolidays } = duration;
  if (pauseDuringReview && (unit === 'month' || unit === 'window-h')) return 'pause-during-review';
  if (movesOffHolidays && unit !== 'cd' && unit !== 'month') return 'moves-off-holidays';
  return null;
}

/**
 * A span of a kind the clock engine cannot compute. It is thrown, never guessed around; no pack that loads brings the engine
 * to it.
 */
export class UnsupportedDurationError extends Error {
  readonly unit: string;

  constructor(unit: string) {
    super(`a duration in ${unit} cannot be computed`);
    this.name = 'UnsupportedDurationError';
    this.unit = unit;
  }
}
