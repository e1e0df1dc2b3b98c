import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClockChanges } from '../../../shared/deadlines/index.ts';

export interface MoreChanges {
  readonly changes: ClockChanges;
  readonly isPending: boolean;
  readonly more: () => void;
}

/**
 * All changes of deadlines, a part at a time: those that came first, and what is fetched behind them.
 *
 * @param fetchPart so many passed over
 */
export function useMoreChanges(
  first: ClockChanges,
  fetchPart: (skip: number) => Promise<ClockChanges>,
): MoreChanges {
  const [fetched, setFetched] = useState<{ readonly of: ClockChanges; readonly all: ClockChanges } | null>(
    null,
  );
  // Once the first ones are others, those behind them are as well.
  const changes = fetched?.of === first ? fetched.all : first;
  const { mutate, isPending } = useMutation({
    mutationFn: () => fetchPart(changes.items.length),
    onSuccess: ({ items, left }) =>
      setFetched({ of: first, all: { items: [...changes.items, ...items], left } }),
  });
  return { changes, isPending, more: () => mutate() };
}
