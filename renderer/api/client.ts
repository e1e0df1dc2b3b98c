import { createORPCClient, type ClientLink } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Client } from '../../shared/contract/index.ts';
import { openLine } from './connection.ts';

const link: ClientLink<Record<never, never>> = {
  async call(path, input, options) {
    const { link: open } = await openLine(options.signal);
    return open.call(path, input, options);
  },
};

/** The whole contract, typed: `await client.cases.get({ caseId })`. Throws typed errors; see `describeError`. */
export const client: Client = createORPCClient(link);

/**
 * TanStack Query's options for every procedure: `useQuery(api.cases.get.queryOptions({ input: { caseId } }))`,
 * `useMutation(api.cases.update.mutationOptions())`. A key's first element is the path, `['cases', 'get']`.
 */
export const api = createTanstackQueryUtils(client);
