import { AppError } from '../../../shared/kernel/index.ts';
import type { CoreProcess } from '../../workers/core-process.ts';

/** What the keeper tells the host about the core's thread. */
export interface CoreKeeperEvents {
  /** The core died and starts again; windows have lost their sockets and come back by themselves. */
  readonly restarting: (cause: unknown) => void;
  /** The core died for good. */
  readonly lost: (cause: unknown) => void;
}

export interface CoreKeeper {
  /** The running core, or the one that is just starting. @throws AppError CORE_STOPPED when there is none any more */
  current(): Promise<CoreProcess>;
  close(): Promise<void>;
}

/** Keeps a core running: one that dies is started again once in this run; a second death is final. */
export async function keepCore(
  start: () => Promise<CoreProcess>,
  events: CoreKeeperEvents,
): Promise<CoreKeeper> {
  let restarts = 0;
  let running: Promise<CoreProcess> = Promise.resolve(await start());
  const watch = (core: CoreProcess): void => {
    core.onDeath((cause) => {
      if (restarts > 0) {
        running = Promise.reject(new AppError('CORE_STOPPED', {}, { cause }));
        running.catch(() => undefined);
        events.lost(cause);
        return;
      }
      restarts += 1;
      running = start();
      running.then(watch, (error: unknown) => events.lost(error));
      events.restarting(cause);
    });
  };
  watch(await running);
  return {
    current: () => running,
    close: async () => {
      const core = await running.catch(() => null);
      await core?.close();
    },
  };
}
