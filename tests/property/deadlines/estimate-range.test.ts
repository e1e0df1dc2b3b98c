import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { computeClock, findCalendar, type WorkCalendar } from '../../../shared/deadlines/index.ts';

const china = findCalendar('CN');
const ZONE = 'Asia/Shanghai';
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** What was known before a year's notice came: the years before it, and perhaps a year foreseen from the statute alone. */
function knownBefore(year: number, isForeseen: boolean): WorkCalendar {
  const published = china.years.filter((each) => each.year < year);
  const basis = { zh: '只有法定节假日', en: 'statutory days only' };
  const foreseen = { status: 'provisional' as const, notices: [], basis, daysOff: [], makeupDays: [] };
  const itself = china.years.filter((each) => each.year === year).map((each) => ({ ...each, ...foreseen }));
  return { ...china, years: isForeseen ? [...published, ...itself] : published };
}

const KINDS = [
  { unit: 'wd', movesOffHolidays: false, longest: 60 },
  { unit: 'bd', movesOffHolidays: false, longest: 60 },
  { unit: 'cd', movesOffHolidays: true, longest: 90 },
  { unit: 'month', movesOffHolidays: true, longest: 6 },
] as const;

function reading(calendar: WorkCalendar, start: string, count: number, kind: (typeof KINDS)[number]) {
  const { unit, movesOffHolidays } = kind;
  const duration = {
    ...{ min: null, max: count, unit, movesOffHolidays },
    ...{ startDayCounts: false, pauseDuringReview: false, window: null },
  };
  const clock = computeClock(
    { owner: 'mine', readings: [{ ruleId: 'R', readingId: 'r', duration }] },
    {
      startedAt: Temporal.PlainDate.from(start).toZonedDateTime({ timeZone: ZONE, plainTime: '10:00' })
        .epochMilliseconds,
      zone: ZONE,
      calendar,
    },
  );
  const [first] = clock.readings;
  if (first === undefined) throw new Error('no reading');
  return { ...first, dueAt: clock.dueAt };
}

describe('the two ends of an estimate', () => {
  it.each(YEARS)('hold what the notices for %i said later, wherever it was counted from', (year) => {
    // Of the year before the first one nothing is known.
    const begins = Temporal.PlainDate.from(year === 2019 ? '2019-01-01' : `${year - 1}-10-01`);
    const [unknown, foreseen] = [knownBefore(year, false), knownBefore(year, true)];
    const days = begins.until(`${year}-12-31`).days;
    const spans = fc.record({
      after: fc.integer({ min: 0, max: days }),
      portion: fc.integer({ min: 1, max: 1000 }),
      kind: fc.constantFrom(...KINDS),
      isForeseen: fc.boolean(),
    });
    fc.assert(
      fc.property(spans, ({ after, portion, kind, isForeseen }) => {
        const start = begins.add({ days: after }).toString();
        const count = Math.ceil((portion / 1000) * kind.longest);
        const truth = reading(china, start, count, kind);
        fc.pre(truth.certainty === 'exact');
        const { range, latest, dueAt } = reading(isForeseen ? foreseen : unknown, start, count, kind);
        // Without a range the end is known already: it lies before the year that is hidden, and is the true one.
        const ends = range ?? { earliest: latest, latest };
        expect(ends.earliest).toBeLessThanOrEqual(truth.latest);
        expect(ends.latest).toBeGreaterThanOrEqual(truth.latest);
        expect(dueAt).toBe(ends.earliest);
      }),
      { seed: year, numRuns: 400 },
    );
  });

  it('let a Sunday before the Spring Festival of a year to come be worked', () => {
    const { range, dueAt } = reading(china, '2027-01-28', 2, KINDS[0]);
    expect(dueAt).toBe(Date.parse('2027-01-31T00:00:00+08:00'));
    expect(range?.latest).toBe(Date.parse('2027-02-02T00:00:00+08:00'));
  });

  it('are not named where nothing can be foreseen', () => {
    const { range, certainty } = reading(findCalendar('WEEKDAYS'), '2028-09-28', 5, KINDS[0]);
    expect([range, certainty]).toEqual([null, 'estimate']);
    expect(reading(china, '2017-09-28', 5, KINDS[0])).toMatchObject({ range: null, certainty: 'estimate' });
  });

  it('lie apart in every year to come wherever a holiday is near, and are never a point there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2028, max: 2099 }), fc.integer({ min: 5, max: 40 }), (year, count) => {
        const { range, certainty } = reading(china, `${year}-09-28`, count, KINDS[0]);
        expect(certainty).toBe('estimate');
        expect(range?.latest ?? 0).toBeGreaterThan(range?.earliest ?? 0);
      }),
      { seed: 7 },
    );
  });
});
