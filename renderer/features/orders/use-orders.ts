import { useInfiniteQuery } from '@tanstack/react-query';
import { api, paged, pagesOf, usePages } from '../../api/index.ts';

/** What the list of orders is narrowed to. */
export interface OrderFilter {
  readonly storeId?: string;
  readonly buyerName?: string;
  readonly text?: string;
}

/** Orders page by page, newest first. */
export function useOrders(filter: OrderFilter) {
  const query = useInfiniteQuery(
    api.orders.list.infiniteOptions({
      input: pagesOf(filter),
      ...paged,
    }),
  );
  return { query, ...usePages(query) };
}
