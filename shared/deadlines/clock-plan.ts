import * as z from 'zod';
import { beforeEnd, type CountedSpan } from './counted.ts';

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

/**
 * When the seller wants to be through with a clock of theirs, ms UTC: before the platform's end by the cut-off, in the hours that
 * count where the clock counts only some.
 */
export function cutOffAt(clock: {
  readonly dueAt: number;
  readonly plan: ClockPlan | null;
  readonly counted?: readonly CountedSpan[] | undefined;
}): number {
  return beforeEnd(clock, (clock.plan ?? USUAL_PLAN).cutOffMinutes * MINUTE);
}
