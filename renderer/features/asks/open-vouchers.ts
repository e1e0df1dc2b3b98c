import type { CoverageView, OrderVoucher } from '../../../shared/rulebook/index.ts';

/** What leaves nothing to be asked for, also in an alternate's place. */
const SETTLED: ReadonlySet<OrderVoucher['state']> = new Set(['met', 'not-asked']);

/** One voucher and the orders that still lack it. */
export interface OpenVoucher {
  readonly requirementId: string;
  /** Empty: the case as a whole does. */
  readonly orderNumbers: string[];
}

/**
 * Which of these vouchers these orders, or the case as a whole, still lack. An order of which anything was said is left out: an answer never
 * writes over what stands. So is one that has another voucher in this one's place: it lacks nothing. A requirement
 * without any is left out whole.
 */
export function openVouchers(
  coverage: CoverageView | undefined,
  requirementIds: readonly string[],
  orderNumbers: readonly string[],
): readonly OpenVoucher[] {
  const wanted = new Set(orderNumbers);
  const orders = (coverage?.orders ?? []).filter((order) => wanted.has(order.orderNumber));
  return requirementIds.flatMap((requirementId) => {
    if (isOfCase(coverage, requirementId))
      return isMissing(coverage, requirementId) ? [{ requirementId, orderNumbers: [] }] : [];
    const group = coverage?.requirements.find(({ id }) => id === requirementId)?.group ?? null;
    const unit = new Set(
      coverage?.requirements
        .filter((each) => each.id === requirementId || (group !== null && each.group === group))
        .map(({ id }) => id),
    );
    const lacking = orders
      .filter(
        ({ items }) =>
          items.some((item) => item.requirementId === requirementId && item.state === 'open') &&
          !items.some((item) => unit.has(item.requirementId) && SETTLED.has(item.state)),
      )
      .map((order) => order.orderNumber);
    return lacking.length === 0 ? [] : [{ requirementId, orderNumbers: lacking }];
  });
}

/** Whether the case as a whole has it, once. */
export function isOfCase(coverage: CoverageView | undefined, requirementId: string): boolean {
  return coverage?.requirements.find(({ id }) => id === requirementId)?.per === 'case';
}

function isMissing(coverage: CoverageView | undefined, requirementId: string): boolean {
  return (
    coverage?.missing.some(({ id }) => id === requirementId) === true &&
    !coverage.unavailable.some((each) => each.requirementId === requirementId)
  );
}
