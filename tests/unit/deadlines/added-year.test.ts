import { describe, expect, it } from 'vitest';
import {
  addedYear,
  addWorkingDays,
  changedDays,
  findCalendar,
  refusalOf,
  validThrough,
  withYears,
  workCalendars,
} from '../../../shared/deadlines/index.ts';
import { chinaYear } from '../../helpers/calendar-year.ts';

const added = (year: number, change: Parameters<typeof chinaYear>[1] = {}) =>
  addedYear.parse(chinaYear(year, change));
const china = (...years: readonly ReturnType<typeof added>[]) =>
  findCalendar('CN', withYears(workCalendars, years));
const noticeOf = (date: string) => ({ notices: [{ number: '测试', date, address: null }] });

describe('a year that comes after the program', () => {
  it('takes the place of what was foreseen, and nothing of it is an estimate any more', () => {
    const before = findCalendar('CN');
    const after = china(added(2027));
    expect(validThrough(before)).toBe('2026-12-31');
    expect(validThrough(after)).toBe('2027-12-31');
    expect(addWorkingDays('2027-01-28', 5, before)).toMatchObject({ endDate: '2027-02-04', estimate: true });
    // The 30th and 31st of January are a weekend that is worked, the 4th of February is off.
    expect(addWorkingDays('2027-01-28', 5, after)).toMatchObject({ endDate: '2027-02-02', estimate: false });
    expect(findCalendar('CN')).toBe(before);
  });

  it('shows each day that is another one than was assumed, and no other', () => {
    const days = changedDays(findCalendar('CN'), china(added(2027)), 2027);
    const told = days.map(({ date, before, after }) => `${date} ${before.works} ${after.works}`);
    expect(told.filter((line) => line < '2027-04')).toEqual([
      '2027-01-01 false true',
      '2027-01-30 false true',
      '2027-01-31 false true',
      '2027-02-04 true false',
      '2027-02-11 true false',
      '2027-02-12 true false',
    ]);
  });

  it('brings along what its notice moved in the December before, which waits for it until then', () => {
    const name = { zh: '元旦', en: "New Year's Day" };
    const year = added(2027, {
      daysOff: [{ from: '2026-12-31', to: '2027-01-02', name }],
      makeupDays: [{ from: '2026-12-27', to: '2026-12-27', name }],
    });
    const [before, after] = [findCalendar('CN'), china(year)];
    expect(addWorkingDays('2026-12-25', 4, before)).toMatchObject({ endDate: '2026-12-31', estimate: true });
    expect(addWorkingDays('2026-12-25', 4, after)).toMatchObject({ endDate: '2026-12-30', estimate: false });
    const told = changedDays(before, after, 2027).map(({ date }) => date);
    expect(told.slice(0, 2)).toEqual(['2026-12-27', '2026-12-31']);
    // In no other month of the year before, whose own notice said it all.
    const inNovember = { daysOff: [{ from: '2026-11-30', to: '2026-11-30', name }] };
    expect(addedYear.safeParse(chinaYear(2027, inNovember)).success).toBe(false);
  });

  it('touches no other region', () => {
    const after = withYears(workCalendars, [added(2027)]);
    for (const calendar of workCalendars)
      if (calendar.id !== 'CN') expect(findCalendar(calendar.id, after)).toBe(calendar);
  });

  it.each([
    ['WEEKDAYS', 2027, 'no-notices'],
    ['US', 2027, 'no-notices'],
    ['CN', 2025, 'older-year'],
    ['CN', 2028, 'gap-in-years'],
    ['CN', 2026, 'known-year'],
    ['CN', 2027, null],
  ])('into %s, %i: %s', (id, year, refusal) => {
    expect(refusalOf(findCalendar(id), added(year, noticeOf('2025-01-01')).year)).toBe(refusal);
  });

  it('changes the last year again where a later notice did', () => {
    const later = added(2027, { ...noticeOf('2027-01-20'), makeupDays: [] });
    const calendar = china(added(2027), later);
    expect(calendar.years.at(-1)).toEqual(later.year);
  });

  it('rests where the year before it is gone', () => {
    expect(china(added(2028, { makeupDays: [] }))).toBe(findCalendar('CN'));
    expect(validThrough(china(added(2028, { makeupDays: [] }), added(2027)))).toBe('2028-12-31');
  });

  it.each([
    ['a provisional year', { status: 'provisional' as const }],
    ['no notice', { notices: [] }],
    [
      'a day of another year',
      { daysOff: [{ from: '2026-02-04', to: '2026-02-05', name: { zh: '', en: '' } }] },
    ],
  ])('is none with %s', (_what, change) => {
    expect(addedYear.safeParse(chinaYear(2027, change)).success).toBe(false);
  });
});
