import type { Electron } from './electron-api.ts';
import { LAST_WORDS } from './port-bridge.ts';

/** How long the core may take to close its workspace. What is committed is on the disk either way. */
const CLOSE_WITHIN = 8_000;

/** Ending the program, from wherever it is asked. */
export interface Ending {
  /** Whether it has begun: windows then close instead of hiding. */
  readonly hasBegun: boolean;
}

/**
 * Ends in order: the windows close first, so that their pages send what was being written; then the core stops its jobs
 * (a running export is told and leaves nothing half-made), closes the workspace and lets go of it; then the process ends.
 *
 * The wait is in `will-quit`, which comes after the windows: `before-quit` comes before them, and a core closed there would
 * not hear their last words.
 *
 * @param closeCore lets go of the workspace; waited for at most {@link CLOSE_WITHIN}
 */
export function endInOrder(
  { app }: Pick<Electron, 'app'>,
  beforeWindows: () => void,
  closeCore: () => Promise<void>,
): Ending {
  let hasBegun = false;
  let isDone = false;
  let leaving: Promise<void> | null = null;
  app.on('before-quit', () => {
    if (!hasBegun) beforeWindows();
    hasBegun = true;
  });
  app.on('will-quit', (event) => {
    if (isDone) return;
    event.preventDefault();
    leaving ??= leave(closeCore).finally(() => {
      isDone = true;
      app.quit();
    });
  });
  return {
    get hasBegun() {
      return hasBegun;
    },
  };
}

async function leave(closeCore: () => Promise<void>): Promise<void> {
  await pause(LAST_WORDS);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_WITHIN);
  });
  // A core that fails while closing has said so in its log; the next start sweeps.
  await Promise.race([closeCore().catch(() => undefined), limit]);
  clearTimeout(timer);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
