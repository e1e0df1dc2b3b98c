/** Moves by itself this often. */
const EVERY_MS = 30_000;
/** A look that comes so long after the last step moves it for everybody. */
const STALE_MS = 1000;

/** A clock that many look at and all read alike. */
export interface SharedClock {
  readonly now: () => number;
  /** Called at each step. @returns the way to stop it */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * A clock that stands still between its steps: whatever is on a page at once says the same time left. It steps every 30 s, and
 * when somebody new begins to look, so that nothing opens with a time that is over.
 *
 * @param read the instant, ms UTC
 */
export function sharedClock(read: () => number): SharedClock {
  const listeners = new Set<() => void>();
  let now = read();
  let timer: ReturnType<typeof setInterval> | null = null;
  const step = (): void => {
    now = read();
    for (const listener of [...listeners]) listener();
  };
  const isStale = (): boolean => Math.abs(read() - now) > STALE_MS;
  return {
    now() {
      // While nobody looks, nothing steps it; the first look must not be at the past.
      if (listeners.size === 0 && isStale()) now = read();
      return now;
    },
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(step, EVERY_MS);
      if (isStale()) step();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}
