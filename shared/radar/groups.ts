import type { Instant } from '../kernel/index.ts';

const DAY = 24 * 60 * 60_000;

/** An order with the instant from which something of it counts. */
export interface DatedOrder {
  readonly orderNumber: string;
  readonly at: Instant;
}

/** Orders whose proof goes out of reach about together, by the first of them. */
export interface OrderGroup {
  readonly startsAt: Instant;
  readonly orderNumbers: readonly string[];
}

/** Orders of so many days are saved in one go, and reminded of by the first of them. */
const TOGETHER = 7 * DAY;

/**
 * Puts orders of the same week together, so that one reminder tells of all of them: each order is in one group, and no
 * group's first order lies a week or more before its last.
 */
export function groupOrders(orders: readonly DatedOrder[]): OrderGroup[] {
  const groups: { startsAt: Instant; orderNumbers: string[] }[] = [];
  const sorted = [...orders].sort(
    (left, right) => left.at - right.at || (left.orderNumber < right.orderNumber ? -1 : 1),
  );
  for (const { orderNumber, at } of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && at - last.startsAt < TOGETHER) last.orderNumbers.push(orderNumber);
    else groups.push({ startsAt: at, orderNumbers: [orderNumber] });
  }
  return groups;
}
