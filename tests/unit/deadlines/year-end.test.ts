import { getDayDetail } from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  calendarYear,
  computeClock,
  dayKind,
  findCalendar,
  type CalendarYear,
  type WorkCalendar,
} from '../../../shared/deadlines/index.ts';

const china = findCalendar('CN');
const name = { zh: '节', en: 'holiday' };
const ZONE = 'Asia/Shanghai';

/** A year as chinese-days knows it; of the days after `until` only the weekday: the notice that moved them is not out. */
function yearOf(year: number, until = `${year}-12-31`): CalendarYear {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const days = Array.from({ length: first.daysInYear }, (_, each) => first.add({ days: each }));
  const turned = (isWorked: boolean) =>
    days
      .filter((day) => day.toString() <= until && day.dayOfWeek > 5 === isWorked)
      .map(String)
      .filter((day) => getDayDetail(day).work === isWorked)
      .map((day) => ({ from: day, to: day, name }));
  return calendarYear.parse({
    ...{ year, status: 'published', basis: null },
    notices: [{ number: '1', date: `${year - 1}-11-25`, address: null }],
    ...{ daysOff: turned(false), makeupDays: turned(true) },
  });
}

/** The statute gave New Year's Day in every year; the file begins with the first year of the data. */
function asOf(years: CalendarYear[], next: number): WorkCalendar {
  const { statute } = china;
  if (statute === null) throw new Error('no statute');
  const day = `${next}-01-01`;
  const newYear = { year: next, daysOff: [{ from: day, to: day, name, daysBefore: 2, daysAfter: 2 }] };
  const known = statute.years.some(({ year }) => year === next);
  return { ...china, years, statute: known ? statute : { ...statute, years: [newYear, ...statute.years] } };
}

function reading(calendar: WorkCalendar, start: string, count: number, unit: 'wd' | 'cd') {
  const [first] = computeClock(
    {
      owner: 'mine',
      readings: [
        {
          ...{ ruleId: 'R', readingId: 'r' },
          duration: {
            ...{ min: null, max: count, unit, movesOffHolidays: unit === 'cd' },
            ...{ startDayCounts: false, pauseDuringReview: false, window: null },
          },
        },
      ],
    },
    { startedAt: Date.parse(`${start}T10:00:00+08:00`), zone: ZONE, calendar },
  ).readings;
  if (first === undefined) throw new Error('no reading');
  return first;
}

/** Every span of every start in December, by what was known before the next year's notice and by what it said. */
function december(year: number) {
  const before = asOf([yearOf(year, `${year}-12-24`)], year + 1);
  const truth = asOf([yearOf(year), yearOf(year + 1)], year + 2);
  return Array.from({ length: 31 }, (_, day) => `${year}-12-${String(day + 1).padStart(2, '0')}`).flatMap(
    (start) =>
      (['wd', 'cd'] as const).flatMap((unit) =>
        Array.from({ length: 15 }, (_, each) => ({
          start,
          count: each + 1,
          unit,
          said: reading(before, start, each + 1, unit),
          was: reading(truth, start, each + 1, unit).latest,
        })),
      ),
  );
}

const YEARS = Array.from({ length: 21 }, (_, each) => 2005 + each);

describe('the last days of a year whose next notice is not out', () => {
  it.each(YEARS)('are never exact and wrong: the notice after %i hidden, every December start', (year) => {
    const wrong = december(year).filter(({ said, was }) => said.certainty === 'exact' && said.latest !== was);
    expect(wrong.map(({ start, count, unit }) => `${start} +${count} ${unit}`)).toEqual([]);
  });

  it.each(YEARS.filter((year) => year >= 2018))(
    'give a range that holds what the notice after %i said',
    (year) => {
      const outside = december(year).filter(
        ({ said: { range }, was }) => range !== null && (was < range.earliest || was > range.latest),
      );
      expect(outside).toEqual([]);
      expect(december(year).filter(({ said }) => said.certainty === 'estimate' && !said.range)).toEqual([]);
    },
  );

  it('are the days by which the notices ever reached back, and no others', () => {
    const unsure = (year: number, calendar: WorkCalendar) =>
      Array.from({ length: 31 }, (_, day) => `${year}-12-${String(day + 1).padStart(2, '0')}`).filter(
        (day) => dayKind(calendar, day).estimate,
      );
    // 2018-12-29 was worked, 30 and 31 were days off; Friday 28 cannot become one.
    expect(unsure(2018, asOf([yearOf(2018, '2018-12-24')], 2019))).toEqual([
      '2018-12-29',
      '2018-12-30',
      '2018-12-31',
    ]);
    expect(unsure(2026, china)).toEqual(['2026-12-26', '2026-12-27', '2026-12-30', '2026-12-31']);
    expect(unsure(2025, china)).toEqual([]);
  });

  it('stand as they are once that notice is out', () => {
    expect(reading(china, '2025-12-29', 2, 'wd')).toMatchObject({ certainty: 'exact', range: null });
    const asItWas = { ...china, years: china.years.filter(({ year }) => year <= 2025) };
    const { certainty, range } = reading(asItWas, '2025-12-29', 2, 'wd');
    expect(certainty).toBe('estimate');
    expect(range?.latest).toBeGreaterThan(range?.earliest ?? Infinity);
  });
});
