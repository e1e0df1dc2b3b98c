import { describe, expect, it } from 'vitest';
import { cutOffAt, cutOffMinutesOf, USUAL_PLAN } from '../../../shared/deadlines/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const clock = (hours: number, cutOffMinutes: number | null = null) => ({
  startedAt: 0,
  dueAt: hours * HOUR,
  plan: cutOffMinutes === null ? null : { ...USUAL_PLAN, cutOffMinutes },
});

describe('the cut-off before a deadline', () => {
  it('is six hours as usual, but never more than a quarter of the time there is', () => {
    expect(cutOffAt(clock(72))).toBe(66 * HOUR);
    expect(cutOffAt(clock(24))).toBe(18 * HOUR);
    expect(cutOffAt(clock(4))).toBe(3 * HOUR);
    expect(cutOffAt(clock(2))).toBe(90 * MINUTE);
    expect(cutOffMinutesOf(clock(1 / 30))).toBe(0);
  });

  it('is where somebody set it, though never before the clock began', () => {
    expect(cutOffAt(clock(4, 180))).toBe(HOUR);
    expect(cutOffAt(clock(2, 360))).toBe(0);
    expect(cutOffMinutesOf(clock(2, 0))).toBe(0);
  });

  it('is the usual one where nobody knows since when a clock runs', () => {
    expect(cutOffMinutesOf({ dueAt: HOUR, plan: null })).toBe(360);
  });

  it('takes a quarter of the hours that count, where the night between does not', () => {
    const spans = [
      { from: 14 * HOUR, to: 18 * HOUR },
      { from: 33 * HOUR, to: 37 * HOUR },
    ];
    const counted = { startedAt: 14 * HOUR, dueAt: 37 * HOUR, plan: null, counted: spans };
    expect(cutOffMinutesOf(counted)).toBe(120);
    expect(cutOffAt(counted)).toBe(35 * HOUR);
  });
});
