import { describe, expect, it } from 'vitest';
import { versionsOf } from '../../../renderer/features/submissions/clock-versions.ts';
import {
  computeClock,
  findCalendar,
  type ClockInput,
  type ClockRecord,
} from '../../../shared/deadlines/index.ts';

const HOUR = 3_600_000;
const startedAt = Date.UTC(2026, 10, 30, 5, 26);
const weekdays = findCalendar('WEEKDAYS');
const duration: ClockInput['readings'][number]['duration'] = {
  ...{ min: null, max: 15, unit: 'cd', startDayCounts: false, pauseDuringReview: false },
  ...{ movesOffHolidays: false, window: null },
};
const reading = (readingId: string, max: number) => ({
  ruleId: 'R-1',
  readingId,
  duration: { ...duration, max },
});
const source = (readingId: string) => ({ ruleId: 'R-1', readingId }) as ClockRecord['sources'][number];

const clock = (days: Readonly<Record<string, number>>, options: object = {}) =>
  versionsOf({
    computed: computeClock(
      { owner: 'mine', readings: Object.entries(days).map(([id, max]) => reading(id, max)) },
      {
        ...{ startedAt, zone: 'Asia/Bangkok', calendar: weekdays },
        elsewhere: ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Europe/London'].map((zone) => ({
          zone,
          calendar: weekdays,
        })),
        ...options,
      },
    ),
    sources: Object.keys(days).map(source),
  });

describe('the versions of a clock', () => {
  it('are one where two sources come to the same, with both of them and what makes its ends differ', () => {
    const [only, ...rest] = clock({ official: 15, reported: 15 });
    expect(rest).toEqual([]);
    expect(only?.sources.map(({ readingId }) => readingId)).toEqual(['official', 'reported']);
    expect(only?.ruleIds).toEqual(['R-1']);
    const { first, last } = only?.between ?? {};
    expect(first).toEqual({ at: Date.UTC(2026, 11, 15, 8), zones: ['America/Los_Angeles'] });
    expect(last).toEqual({ at: Date.UTC(2026, 11, 16, 0), zones: ['Europe/London'] });
  });

  it('are two where the sources differ, what may end first before the other', () => {
    const versions = clock({ longer: 20, shorter: 15 });
    expect(versions.map(({ sources }) => sources[0]?.readingId)).toEqual(['shorter', 'longer']);
    expect(versions.map(({ place, reading: { readingId } }) => [place, readingId])).toEqual([
      [0, 'shorter'],
      [1, 'longer'],
    ]);
  });

  it('name no zone where one comes into question, and put the page first', () => {
    const [page, ruled] = clock(
      { official: 15 },
      { elsewhere: [], pageDeadline: startedAt + 30 * 24 * HOUR },
    );
    expect([page?.ruleIds, page?.between, ruled?.between]).toEqual([[], null, null]);
  });
});
