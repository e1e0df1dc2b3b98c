import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../../../shared/kernel/index.ts';
import type { CoreProcess } from '../../workers/core-process.ts';
import type { CoreKeeper, CoreKeeperEvents } from '../ports/index.ts';

export interface CoreSeatEvents {
  /** A core is up: the first one, or one that took a dead one's place. */
  readonly onRunning: (core: CoreProcess) => void;
  /** It died and is being started again by itself. */
  readonly onRestarting: () => void;
  /** There is none any more: it did not start, or died a second time. */
  readonly onStopped: (cause: unknown, when: 'at-start' | 'later') => void;
}

/** Where the core sits: it can be started, started again by a person after it was lost, and closed. */
export interface CoreSeat {
  /** Starts the core, unless one is running or starting. Never rejects: see `onStopped`. */
  start(): Promise<void>;
  /** A new port of the running core. @throws AppError CORE_STOPPED, or why it did not start */
  connect(): Promise<MessagePort>;
  /** Tells the core, where there is one, that the computer goes to sleep. Never waits, never throws. */
  checkpoint(): void;
  /** Tells the core, where there is one, that the computer woke or was unlocked. Never waits, never throws. */
  wake(): void;
  /** Whether there is a core, or one on its way. */
  isRunning(): boolean;
  close(): Promise<void>;
}

/** @param keep starts a core and keeps it; may throw before it begins, where there is no workspace to open */
export function createCoreSeat(
  keep: (events: CoreKeeperEvents) => Promise<CoreKeeper>,
  events: CoreSeatEvents,
): CoreSeat {
  let keeper: Promise<CoreKeeper> | null = null;
  let isClosed = false;

  const open = async (): Promise<CoreKeeper> => {
    const opened = await keep({
      restarting: () => {
        events.onRestarting();
        void opened.current().then(events.onRunning, () => undefined);
      },
      lost: (cause) => {
        keeper = null;
        if (!isClosed) events.onStopped(cause, 'later');
      },
    });
    return opened;
  };
  return {
    start: async () => {
      if (keeper !== null || isClosed) return;
      keeper = open();
      try {
        const core = await (await keeper).current();
        events.onRunning(core);
      } catch (error) {
        keeper = null;
        if (!isClosed) events.onStopped(error, 'at-start');
      }
    },
    connect: async () => {
      if (keeper === null) throw new AppError('CORE_STOPPED');
      const core = await (await keeper).current();
      return core.connect({ trust: 'shell' });
    },
    checkpoint: () => {
      keeper?.then(async (kept) => (await kept.current()).checkpoint()).catch(() => undefined);
    },
    wake: () => {
      keeper?.then(async (kept) => (await kept.current()).wake()).catch(() => undefined);
    },
    isRunning: () => keeper !== null,
    close: async () => {
      isClosed = true;
      const opened = await keeper?.catch(() => null);
      await opened?.close();
    },
  };
}
