import { getDayDetail } from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarYear, dayKind, findCalendar, validThrough } from '../../../shared/deadlines/index.ts';

const china = findCalendar('CN');

/** Every day of a year. */
function daysOf(year: number): string[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }).toString());
}

describe('the working days of mainland China', () => {
  it.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'are those that chinese-days knows, on every day of %i',
    (year) => {
      const differing = daysOf(year).filter((day) => dayKind(china, day).works !== getDayDetail(day).work);
      expect(differing).toEqual([]);
      // Of the last year the last week is not settled until the notice of the next is out.
      const settled = daysOf(year).filter((day) => day < '2026-12-25');
      expect(settled.some((day) => dayKind(china, day).estimate)).toBe(false);
    },
  );

  it('each rest on a notice with its number, its day and its address', () => {
    const published = china.years.filter(({ status }) => status === 'published');
    expect(published.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const { notices } of published)
      for (const { number, date, address } of notices) {
        expect(number).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(address).toMatch(/^gov\.cn\//);
      }
    // The second notice of 2019 made Labour Day four days; that of 2020 made Spring Festival last until 2 February.
    expect(published.filter(({ notices }) => notices.length > 1).map(({ year }) => year)).toContain(2020);
    expect(dayKind(china, '2019-05-02').reason).toBe('holiday');
    expect(dayKind(china, '2020-01-31').reason).toBe('holiday');
    expect(validThrough(china)).toBe('2026-12-31');
  });

  it('are an estimate in a year without its notice', () => {
    expect(dayKind(china, '2027-02-06')).toMatchObject({ works: false, estimate: true });
    expect(dayKind(china, '2031-03-05')).toMatchObject({ works: true, estimate: true });
  });
});

describe('a year of days off', () => {
  const year = china.years.find((each) => each.year === 2026);
  const name = { zh: '节', en: 'day' };
  it.each([
    ['a day of another year', { daysOff: [{ from: '2027-01-01', to: '2027-01-01', name }] }],
    ['a run that ends before it begins', { daysOff: [{ from: '2026-05-03', to: '2026-05-01', name }] }],
    ['a day both off and worked', { makeupDays: [{ from: '2026-10-02', to: '2026-10-02', name }] }],
    ['published without its notice', { notices: [] }],
  ])('is refused with %s', (_what, changed) => {
    expect(calendarYear.safeParse(year).success).toBe(true);
    expect(calendarYear.safeParse({ ...year, ...changed }).success).toBe(false);
  });
});
