import * as z from 'zod';
import type { ComputedClock } from './clock-types.ts';
import { beforeEnd, countedSpans, type CountedSpan } from './counted.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long before its end a clock may remind, the longest first; in ms. */
export const STEP_LENGTHS = {
  '14d': 14 * DAY,
  '7d': 7 * DAY,
  '3d': 3 * DAY,
  '2d': 2 * DAY,
  '24h': DAY,
  '12h': 12 * HOUR,
  '4h': 4 * HOUR,
  '2h': 2 * HOUR,
  '1h': HOUR,
  '30min': 30 * MINUTE,
} as const;
export type StepBefore = keyof typeof STEP_LENGTHS;
export const STEPS_BEFORE = Object.keys(STEP_LENGTHS) as [StepBefore, ...StepBefore[]];

/** How one clock reminds: at which steps, and how long before its end the seller wants to be through (内部截止). */
export const clockPlan = z.strictObject({
  steps: z.array(z.enum(STEPS_BEFORE)).max(STEPS_BEFORE.length),
  /** Minutes before the platform's end. 0: no cut-off of one's own. */
  cutOffMinutes: z
    .int()
    .min(0)
    .max(30 * 24 * 60),
});
export type ClockPlan = z.infer<typeof clockPlan>;

/** How a clock reminds that nobody has set otherwise. */
export const USUAL_PLAN: ClockPlan = { steps: ['7d', '3d', '24h', '4h', '1h'], cutOffMinutes: 6 * 60 };

/** The usual cut-off takes no more of a clock than this: of two hours six would be gone before they began. */
const MOST_OF_SPAN = 1 / 4;

/** What a cut-off depends on. */
export interface CutClock {
  /** From when it counts, ms UTC; left out where nobody knows, and then nothing is capped. */
  readonly startedAt?: number | undefined;
  readonly dueAt: number;
  readonly plan: ClockPlan | null;
  /** The parts of its days that count, where not all do. */
  readonly counted?: readonly CountedSpan[] | undefined;
}

/** A clock as its cut-off depends on it. */
export function cutClockOf({
  startedAt,
  dueAt,
  plan,
  computed,
}: CutClock & { readonly computed: Pick<ComputedClock, 'readings'> }): CutClock {
  return { startedAt, dueAt, plan, counted: countedSpans(computed, dueAt) };
}

/**
 * How long before the platform's end the seller wants to be through with a clock, in whole minutes that count: as somebody set
 * it, but never before the clock starts; by default as usual, but at most a quarter of its span. 0: no cut-off.
 */
export function cutOffMinutesOf(clock: CutClock): number {
  const { plan } = clock;
  const wanted = (plan ?? USUAL_PLAN).cutOffMinutes;
  const span = spanOf(clock) / MINUTE;
  return Math.min(wanted, Math.floor(plan === null ? span * MOST_OF_SPAN : span));
}

function spanOf({ startedAt, dueAt, counted }: CutClock): number {
  if (counted !== undefined) return counted.reduce((sum, { from, to }) => sum + to - from, 0);
  // What began after its end was written down while the computer's clock was wrong.
  return startedAt === undefined || startedAt >= dueAt ? Infinity : dueAt - startedAt;
}

/**
 * When the seller wants to be through with a clock of theirs, ms UTC: before the platform's end by the cut-off, in the hours that
 * count where the clock counts only some.
 */
export function cutOffAt(clock: CutClock): number {
  return beforeEnd(clock, cutOffMinutesOf(clock) * MINUTE);
}
