import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Order } from '../../../shared/orders/index.ts';
import { api } from '../../api/index.ts';

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
      input: (cursor: string | undefined) => ({
        limit: 200,
        ...filter,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const rows = useMemo<readonly Order[]>(
    () => query.data?.pages.flatMap(({ items }) => items) ?? [],
    [query.data],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return {
    query,
    rows,
    total: query.data?.pages[0]?.total ?? 0,
    fetchMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
