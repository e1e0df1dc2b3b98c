import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { CoverageView } from '../../../shared/rulebook/index.ts';

/** An order as the list of those whose voucher can no longer be had shows it. */
export interface ShownOrder {
  readonly orderNumber: string;
  /** Why vouchers of it cannot be had, each once. */
  readonly reasons: readonly string[];
  /** Exhibits that show the requests; 0 for one that gets its number once the list is part of the material. */
  readonly exhibitNumbers: readonly number[];
}

/** Each order with the reasons given and every request made for it: said on the slot, or written down as asked. */
export function requestsShown(
  orderNumbers: readonly string[],
  coverage: CoverageView | undefined,
  asks: readonly Ask[],
  exhibits: readonly CaseExhibit[],
): readonly ShownOrder[] {
  const numbers = new Map(exhibits.map((exhibit) => [exhibit.itemId, exhibit.exhibitNumber]));
  const orders = new Map(coverage?.orders.map((order) => [order.orderNumber, order.items]));
  return orderNumbers.map((orderNumber) => {
    const slots = (orders.get(orderNumber) ?? []).filter((slot) => slot.state === 'unavailable');
    const asked = asks.filter((ask) => ask.orderNumbers.includes(orderNumber)).map((ask) => ask.itemId);
    const itemIds = new Set([
      ...slots.flatMap((slot) => slot.itemIds),
      ...asked.flatMap((each) => each ?? []),
    ]);
    return {
      orderNumber,
      reasons: [...new Set(slots.map((slot) => slot.reason).filter((reason) => reason !== ''))],
      exhibitNumbers: [...itemIds]
        .map((itemId) => numbers.get(itemId) ?? 0)
        .sort((one, other) => one - other),
    };
  });
}
