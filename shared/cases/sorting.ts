import type { Instant } from '../kernel/index.ts';
import type { OrderClass } from './schema.ts';

/** An order of a notice as it is sorted now. */
export interface SortedOrder {
  readonly class: OrderClass | null;
  /** Whether it was ever put down as admitted, whatever it is now. */
  readonly wasAdmitted: boolean;
  /** When that was last done, ms UTC. */
  readonly admittedAt: Instant | null;
  /** How many of its own vouchers are there; null where orders need none of their own. */
  readonly coverage: { readonly met: number; readonly total: number } | null;
}

/** What is brought forward for a sorting. */
export interface SortingGrounds {
  readonly reason: string;
  /** When the exhibit that is named for it was taken in, ms UTC; null where none is named. */
  readonly exhibitTakenInAt: Instant | null;
}

export type SortingRefusal =
  | { readonly code: 'NOT_READY'; readonly reason: 'vouchers-missing' }
  | { readonly code: 'CONFLICT'; readonly reason: 'needs-new-exhibit' | 'needs-reason' };

/**
 * Why an order may not be sorted so, or null where it may.
 *
 * Only 凭证齐全 is guarded: it needs every voucher of the order, and of an order once admitted, whatever it was called in
 * between, also an exhibit taken in after that and a reason. Every other class is free at any time.
 */
export function refuseSorting(
  order: SortedOrder,
  wanted: OrderClass | null,
  given: SortingGrounds,
): SortingRefusal | null {
  if (wanted !== 'documented-genuine') return null;
  const { coverage } = order;
  if (coverage === null || coverage.total === 0 || coverage.met !== coverage.total) {
    return { code: 'NOT_READY', reason: 'vouchers-missing' };
  }
  if (!order.wasAdmitted && order.class !== 'admitted') return null;
  const isNewer =
    order.admittedAt !== null && given.exhibitTakenInAt !== null && given.exhibitTakenInAt > order.admittedAt;
  if (!isNewer) return { code: 'CONFLICT', reason: 'needs-new-exhibit' };
  return given.reason.trim() === '' ? { code: 'CONFLICT', reason: 'needs-reason' } : null;
}
