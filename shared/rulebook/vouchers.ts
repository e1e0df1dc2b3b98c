import type { OrderCoverage, OrderVoucher } from './requirements.ts';
import type { Requirement } from './types.ts';

/** What counts as one voucher of an order: a requirement, or several of which any one will do. */
export interface VoucherUnit {
  readonly key: string;
  readonly requirements: readonly Requirement[];
}

/** What each order has to show for itself, in the order the scene asks for it; alternates stand together. */
export function voucherUnits(requirements: readonly Requirement[]): readonly VoucherUnit[] {
  const units = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    if (requirement.per !== 'order') continue;
    const key = requirement.group === null ? `one:${requirement.id}` : `group:${requirement.group}`;
    units.set(key, [...(units.get(key) ?? []), requirement]);
  }
  return [...units].map(([key, members]) => ({ key, requirements: members }));
}

/** How one of an order's vouchers stands. A group is met by any of its members; where one is not asked for, none is. */
export function unitState(unit: VoucherUnit, order: OrderCoverage): OrderVoucher['state'] {
  const states = unit.requirements.map((requirement) => voucherOf(order, requirement.id).state);
  if (states.includes('not-asked')) return 'not-asked';
  if (states.includes('met')) return 'met';
  return states.every((state) => state === 'unavailable') ? 'unavailable' : 'open';
}

/** What was said of one voucher of an order. */
export function voucherOf(order: OrderCoverage, requirementId: string): OrderVoucher {
  const found = order.items.find((item) => item.requirementId === requirementId);
  return found ?? { requirementId, state: 'open', itemIds: [], reason: '' };
}

/** The vouchers of an order that are asked for and not there: nothing said of them yet, or not to be had. */
export function missingUnits(
  units: readonly VoucherUnit[],
  order: OrderCoverage,
): readonly { readonly unit: VoucherUnit; readonly unavailable: boolean }[] {
  return units.flatMap((unit) => {
    if (unit.requirements.every((requirement) => requirement.level === 'recommended')) return [];
    const state = unitState(unit, order);
    return state === 'open' || state === 'unavailable'
      ? [{ unit, unavailable: state === 'unavailable' }]
      : [];
  });
}

/** Whether every voucher that is asked of an order is there. One of which nothing is asked has nothing to show. */
export function isComplete(order: Pick<OrderCoverage, 'met' | 'total'>): boolean {
  return order.total > 0 && order.met >= order.total;
}
