import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  computeClock,
  dayKind,
  findCalendar,
  validThrough,
  workCalendars,
} from '../../../shared/deadlines/index.ts';

const china = findCalendar('CN');
const first = Temporal.PlainDate.from('2018-06-01');
const dates = fc.integer({ min: 0, max: 3700 }).map((days) => first.add({ days }).toString());
const counts = fc.integer({ min: 0, max: 60 });

/** Where bridges, exchanged and special days are announced for one year at a time. */
const DECIDED_YEARLY = new Set(['ID', 'MY', 'PH', 'TH', 'TW', 'VN']);

describe('laws of working days', () => {
  it('n and then m is n + m', () => {
    fc.assert(
      fc.property(dates, counts, counts, (date, n, m) => {
        const twice = addWorkingDays(addWorkingDays(date, n, china).endDate, m, china).endDate;
        expect(twice).toBe(addWorkingDays(date, n + m, china).endDate);
      }),
      { seed: 1 },
    );
  });

  it('a later start or a longer span never ends earlier', () => {
    fc.assert(
      fc.property(dates, dates, counts, counts, (a, b, n, m) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const [short, long] = n < m ? [n, m] : [m, n];
        expect(addWorkingDays(early, short, china).endDate <= addWorkingDays(late, long, china).endDate).toBe(
          true,
        );
      }),
      { seed: 2 },
    );
  });

  it('every day walked is explained, the counted ones by 1, 2, 3 … and only worked ones', () => {
    fc.assert(
      fc.property(dates, counts, (date, n) => {
        const { endDate, steps } = addWorkingDays(date, n, china);
        const walked = Temporal.PlainDate.from(date).until(endDate, { largestUnit: 'days' }).days + 1;
        expect(steps).toHaveLength(walked);
        const counted = steps.filter((step) => step.counted !== null);
        expect(counted.map((step) => step.counted)).toEqual(
          Array.from({ length: n }, (_, index) => index + 1),
        );
        expect(counted.every((step) => dayKind(china, step.date).works)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it.each(workCalendars.map((calendar) => [calendar.id, calendar] as const))(
    'no result on a year that %s does not know passes as known, nor does a clock that crosses one',
    (id, calendar) => {
      const made = Number(calendar.library?.made.slice(0, 4));
      const knownYears = new Set(
        calendar.years
          .filter(({ status }) => status === 'published' || status === 'library')
          // There the days off of a year are decided in the year before it.
          .filter(({ year }) => !DECIDED_YEARLY.has(id) || year <= made)
          .map(({ year }) => year),
      );
      const units = fc.constantFrom('wd' as const, 'bd' as const, 'cd' as const, 'month' as const);
      const spans = fc.record({
        days: fc.integer({ min: 0, max: 5000 }),
        n: fc.integer({ min: 1, max: 60 }),
        unit: units,
      });
      let unknown = 0;
      fc.assert(
        fc.property(spans, ({ days, n, unit }) => {
          const date = first.add({ days }).toString();
          const { endDate, estimate } = addWorkingDays(date, n, calendar);
          const isKnown = (of: string) => knownYears.has(Number(of.slice(0, 4)));
          if (!isKnown(endDate)) expect(estimate).toBe(true);
          const movesOffHolidays = unit === 'cd' || unit === 'month';
          const max = unit === 'month' ? Math.min(n, 12) : n;
          const duration = {
            ...{ min: null, max, unit, movesOffHolidays },
            ...{ startDayCounts: false, pauseDuringReview: false, window: null },
          };
          const clock = computeClock(
            { owner: 'mine', readings: [{ ruleId: 'R', readingId: 'r', duration }] },
            { startedAt: Date.parse(`${date}T12:00:00Z`), zone: 'UTC', calendar },
          );
          const [reading] = clock.readings;
          if (reading === undefined || isKnown(reading.endDate)) return;
          unknown += 1;
          expect(clock.certainty).toBe('estimate');
          // Of an estimate the earliest end counts, where one can be said.
          expect(clock.dueAt).toBe(reading.range?.earliest ?? reading.latest);
          expect(clock.dueAt).toBeLessThanOrEqual(reading.latest);
        }),
        { seed: 5 },
      );
      expect(unknown).toBeGreaterThan(0);
    },
  );

  it('no result on a year without a published calendar passes as known', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const { endDate, estimate } = addWorkingDays(date, n, china);
        const known = (text: string) => text >= '2019-01-01' && text <= (validThrough(china) ?? '');
        if (!known(endDate)) expect(estimate).toBe(true);
      }),
      { seed: 4 },
    );
  });

  it('days end at 24:00 of the zone, in summer time and out of it', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/Los_Angeles',
      'Europe/Paris',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1.73e12, max: 1.83e12 }),
        zones,
        fc.integer({ min: 0, max: 200 }),
        (startedAt, zone, max) => {
          const duration = {
            min: null,
            max,
            unit: 'cd' as const,
            startDayCounts: false,
            pauseDuringReview: false,
            movesOffHolidays: false,
            window: null,
          };
          const readings = [{ ruleId: 'R', readingId: 'r', duration }];
          const { dueAt } = computeClock({ owner: 'mine', readings }, { startedAt, zone, calendar: china });
          const end = Temporal.Instant.fromEpochMilliseconds(dueAt ?? 0).toZonedDateTimeISO(zone);
          expect(end.equals(end.startOfDay())).toBe(true);
        },
      ),
      { seed: 5 },
    );
  });
});
