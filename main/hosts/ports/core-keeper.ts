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
  /**
   * Puts another core into this one's place, now and after a death. Where it does not start, all stays as it is. Windows
   * come to it when the old one ends.
   *
   * @returns ends the old one
   */
  replace(start: () => Promise<CoreProcess>): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Keeps a core running: one that dies is started again once in this run; a second death is final. */
export async function keepCore(
  start: () => Promise<CoreProcess>,
  events: CoreKeeperEvents,
): Promise<CoreKeeper> {
  let startAnew = start;
  let restarts = 0;
  let isClosed = false;
  let replacing: Promise<unknown> = Promise.resolve();
  const replaced = new Set<CoreProcess>();
  let running: Promise<CoreProcess> = Promise.resolve(await start());
  const watch = (core: CoreProcess): void => {
    core.onDeath((cause) => {
      if (replaced.has(core)) return;
      if (restarts > 0) {
        running = Promise.reject(new AppError('CORE_STOPPED', {}, { cause }));
        running.catch(() => undefined);
        events.lost(cause);
        return;
      }
      restarts += 1;
      running = startAnew();
      running.then(watch, (error: unknown) => events.lost(error));
      events.restarting(cause);
    });
  };
  watch(await running);
  return {
    current: () => running,
    replace: async (next) => {
      const coming = next();
      replacing = coming.catch(() => undefined);
      const arrived = await coming;
      const leaving = await running.catch(() => null);
      if (isClosed) {
        await arrived.close();
        throw new AppError('CORE_STOPPED');
      }
      if (leaving !== null) replaced.add(leaving);
      startAnew = next;
      restarts = 0;
      running = Promise.resolve(arrived);
      watch(arrived);
      return async () => {
        await leaving?.close();
      };
    },
    close: async () => {
      isClosed = true;
      await replacing;
      const core = await running.catch(() => null);
      await Promise.all([core?.close(), ...[...replaced].map((each) => each.close().catch(() => undefined))]);
    },
  };
}
