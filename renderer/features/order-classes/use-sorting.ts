import { useState } from 'react';
import type { CaseOrder, OrderClass } from '../../../shared/cases/index.ts';
import { client, useChange } from '../../api/index.ts';
import { hasAllVouchers } from './class-counts.ts';

/** What a sorting waits for: nothing, that the person sees what is missing, or a new exhibit and a reason. */
export type SortingWaits =
  | { readonly for: 'vouchers'; readonly short: readonly string[]; readonly ready: readonly string[] }
  | { readonly for: 'new-exhibit'; readonly orderNumbers: readonly string[]; readonly admitted: number };

interface Sorting {
  readonly waits: SortingWaits | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly sort: (orderNumbers: readonly string[], to: OrderClass | null) => void;
  readonly sortWithExhibit: (given: { readonly itemId: string; readonly reason: string }) => void;
  readonly stop: () => void;
}

/**
 * Sorts orders of a case. Calling some genuine first says which of them lack vouchers, then asks for what is needed where
 * one of them was admitted before; the core holds the same rules.
 */
export function useSorting(caseId: string, orders: readonly CaseOrder[], onSorted: () => void): Sorting {
  const [waits, setWaits] = useState<SortingWaits | null>(null);
  const change = useChange(client.cases.sortOrders, {
    features: ['cases', 'requirements', 'packets'],
    onSuccess: () => {
      setWaits(null);
      onSorted();
    },
  });
  const withExhibit = useChange(client.cases.sortOrders, {
    features: ['cases', 'requirements', 'packets'],
    ownErrors: true,
    onSuccess: () => {
      setWaits(null);
      onSorted();
    },
  });
  const sort = (orderNumbers: readonly string[], to: OrderClass | null): void => {
    if (orderNumbers.length === 0 || change.isPending) return;
    setWaits(null);
    withExhibit.reset();
    if (to === 'documented-genuine') {
      const wanted = orders.filter(({ orderNumber }) => orderNumbers.includes(orderNumber));
      const numbersOf = (some: readonly CaseOrder[]): string[] => some.map((order) => order.orderNumber);
      const short = wanted.filter((order) => !hasAllVouchers(order));
      if (short.length > 0) {
        setWaits({
          for: 'vouchers',
          short: numbersOf(short),
          ready: numbersOf(wanted.filter(hasAllVouchers)),
        });
        return;
      }
      const admitted = wanted.filter((order) => order.wasAdmitted && order.class !== to).length;
      if (admitted > 0) {
        setWaits({ for: 'new-exhibit', orderNumbers, admitted });
        return;
      }
    }
    change.mutate({ caseId, orderNumbers: [...orderNumbers], class: to });
  };
  return {
    waits,
    busy: change.isPending || withExhibit.isPending,
    error: withExhibit.error,
    sort,
    sortWithExhibit(given) {
      if (waits?.for !== 'new-exhibit') return;
      const { orderNumbers } = waits;
      withExhibit.mutate({ caseId, orderNumbers: [...orderNumbers], class: 'documented-genuine', ...given });
    },
    stop: () => setWaits(null),
  };
}
