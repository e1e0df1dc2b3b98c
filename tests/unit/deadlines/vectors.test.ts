import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  computeClock,
  findCalendar,
  type Duration,
  type DurationUnit,
} from '../../../shared/deadlines/index.ts';

/** Made by `make_vectors.py`, which shares no code with us. */
interface Vector {
  readonly unit: Exclude<DurationUnit, 'bd'>;
  readonly count: number;
  readonly start: number;
  readonly zone: string;
  readonly end: number;
  readonly startDayCounts?: boolean;
  readonly opens?: string;
  readonly closes?: string;
  readonly days?: 'every' | 'working';
}

const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/deadlines/vectors.json', import.meta.url), 'utf8'),
) as Vector[];
const china = findCalendar('CN');

function durationOf({ unit, count, startDayCounts = false, opens, closes, days }: Vector): Duration {
  return {
    min: null,
    max: count,
    unit,
    startDayCounts,
    pauseDuringReview: false,
    movesOffHolidays: false,
    window:
      opens === undefined || closes === undefined || days === undefined ? null : { opens, closes, days },
  };
}

describe('two thousand ends computed in another language', () => {
  it.each(['wd', 'cd', 'h', 'window-h', 'month'] as const)('%s: every one of them is ours too', (unit) => {
    const ofUnit = vectors.filter((vector) => vector.unit === unit);
    expect(ofUnit.length).toBeGreaterThanOrEqual(200);
    const wrong = ofUnit.flatMap((vector) => {
      const { dueAt } = computeClock(
        {
          owner: 'mine',
          readings: [{ ruleId: 'R', readingId: 'stated', duration: durationOf(vector) }],
        },
        { startedAt: vector.start, zone: vector.zone, calendar: china },
      );
      return dueAt === vector.end ? [] : [{ ...vector, ours: dueAt }];
    });
    expect(wrong).toEqual([]);
  });

  it('there are two thousand of them', () => {
    expect(vectors).toHaveLength(2000);
  });
});
