import type { InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';

interface ListPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

interface PagedQuery<Row> {
  readonly data: InfiniteData<ListPage<Row>, string | undefined> | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** How any list of the contract is asked for page by page: spread into `infiniteOptions`, beside its `input`. */
export const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { readonly nextCursor: string | null }) => page.nextCursor ?? undefined,
};

/** As many rows as a list asks for at once. */
const PAGE_ROWS = 200;

/** The `input` of a list that is asked for page by page, narrowed by these filters. */
export function pagesOf<Filters extends object>(filters: Filters) {
  return (cursor: string | undefined) => ({
    limit: PAGE_ROWS,
    ...filters,
    ...(cursor === undefined ? {} : { cursor }),
  });
}

/** A list that comes page by page, as one list: its rows so far, how many there are in all, and the way to more. */
export function usePages<Row>({ data, hasNextPage, isFetchingNextPage, fetchNextPage }: PagedQuery<Row>): {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly fetchMore: () => void;
} {
  const rows = useMemo<readonly Row[]>(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    fetchMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
