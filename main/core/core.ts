import type { MessagePort } from 'node:worker_threads';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Client } from '../../shared/contract/index.ts';
import { createTranslator } from '../../shared/i18n/index.ts';
import type { Clock, Random } from '../../shared/kernel/index.ts';
import { createTypesetClient } from '../documents/index.ts';
import { Rulebooks } from '../features/editions/index.ts';
import { loadShippedRulebook } from '../features/rulebook/index.ts';
import { listOperators } from '../features/operators/index.ts';
import { createJobPool } from '../workers/job-pool.ts';
import { openWorkspace, PreviewShelf, type WorkspacePaths } from '../workspace/index.ts';
import { CalendarKeeper } from '../features/reminders/index.ts';
import { startScheduler } from '../scheduler/index.ts';
import { startDailyBackup } from './daily-backup.ts';
import { JobRunner } from './job-runner.ts';
import { openLog } from './log.ts';
import type { CallContext, CorePorts, Services } from './context.ts';
import { router } from './router.ts';
import { Session, type SessionOptions } from './session.ts';
import { ToldZone } from './told-zone.ts';

export interface CoreOptions {
  readonly workspaceDir: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly ports: CorePorts;
}

/** The program without a window: the whole contract over one workspace. */
export interface Core {
  /** A typed client in this process; each is a session of its own. */
  client(session?: SessionOptions): Client;
  /** Serves one window on a port. The session ends with the port. */
  connect(port: MessagePort, session?: SessionOptions): void;
  /** Settles the database before the computer sleeps; says whether it could. */
  checkpoint(): Promise<boolean>;
  /** Looks at what is due at once: the computer woke, or its clock or zone changed. */
  wake(): void;
  /** Stops jobs, waits for writes, closes the database and lets go of the lock. */
  close(): Promise<void>;
  readonly paths: WorkspacePaths;
}

const SHELL: SessionOptions = { trust: 'shell' };

/** Opens a workspace and everything that works on it. Plain Node: no window, no Electron, no network. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { random, ports } = options;
  const zone = new ToldZone(options.clock, () => ports.settings.get().zone);
  const { clock } = zone;
  const rulebooks = new Rulebooks(await loadShippedRulebook(), clock);
  const workspace = await openWorkspace({
    root: options.workspaceDir,
    clock,
    random,
    program: ports.hostName,
    backupFolder: ports.settings.get().backupFolder,
    isExample: ports.example?.isOpen === true,
    firstOperatorName: createTranslator(ports.settings.get().language)('core:firstOperator'),
  });
  const log = openLog(workspace.paths.logs);
  const services: Services = {
    workspace,
    store: workspace.store,
    read: workspace.store.read,
    rulebooks,
    jobs: new JobRunner(clock, random, (error, kind) => log.error({ job: kind, err: error }, 'a job failed')),
    pool: createJobPool(),
    typesetter: createTypesetClient(),
    previews: new PreviewShelf(workspace.paths.previews, clock, random),
    clock,
    zone,
    random,
    ports,
    log,
    calendar: new CalendarKeeper({ read: workspace.store.read, clock, ports, log }),
    loneOperator: async () => {
      const active = (await listOperators(workspace.store.read)).filter(
        (operator) => operator.archivedAt === null,
      );
      const [only] = active;
      return active.length === 1 && only !== undefined && !only.hasPin ? only.id : null;
    },
  };
  const stopBackups = startDailyBackup(services);
  const scheduler = startScheduler(services);
  zone.onMove(() => scheduler.wake());
  const handler = new RPCHandler(router);

  const open = (session: SessionOptions): CallContext => ({ services, session: new Session(session, clock) });

  return {
    paths: workspace.paths,
    client: (sessionOptions = SHELL) => {
      const context = open(sessionOptions);
      return createRouterClient(router, { context });
    },
    connect: (port, sessionOptions = SHELL) => {
      const context = open(sessionOptions);
      handler.upgrade(port, { context });
      port.start();
    },
    checkpoint: () => workspace.store.checkpoint(),
    wake: () => scheduler.wake(),
    close: async () => {
      stopBackups();
      await scheduler.stop();
      await services.jobs.close();
      await services.pool.close();
      await services.typesetter.close();
      await workspace.close();
    },
  };
}
