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
  readonly movesOffHolidays?: boolean;
  /** From when to when the platform reviewed. */
  readonly pauses?: readonly (readonly [from: number, to: number])[];
}

const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/deadlines/vectors.json', import.meta.url), 'utf8'),
) as Vector[];
const china = findCalendar('CN');

function durationOf(vector: Vector): Duration {
  const { unit, count, startDayCounts = false, movesOffHolidays = false, opens, closes, days } = vector;
  return {
    min: null,
    max: count,
    unit,
    startDayCounts,
    pauseDuringReview: vector.pauses !== undefined,
    movesOffHolidays,
    window:
      opens === undefined || closes === undefined || days === undefined ? null : { opens, closes, days },
  };
}

describe('ends computed in another language', () => {
  it.each(['wd', 'cd', 'h', 'window-h', 'month'] as const)('%s: every one of them is ours too', (unit) => {
    const ofUnit = vectors.filter((vector) => vector.unit === unit);
    expect(ofUnit.length).toBeGreaterThanOrEqual(200);
    const wrong = ofUnit.flatMap((vector) => {
      const { dueAt } = computeClock(
        {
          owner: 'mine',
          readings: [{ ruleId: 'R', readingId: 'stated', duration: durationOf(vector) }],
        },
        {
          ...{ startedAt: vector.start, zone: vector.zone, calendar: china },
          pauses: (vector.pauses ?? []).map(([from, to]) => ({ from, to })),
        },
      );
      return dueAt === vector.end ? [] : [{ ...vector, ours: dueAt }];
    });
    expect(wrong).toEqual([]);
  });

  it('there are 2,600 of them, 400 over reviews and 200 whose last day may move', () => {
    expect(vectors).toHaveLength(2600);
    expect(vectors.filter(({ pauses }) => pauses !== undefined)).toHaveLength(400);
    expect(vectors.filter(({ movesOffHolidays }) => movesOffHolidays)).toHaveLength(200);
  });
});
