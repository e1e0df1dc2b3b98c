import type { CoverageView } from '../../../shared/rulebook/index.ts';

/** One voucher and the orders that still lack it. */
export interface OpenVoucher {
  readonly requirementId: string;
  readonly orderNumbers: string[];
}

/**
 * Which of these vouchers these orders still lack. An order of which anything was said is left out: an answer never
 * writes over what stands. A requirement without any is left out whole.
 */
export function openVouchers(
  coverage: CoverageView | undefined,
  requirementIds: readonly string[],
  orderNumbers: readonly string[],
): readonly OpenVoucher[] {
  const wanted = new Set(orderNumbers);
  const orders = (coverage?.orders ?? []).filter((order) => wanted.has(order.orderNumber));
  return requirementIds.flatMap((requirementId) => {
    const lacking = orders
      .filter((order) =>
        order.items.some((item) => item.requirementId === requirementId && item.state === 'open'),
      )
      .map((order) => order.orderNumber);
    return lacking.length === 0 ? [] : [{ requirementId, orderNumbers: lacking }];
  });
}
