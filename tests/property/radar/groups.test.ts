import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOrders, HORIZONS, horizonOf, isSoon } from '../../../shared/radar/index.ts';

const DAY = 24 * 3_600_000;
const START = Date.parse('2026-01-01T00:00:00+08:00');
const orders = fc.uniqueArray(
  fc.record({
    orderNumber: fc.integer({ min: 1, max: 10_000 }).map(String),
    at: fc.integer({ min: START, max: START + 120 * DAY }),
  }),
  { selector: ({ orderNumber }) => orderNumber, maxLength: 60 },
);

describe('orders that go out of reach together', () => {
  it('are each in one group, which begins with its first and is shorter than a week', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const groups = groupOrders(all);
        expect(groups.flatMap(({ orderNumbers }) => orderNumbers).toSorted()).toEqual(
          all.map(({ orderNumber }) => orderNumber).toSorted(),
        );
        let before = -Infinity;
        for (const { startsAt, orderNumbers } of groups) {
          const days = all
            .filter(({ orderNumber }) => orderNumbers.includes(orderNumber))
            .map(({ at }) => at);
          expect(Math.min(...days)).toBe(startsAt);
          expect(Math.max(...days) - startsAt).toBeLessThan(7 * DAY);
          expect(startsAt).toBeGreaterThanOrEqual(before + 7 * DAY);
          before = startsAt;
        }
      }),
    );
  });

  it('are grouped alike in whatever order they come', () => {
    fc.assert(
      fc.property(orders, fc.infiniteStream(fc.nat()), (all, random) => {
        const keys = new Map(all.map((order) => [order, random.next().value as number]));
        const shuffled = all.toSorted((left, right) => (keys.get(left) ?? 0) - (keys.get(right) ?? 0));
        expect(groupOrders(shuffled)).toEqual(groupOrders(all));
      }),
    );
  });
});

describe('how near something is to being out of reach', () => {
  const reach = fc
    .record({ first: fc.integer({ min: 0, max: 400 * DAY }), more: fc.integer({ min: 0, max: 60 * DAY }) })
    .map(({ first, more }) => ({ vanishesAt: START + first, lastsUntil: START + first + more }));

  it('only ever comes nearer as time passes', () => {
    const order = ['later', 'days-90', 'days-60', 'days-30', 'doubtful', 'gone'];
    fc.assert(
      fc.property(reach, fc.nat(500 * DAY), fc.nat(500 * DAY), (each, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(order.indexOf(horizonOf(each, START + late))).toBeGreaterThanOrEqual(
          order.indexOf(horizonOf(each, START + early)),
        );
      }),
    );
  });

  it('is soon before it is gone, never after, and always where nobody knows when', () => {
    fc.assert(
      fc.property(reach, fc.nat(500 * DAY), (each, passed) => {
        const now = START + passed;
        const horizon = horizonOf(each, now);
        expect(HORIZONS).toContain(horizon);
        if (isSoon(each, now)) expect(now).toBeLessThan(each.lastsUntil);
        if (horizon === 'gone') expect(isSoon(each, now)).toBe(false);
        expect(isSoon({ vanishesAt: null, lastsUntil: null }, now)).toBe(true);
      }),
    );
  });
});
