import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeClock, findCalendar, type DurationUnit } from '../../../shared/deadlines/index.ts';

const HOUR = 3_600_000;
const BEGINS = Date.parse('2026-01-01T00:00:00+08:00');

/** When a clock that stands still in these pauses ends, ms UTC. */
function endOf(unit: DurationUnit, max: number, startedAt: number, pauses: readonly Stood[]): number {
  const duration = {
    ...{ min: null, max, unit, startDayCounts: false },
    ...{ pauseDuringReview: true, movesOffHolidays: false, window: null },
  };
  const { dueAt } = computeClock(
    { owner: 'mine', readings: [{ ruleId: 'R', readingId: 'r', duration }] },
    { startedAt, zone: 'Asia/Shanghai', calendar: findCalendar('CN'), pauses },
  );
  if (dueAt === null) throw new Error('it has a reading');
  return dueAt;
}

interface Stood {
  readonly from: number;
  readonly to: number;
}

const clocks = fc.record({
  unit: fc.constantFrom<DurationUnit>('h', 'cd', 'wd'),
  max: fc.integer({ min: 1, max: 20 }),
  startedAt: fc.integer({ min: 0, max: 24 * 200 }).map((hours) => BEGINS + hours * HOUR),
  pauses: fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 300 }))
      .map(([after, hours]) => ({ after: after * HOUR, length: hours * HOUR })),
    { minLength: 1, maxLength: 3 },
  ),
});

describe('a clock that stands still', () => {
  it('ends in no review, and never earlier than without one', () => {
    fc.assert(
      fc.property(clocks, ({ unit, max, startedAt, pauses }) => {
        const stood = pauses.map(({ after, length }) => ({
          from: startedAt + after,
          to: startedAt + after + length,
        }));
        const end = endOf(unit, max, startedAt, stood);
        expect(stood.filter(({ from, to }) => from < end && end <= to)).toEqual([]);
        expect(end).toBeGreaterThanOrEqual(endOf(unit, max, startedAt, []));
      }),
      { seed: 26, numRuns: 2000 },
    );
  });

  it('gains no more than the review took', () => {
    fc.assert(
      fc.property(clocks, ({ unit, max, startedAt, pauses: [one = { after: 0, length: 0 }] }) => {
        fc.pre(unit !== 'wd');
        const from = startedAt + one.after;
        const gained =
          endOf(unit, max, startedAt, [{ from, to: from + one.length }]) - endOf(unit, max, startedAt, []);
        expect(gained).toBeLessThanOrEqual(one.length);
      }),
      { seed: 27, numRuns: 2000 },
    );
  });
});
