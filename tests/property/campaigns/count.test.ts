import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { countAround } from '../../../shared/campaigns/index.ts';

const ZONES = [
  'Asia/Shanghai',
  'America/Los_Angeles',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const HOUR = 3_600_000;
// The weeks around both changes of the clock, so that short and long days are in.
const START = Date.UTC(2026, 1, 1);
const setting = fc.record({
  zone: fc.constantFrom(...ZONES),
  startsIn: fc.integer({ min: 0, max: 300 }),
  length: fc.integer({ min: 1, max: 20 }),
  offsets: fc.array(fc.integer({ min: -25 * 24 * HOUR, max: 25 * 24 * HOUR }), { maxLength: 40 }),
});

describe('a campaign’s count agrees with looking at every order by itself', () => {
  it('finds each order on its day of the zone, and the sums are those of the days', () => {
    let inside = 0;
    fc.assert(
      fc.property(setting, ({ zone, startsIn, length, offsets }) => {
        const first = Temporal.PlainDate.from('2026-02-01').add({ days: startsIn });
        const last = first.add({ days: length - 1 });
        const orders = offsets.map((offset) => START + startsIn * 24 * HOUR + offset);
        const count = countAround({ startsOn: first.toString(), endsOn: last.toString() }, orders, zone);

        const dates = orders.map((at) =>
          Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
        );
        expect(count.days).toHaveLength(length * 2);
        for (const day of count.days) {
          expect(day.orders).toBe(dates.filter((date) => date === day.date).length);
          expect(day.during).toBe(day.date >= first.toString());
        }
        const sum = (during: boolean): number =>
          count.days.filter((day) => day.during === during).reduce((total, day) => total + day.orders, 0);
        expect([count.ordersBefore, count.ordersDuring]).toEqual([sum(false), sum(true)]);
        expect(count.days.filter((day) => day.during)).toHaveLength(count.daysEach);
        inside += count.ordersBefore + count.ordersDuring;
      }),
    );
    expect(inside).toBeGreaterThan(100);
  });
});
