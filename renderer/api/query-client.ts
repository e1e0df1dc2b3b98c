import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { ERROR_CODES } from '../../shared/kernel/index.ts';
import { client } from './client.ts';
import { keepConnected, onOpen } from './connection.ts';

/** A typed answer is an answer: only a broken line is worth asking again. */
const worthRetrying = (error: unknown): boolean => !(error instanceof ORPCError && error.code in ERROR_CODES);

/** The cache of what the core said. Data is fresh until the core says that its feature changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => failures < 2 && worthRetrying(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Answers that are worked out from many features, so that any change may change them. */
const DERIVED = [
  'today',
  'cases',
  'requirements',
  'packets',
  'deadlines',
  'followThrough',
  'handovers',
  'attempts',
  'journal',
  'search',
];

/**
 * What decides which of a case's evidence is handed over, and so is numbered: a file that records an earlier attempt or a
 * decision is kept back, one that a fact cites or an order needs is not. The numbers stand with the facts, too.
 */
const NUMBERING = [
  'asks',
  'attempts',
  'cases',
  'contacts',
  'decisions',
  'evidence',
  'facts',
  'followThrough',
  'notices',
  'requirements',
  'submissions',
];

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Asks again for everything on screen that comes from these features, or is worked out from them. */
export async function invalidateFeatures(features: readonly string[]): Promise<void> {
  const changed = features.map(camel);
  const stale = new Set([...DERIVED, ...changed]);
  if (changed.some((feature) => NUMBERING.includes(feature))) stale.add('evidence').add('facts');
  // Whether the first question is still to be asked hangs on there being a store.
  if (stale.has('stores')) stale.add('workspace');
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [first] }) => {
      const feature: unknown = Array.isArray(first) ? first[0] : first;
      return typeof feature === 'string' && stale.has(camel(feature));
    },
  });
}

async function followChanges(closed: Promise<void>): Promise<void> {
  const stop = new AbortController();
  void closed.then(() => stop.abort());
  try {
    for await (const { features } of await client.system.changes({}, { signal: stop.signal })) {
      await invalidateFeatures(features);
    }
  } catch {
    // The line went, or is going: the next one starts over.
  }
}

/** Opens the line and follows what changes in the core for the life of the window. */
export function startFollowing(): void {
  let opened = false;
  onOpen((line) => {
    if (opened) void queryClient.invalidateQueries();
    opened = true;
    void followChanges(line.closed);
  });
  void keepConnected();
}
