import { describe, expect, it } from 'vitest';
import { hasAllVouchers, ordersOf } from '../../../renderer/features/order-classes/class-counts.ts';
import {
  missingUnits,
  orderCoverage,
  requirements,
  scenarios,
  voucherUnits,
  type OrderTick,
  type Requirement,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from '../rulebook/shipped-packs.ts';

const { rulebook } = compileShipped();
const ORDER = '3918274650912837465';

/** Every shipped scene in which orders of a notice need vouchers of their own. */
const scenes = scenarios(rulebook)
  .filter(({ notice }) => notice === 'flagged-orders')
  .map(({ id }) => ({ id, asked: requirements(rulebook, id) }));

const tick = (requirementId: string, state: OrderTick['state'] = 'met'): OrderTick => ({
  requirementId,
  orderNumber: ORDER,
  state,
  itemIds: [],
  reason: '',
});
const lacks = (asked: readonly Requirement[], ticks: readonly OrderTick[]): string[][] =>
  missingUnits(voucherUnits(asked), orderCoverage(asked, ORDER, ticks)).map(({ unit }) =>
    unit.requirements.map(({ title }) => title.zh),
  );

describe.each(scenes)('what an order still lacks ($id)', ({ asked }) => {
  it('counts as many things as its coverage says are open', () => {
    const own = asked.filter(({ per }) => per === 'order');
    for (let taken = 0; taken <= own.length; taken += 1) {
      const ticks = own.slice(0, taken).map(({ id }) => tick(id));
      const { met, total } = orderCoverage(asked, ORDER, ticks);
      expect(lacks(asked, ticks)).toHaveLength(total - met);
    }
  });

  it('is nothing once every voucher is there', () => {
    expect(
      lacks(
        asked,
        asked.map(({ id }) => tick(id)),
      ),
    ).toEqual([]);
  });

  it('does not name what the form does not ask of this order, but does name what can no longer be had', () => {
    const [first] = asked.filter(({ per, level }) => per === 'order' && level === 'required');
    if (first === undefined) throw new Error('the scene asks nothing of an order');
    expect(lacks(asked, [tick(first.id, 'not-asked')]).flat()).not.toContain(first.title.zh);
    expect(lacks(asked, [tick(first.id, 'unavailable')]).flat()).toContain(first.title.zh);
  });
});

describe('alternates of one group', () => {
  it('are one thing that is lacking, met by any of them', () => {
    const grouped = scenes.find(({ asked }) => asked.some(({ per, group }) => per === 'order' && group));
    const own = (grouped?.asked ?? []).filter(({ per, group }) => per === 'order' && group !== null);
    const group = own.filter((each) => each.group === own[0]?.group);
    expect(group.length).toBeGreaterThan(1);
    const before = lacks(grouped?.asked ?? [], []);
    expect(before).toContainEqual(group.map(({ title }) => title.zh));
    const after = lacks(grouped?.asked ?? [], [tick(group.at(-1)?.id ?? '')]);
    expect(after).toHaveLength(before.length - 1);
  });
});

describe('orders by class', () => {
  const orders = [
    { class: 'documented-genuine' },
    { class: 'admitted' },
    { class: null },
    { class: null },
  ] as const;

  it('are counted each once, unsorted ones too', () => {
    expect(ordersOf(orders, 'all')).toHaveLength(4);
    expect(ordersOf(orders, 'none')).toHaveLength(2);
    expect(ordersOf(orders, 'admitted')).toHaveLength(1);
    expect(ordersOf(orders, 'cannot-be-proven')).toHaveLength(0);
  });

  it('never has every voucher where none is asked of it', () => {
    expect(hasAllVouchers({ coverage: null })).toBe(false);
    expect(hasAllVouchers({ coverage: { met: 0, total: 0 } })).toBe(false);
    expect(hasAllVouchers({ coverage: { met: 3, total: 4 } })).toBe(false);
    expect(hasAllVouchers({ coverage: { met: 4, total: 4 } })).toBe(true);
  });
});
