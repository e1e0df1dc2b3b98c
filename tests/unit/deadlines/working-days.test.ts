import { describe, expect, it } from 'vitest';
import { addWorkingDays, dayKind, findCalendar } from '../../../shared/deadlines/index.ts';

const china = findCalendar('CN');

describe('working days of mainland China', () => {
  it.each([
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-02-12', 15, '2026-03-11'],
    ['2026-09-24', 7, '2026-10-12'],
    ['2026-09-24', 15, '2026-10-22'],
    ['2026-04-29', 1, '2026-04-30'],
    ['2025-01-24', 7, '2025-02-10'],
    ['2025-09-26', 5, '2025-10-10'],
  ])('%s and %i working days is %s', (start, count, end) => {
    const walk = addWorkingDays(start, count, china);
    expect(walk.endDate).toBe(end);
    expect(walk.estimate).toBe(false);
  });

  it.each([2025, 2026])('%i has 248 of them', (year) => {
    const walk = addWorkingDays(`${year - 1}-12-31`, 248, china);
    expect(walk.endDate).toBe(`${year}-12-31`);
    // The last week of 2026 waits for the notice of 2027.
    expect(walk.estimate).toBe(year === 2026);
  });

  it.each([
    ['2026-02-14', true, 'makeup-day', '春节'],
    ['2026-02-16', false, 'holiday', '春节'],
    ['2026-02-28', true, 'makeup-day', '春节'],
    ['2026-10-10', true, 'makeup-day', '国庆节'],
    ['2026-11-14', false, 'weekend', undefined],
    ['2026-11-16', true, 'working-day', undefined],
  ])('%s is said to be worked (%s) because it is a %s', (date, works, reason, name) => {
    const kind = dayKind(china, date);
    expect(kind).toMatchObject({ works, reason, estimate: false });
    expect(kind.name?.zh).toBe(name);
  });

  it('names the start day and every day skipped on the way', () => {
    const { steps } = addWorkingDays('2026-04-30', 1, china);
    expect(steps.map((step) => [step.date, step.counted, step.reason])).toEqual([
      ['2026-04-30', null, 'start-day'],
      ['2026-05-01', null, 'holiday'],
      ['2026-05-02', null, 'holiday'],
      ['2026-05-03', null, 'holiday'],
      ['2026-05-04', null, 'holiday'],
      ['2026-05-05', null, 'holiday'],
      ['2026-05-06', 1, 'working-day'],
    ]);
  });

  it('counts the start day where the rule says so', () => {
    expect(addWorkingDays('2026-11-16', 1, china, { startDayCounts: true }).endDate).toBe('2026-11-16');
    expect(addWorkingDays('2026-11-14', 1, china, { startDayCounts: true }).endDate).toBe('2026-11-16');
  });

  it.each([
    ['a year whose notice is not out', '2026-12-31', 1],
    ['a year after the data', '2028-03-01', 2],
    ['a year before the data', '2018-03-01', 2],
  ])('marks %s as an estimate', (_what, start, count) => {
    expect(addWorkingDays(start, count, china).estimate).toBe(true);
  });

  it('never lends one region’s days to another', () => {
    expect(() => findCalendar('FR')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});
