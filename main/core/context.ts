import { implement, ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import { contract } from '../../shared/contract/index.ts';
import { AppError, ERROR_CODES, isAppError, type Clock, type Random } from '../../shared/kernel/index.ts';
import type { KeptCalendar, Outlook } from '../../shared/reminders/index.ts';
import type { Settings } from '../../shared/settings/index.ts';
import type { Rulebooks } from '../features/editions/index.ts';
import type { TypesetClient } from '../documents/index.ts';
import type { JobPool } from '../workers/job-pool.ts';
import type { PreviewShelf, ReadHandle, Store, WriteHandle, Workspace } from '../workspace/index.ts';
import type { JobRunner } from './job-runner.ts';
import type { Session } from './session.ts';
import type { ToldZone } from './told-zone.ts';

/** A host that can put the example in the place of the person's own workspace, and take it away again. */
export interface ExamplePort {
  /** Whether what this core has open is the example. */
  readonly isOpen: boolean;
  /** Brings the example into this core's place; resolves when it is there, and this core is closed soon after. */
  open(): Promise<void>;
  /** Brings the person's own workspace back. @param remove whether the example is then deleted */
  leave(remove: boolean): Promise<void>;
}

/** A bubble of the system (提醒). A click opens its case, or Today where it is about several. */
export interface Notification {
  readonly title: string;
  readonly body: string;
  readonly caseId: string | null;
}

/** What a host lends the core. */
export interface CorePorts {
  readonly settings: { get(): Settings; set(patch: Partial<Settings>): Settings };
  /** Shows a folder in the computer's file manager; says whether it could. */
  readonly folder?: { show(path: string): Promise<boolean> };
  /** The way between the person's own workspace and the example; without it there is none. */
  readonly example?: ExamplePort;
  /** Rings; says whether the system could. Without it, reminders stand in the list alone. */
  readonly notify?: (notification: Notification) => Promise<boolean>;
  /** Shows what waits while nobody looks at the window; told again whenever it is something else. */
  readonly showOutlook?: (outlook: Outlook) => void;
  readonly version: string;
  /** Who holds the workspace, for whoever finds it locked: `desktop`, `browser window`, `desk`. */
  readonly hostName: string;
}

/** Keeps a calendar file in a folder, where the settings name one, equal to the clocks. */
export interface CalendarKeeping {
  /** What became of it. */
  readonly state: KeptCalendar;
  /** Something was written that it may show. */
  note(): void;
  /** Looks whether the file has to be written, and writes it; one look after the other. It never fails: `state` says why not. */
  keep(): Promise<void>;
  /** Keeps it in a folder from now on, or no more. What cannot be written there is not set. */
  keepIn(folder: string | null): Promise<KeptCalendar>;
}

/** Everything a use-case may need. One for the whole core. */
export interface Services {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly read: ReadHandle;
  readonly rulebooks: Rulebooks;
  readonly jobs: JobRunner;
  readonly pool: JobPool;
  readonly typesetter: TypesetClient;
  readonly previews: PreviewShelf;
  readonly clock: Clock;
  /** Where windows say in which zone this computer is now. */
  readonly zone: Pick<ToldZone, 'tell'>;
  readonly random: Random;
  readonly ports: CorePorts;
  readonly log: Logger;
  /** The calendar file that is kept for whatever subscribed to it. */
  readonly calendar: CalendarKeeping;
  /** The operator, where there is only one and no PIN: a seller who works alone is never asked who they are. */
  loneOperator(): Promise<string | null>;
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
    context.session.touch(context.services.ports.settings.get().idleMinutes);
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
function toContractError(error: unknown): ORPCError<string, { params: AppError['params'] }> {
  const known = isAppError(error) ? error : new AppError('INTERNAL');
  return new ORPCError(known.code, {
    status: ERROR_CODES[known.code].status,
    data: { params: known.params },
    cause: error,
  });
}

/** Who acts in this window now; null after the idle time, where somebody has to be asked. */
export async function currentOperator({ services, session }: CallContext): Promise<string | null> {
  const known = session.operator(services.ports.settings.get().idleMinutes);
  if (known !== null) return known;
  const lone = await services.loneOperator();
  if (lone !== null) session.signIn(lone);
  return lone;
}

/** The operator, or OPERATOR_NEEDED: every audit and custody row names a person. */
export async function requireOperator(context: CallContext): Promise<string> {
  const operatorId = await currentOperator(context);
  if (operatorId === null) throw new AppError('OPERATOR_NEEDED');
  return operatorId;
}

/** Who acts in this write, for a row that names a person. @throws AppError OPERATOR_NEEDED in an act of the program itself */
export function actingOperator(tx: Pick<WriteHandle, 'operatorId'>): string {
  if (tx.operatorId === null) throw new AppError('OPERATOR_NEEDED');
  return tx.operatorId;
}

/** What ends a trial: thrown inside a write, so that nothing of it is kept. */
class TakenBack extends Error {}

/**
 * What would come of a use-case that changes rows: it is done, looked at, and taken back whole before anybody could see it.
 * No row, no journal.
 */
export async function tryOut<Result>(
  context: CallContext,
  work: (tx: WriteHandle) => Promise<Result>,
): Promise<Result> {
  const operatorId = await requireOperator(context);
  const found: Result[] = [];
  try {
    await context.services.store.write({ operatorId }, { code: 'try-out' }, async (tx) => {
      found.push(await work(tx));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  const [result] = found;
  if (result === undefined) throw new AppError('INTERNAL');
  return result;
}

/** Runs a use-case that changes rows, as the operator of the window, as one act of the journal. */
export async function write<Result>(
  context: CallContext,
  code: string,
  work: (tx: WriteHandle) => Promise<Result>,
  options: { readonly caseId?: string; readonly permanent?: boolean; readonly undoes?: number } = {},
): Promise<Result> {
  const operatorId = await requireOperator(context);
  if (options.undoes === undefined) context.session.redoable.length = 0;
  return await context.services.store.write({ operatorId }, { code, ...options }, work);
}
