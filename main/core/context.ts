import { implement, ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import { contract } from '../../shared/contract/index.ts';
import type { Rulebook } from '../../shared/rulebook/index.ts';
import { AppError, ERROR_CODES, isAppError, type Clock, type Random } from '../../shared/kernel/index.ts';
import type { Settings } from '../../shared/settings/index.ts';
import type { TypesetClient } from '../documents/index.ts';
import type { JobPool } from '../workers/job-pool.ts';
import type { ReadHandle, Store, WriteHandle, Workspace } from '../workspace/index.ts';
import type { JobRunner } from './job-runner.ts';
import type { Session } from './session.ts';

/** What a host lends the core. */
export interface CorePorts {
  readonly settings: { get(): Settings; set(patch: Partial<Settings>): Settings };
  /** Shows a folder in the computer's file manager; says whether it could. */
  readonly folder?: { show(path: string): Promise<boolean> };
  readonly version: string;
  /** Who holds the workspace, for whoever finds it locked: `desktop`, `browser window`, `desk`. */
  readonly hostName: string;
}

/** Everything a use-case may need. One for the whole core. */
export interface Services {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly read: ReadHandle;
  readonly rulebook: Rulebook;
  readonly jobs: JobRunner;
  readonly pool: JobPool;
  readonly typesetter: TypesetClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly ports: CorePorts;
  readonly log: Logger;
}

/** What each call carries: the services, and the window it came from. */
export interface CallContext {
  readonly services: Services;
  readonly session: Session;
}

/**
 * The contract, ready to be implemented feature by feature. Whatever a use-case throws becomes a typed error here: a
 * code with params, never a message, never a stack.
 */
export const os = implement(contract)
  .$context<CallContext>()
  .use(async ({ next, context, path }) => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      if (!isAppError(error))
        context.services.log.error({ procedure: path.join('.'), err: error }, 'a call failed');
      throw toContractError(error);
    }
  });

/** The error as it crosses the contract. */
export function toContractError(error: unknown): ORPCError<string, { params: AppError['params'] }> {
  const known = isAppError(error) ? error : new AppError('INTERNAL');
  return new ORPCError(known.code, {
    status: ERROR_CODES[known.code].status,
    data: { params: known.params },
    cause: error,
  });
}

/** Runs a use-case that changes rows, as the operator of the window, as one act of the journal. */
export function write<Result>(
  context: CallContext,
  code: string,
  work: (tx: WriteHandle) => Promise<Result>,
  options: { readonly caseId?: string; readonly permanent?: boolean; readonly undoes?: number } = {},
): Promise<Result> {
  const { services, session } = context;
  const operatorId = session.requireOperator(services.ports.settings.get().idleMinutes);
  if (options.undoes === undefined) session.redoable.length = 0;
  return services.store.write({ operatorId }, { code, ...options }, work);
}
