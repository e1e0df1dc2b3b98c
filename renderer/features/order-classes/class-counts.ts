import { ORDER_CLASSES, type CaseOrder, type OrderClass } from '../../../shared/cases/index.ts';
import { isComplete } from '../../../shared/rulebook/index.ts';

/** What the board shows: all orders, those of one class, or those nobody has sorted. */
export type ClassFilter = OrderClass | 'all' | 'none';
export const CLASS_FILTERS: readonly ClassFilter[] = ['all', ...ORDER_CLASSES, 'none'];

/** The orders under a filter. */
export function ordersOf<Each extends Pick<CaseOrder, 'class'>>(
  orders: readonly Each[],
  filter: ClassFilter,
): readonly Each[] {
  if (filter === 'all') return orders;
  return orders.filter((order) => (order.class ?? 'none') === filter);
}

/** Whether an order has every voucher that is asked of it; one of which nothing is asked cannot be shown genuine by any. */
export function hasAllVouchers({ coverage }: Pick<CaseOrder, 'coverage'>): boolean {
  return coverage !== null && isComplete(coverage);
}
