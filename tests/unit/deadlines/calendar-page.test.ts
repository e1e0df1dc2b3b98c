import { describe, expect, it } from 'vitest';
import {
  byWeight,
  calendarDays,
  daysOnPage,
  endsByDay,
  findCalendar,
  readDay,
  turnedDay,
  type ClockEnd,
} from '../../../shared/deadlines/index.ts';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(text);

function clock(id: string, owner: ClockEnd['owner'], dueAt: string, lookAt = dueAt): ClockEnd {
  return {
    ...{ id, owner, caseId: id, caseNumber: '2026-001', caseTitle: '', storeAlias: '海港百货' },
    ...{ title: { zh: '申诉截止', en: 'Time to appeal' }, lookAt: at(lookAt), dueAt: at(dueAt) },
  };
}

describe('a page of the calendar', () => {
  it('is whole weeks from Monday to Sunday, and only those of the month', () => {
    const october = daysOnPage('month', '2026-10-17');
    expect([october[0], october.at(-1), october.length]).toEqual(['2026-09-28', '2026-11-01', 35]);
    // A month of four weeks that begins on a Monday needs no other day; one that begins on a Saturday needs six rows.
    expect(daysOnPage('month', '2027-02-01')).toHaveLength(28);
    expect(daysOnPage('month', '2026-08-31')).toHaveLength(42);
    expect(daysOnPage('week', '2026-10-11')[0]).toBe('2026-10-05');
  });

  it('is turned by a month or a week, and ends a short month on its last day', () => {
    expect(turnedDay('month', '2027-01-31', 1)).toBe('2027-02-28');
    expect(turnedDay('month', '2026-01-15', -1)).toBe('2025-12-15');
    expect(turnedDay('week', '2026-12-30', 1)).toBe('2027-01-06');
    expect(turnedDay('month', '2100-12-31', 1)).toBe('2100-12-31');
  });

  it('reads a day only where there is one', () => {
    expect(readDay('2026-10-01')).toBe('2026-10-01');
    for (const none of [
      '',
      'today',
      '2026-02-30',
      '1999-12-31',
      '2101-01-01',
      '2026-10-01T00:00',
      '+002026-10-01',
    ])
      expect(readDay(none), none).toBeNull();
  });

  it('says of every day whether it is worked, with the name of the holiday and what is only foreseen', () => {
    const days = calendarDays(findCalendar('CN'), '2026-09-20', '2027-01-02');
    const of = (date: string) => days.find((day) => day.date === date);
    expect(of('2026-09-20')).toMatchObject({ works: true, reason: 'makeup-day', estimate: false });
    expect(of('2026-10-01')).toMatchObject({ works: false, reason: 'holiday', name: { zh: '国庆节' } });
    expect(of('2026-10-17')).toMatchObject({ works: false, reason: 'weekend', name: null });
    expect(of('2027-01-01')).toMatchObject({ works: false, reason: 'holiday', estimate: true });
    expect(calendarDays(findCalendar('CN'), '2026-10-02', '2026-10-01')).toEqual([]);
  });
});

describe('a clock stands on the day it ends', () => {
  it('at midnight on the day that is over, in the zone of whoever looks', () => {
    const ends = [
      clock('a', 'mine', '2026-10-10T00:00:00+08:00'),
      clock('b', 'mine', '2026-10-10T00:01:00+08:00'),
    ];
    const days = endsByDay(ends, SHANGHAI);
    expect([...days.keys()]).toEqual(['2026-10-09', '2026-10-10']);
    expect([...endsByDay(ends, 'America/Los_Angeles').keys()]).toEqual(['2026-10-09']);
  });

  it("the platform's promise also on the day of the first look, but not twice at one moment", () => {
    const apart = clock('a', 'theirs', '2026-10-24T00:00:00+08:00', '2026-09-28T15:00:00+08:00');
    const once = clock('b', 'theirs', '2026-09-28T16:00:00+08:00');
    const vanishing = clock('c', 'vanishing', '2026-09-28T10:00:00+08:00', '2026-09-20T10:00:00+08:00');
    const days = endsByDay([apart, once, vanishing], SHANGHAI);
    expect(
      [...days].map(([date, ends]) => [date, ends.map(({ kind, clock: { id } }) => `${id} ${kind}`)]),
    ).toEqual([
      ['2026-09-28', ['c vanishing', 'a look', 'b theirs']],
      ['2026-10-23', ['a theirs']],
    ]);
    const [first] = [
      ...(days.get('2026-09-28') ?? []),
      ...endsByDay([clock('d', 'mine', '2026-09-28T23:00:00+08:00')], SHANGHAI).get('2026-09-28')!,
    ].toSorted(byWeight);
    expect(first?.clock.id).toBe('d');
  });
});
