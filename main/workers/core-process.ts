import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { AppError, isAppError } from '../../shared/kernel/index.ts';
import type { Outlook } from '../../shared/reminders/index.ts';
import type { Settings } from '../../shared/settings/index.ts';
import type { Notification } from '../core/index.ts';
import type { CorePaths, CoreSession, CoreStart, FromCore, ToCore } from './core-messages.ts';

export type { CorePaths, CoreSession } from './core-messages.ts';

/** Settings of this computer, kept by the host. */
export interface SettingsStore {
  get(): Settings;
  set(patch: Partial<Settings>): Settings;
}

/**
 * The host's side of the way to the example workspace and back. Each resolves once the other workspace is in this one's
 * place, with how to end this core: that is called when whoever asked has been answered.
 */
export interface ExampleDoor {
  /** Whether this core's workspace is the example. */
  readonly isOpen: boolean;
  open(): Promise<() => void>;
  leave(remove: boolean): Promise<() => void>;
}

export interface StartCoreOptions {
  readonly workspaceDir: string;
  readonly settings: SettingsStore;
  /** Shows a folder in the computer's file manager; without it nobody is offered that. */
  readonly showFolder?: (path: string) => Promise<boolean>;
  /** Rings (see `CorePorts.notify`); without it reminders stand in the list alone. */
  readonly notify?: (notification: Notification) => Promise<boolean>;
  /** Shows what waits (see `CorePorts.showOutlook`); without it nobody counts it. */
  readonly showOutlook?: (outlook: Outlook) => void;
  /** Without it nobody is offered an example. */
  readonly example?: ExampleDoor;
  readonly version: string;
  /** Who opens the workspace, as the next one who finds it locked is told. */
  readonly hostName: string;
  /** The thread's program; the core where none is named. */
  readonly workerUrl?: URL;
}

/** The core, alive in its own thread. */
export interface CoreProcess {
  readonly paths: CorePaths;
  /** A port for one window. It closes when the core ends, and the core forgets the window when it closes. */
  connect(session: CoreSession): MessagePort;
  /** Tells the core that the computer goes to sleep: it settles its database. Nothing waits for it. */
  checkpoint(): void;
  /** Tells the core that the computer woke or was unlocked. Nothing waits for it. */
  wake(): void;
  /** Closes the core in order: it finishes what it commits, lets go of the workspace, and its thread ends. */
  close(): Promise<void>;
  /** Called once, with what was thrown if anything was, when the thread ends without having been asked to. */
  onDeath(listener: (cause: unknown) => void): void;
}

/**
 * Starts the core in a thread and waits until its workspace is open.
 *
 * @throws AppError with the code the workspace gave: LOCKED, DATABASE_FROM_FUTURE, SYNCED_FOLDER, READ_ONLY …
 */
export async function startCore(options: StartCoreOptions): Promise<CoreProcess> {
  const workerData: CoreStart = {
    workspaceDir: options.workspaceDir,
    settings: options.settings.get(),
    version: options.version,
    hostName: options.hostName,
    canShowFolders: options.showFolder !== undefined,
    canNotify: options.notify !== undefined,
    canShowOutlook: options.showOutlook !== undefined,
    example: options.example === undefined ? 'none' : options.example.isOpen ? 'open' : 'beside',
  };
  const worker = new Worker(options.workerUrl ?? new URL('./core.worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    name: 'core',
  });
  const send = (message: ToCore): void => worker.postMessage(message);
  const { promise: opened, resolve: open, reject: refuse } = Promise.withResolvers<CorePaths>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const answer = (id: number, shown: Promise<boolean> | undefined): void => {
    void Promise.resolve(shown ?? false)
      .catch(() => false)
      .then((done) => {
        if (!isDead) send({ kind: 'shown', id, shown: done });
      });
  };
  const changeWorkspace = async (id: number, changed: Promise<() => void> | undefined): Promise<void> => {
    try {
      const leave = await changed;
      send({ kind: 'workspace-changed', id, error: null });
      leave?.();
    } catch (error) {
      const { code, params, cause: reason = error } = isAppError(error) ? error : new AppError('INTERNAL');
      const stack = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
      send({ kind: 'workspace-changed', id, error: { code, params, stack } });
    }
  };
  const deathListeners: ((cause: unknown) => void)[] = [];
  let closing = false;
  let isDead = false;
  let cause: unknown = null;

  worker.on('message', (message: FromCore) => {
    switch (message.kind) {
      case 'ready':
        open(message.paths);
        break;
      case 'failed':
        refuse(new AppError(message.code, message.params, { cause: new Error(message.stack) }));
        break;
      case 'settings':
        options.settings.set(message.patch);
        break;
      case 'show-folder':
        answer(message.id, options.showFolder?.(message.path));
        break;
      case 'notify':
        answer(message.id, options.notify?.(message.notification));
        break;
      case 'outlook':
        options.showOutlook?.(message.outlook);
        break;
      case 'open-example':
        void changeWorkspace(message.id, options.example?.open());
        break;
      case 'leave-example':
        void changeWorkspace(message.id, options.example?.leave(message.remove));
        break;
    }
  });
  worker.on('error', (error) => {
    cause = error;
  });
  worker.once('exit', () => {
    isDead = true;
    refuse(new AppError('CORE_STOPPED', {}, { cause }));
    end();
    if (!closing) for (const listener of deathListeners.splice(0)) listener(cause);
  });

  let paths: CorePaths;
  try {
    paths = await opened;
  } catch (error) {
    closing = true;
    await ended;
    throw error;
  }
  return {
    paths,
    connect: (session) => {
      const { port1, port2 } = new MessageChannel();
      if (isDead) port1.close();
      else worker.postMessage({ kind: 'connect', port: port2, session } satisfies ToCore, [port2]);
      return port1;
    },
    checkpoint: () => {
      if (!closing && !isDead) send({ kind: 'checkpoint' });
    },
    wake: () => {
      if (!closing && !isDead) send({ kind: 'wake' });
    },
    close: async () => {
      if (!closing && !isDead) send({ kind: 'close' });
      closing = true;
      await ended;
      if (cause !== null) throw new AppError('INTERNAL', {}, { cause });
    },
    onDeath: (listener) => {
      if (isDead) listener(cause);
      else deathListeners.push(listener);
    },
  };
}
