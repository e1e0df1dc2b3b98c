import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  computeClock,
  dayKind,
  findCalendar,
  validThrough,
} from '../../../shared/deadlines/index.ts';

const china = findCalendar('CN');
const first = Temporal.PlainDate.from('2018-06-01');
const dates = fc.integer({ min: 0, max: 3700 }).map((days) => first.add({ days }).toString());
const counts = fc.integer({ min: 0, max: 60 });

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
