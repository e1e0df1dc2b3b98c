/** A timer is only a reason to look: it sleeps no longer than this, so that a clock that was put forward is noticed. */
const LONGEST_SLEEP = 60_000;

export interface Loop {
  /** Looks at once: the computer woke or was unlocked (only a desktop is told), its zone changed, or a clock was started. */
  wake(): void;
  /** Stops, and waits for the look that is under way. */
  stop(): Promise<void>;
}

/**
 * Looks again and again. Looks never overlap; one that is asked for meanwhile follows at once. A look that fails is told and
 * does not end the loop.
 *
 * @param look does what is due and answers when the next thing is, or null
 */
export function startLoop(
  look: () => Promise<number | null>,
  now: () => number,
  onError: (error: unknown) => void,
): Loop {
  let stopped = false;
  let looking = false;
  let asked = false;
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    do {
      asked = false;
      const next = await look().catch((error: unknown) => {
        onError(error);
        return null;
      });
      if (stopped) return;
      const sleep = next === null ? LONGEST_SLEEP : Math.min(LONGEST_SLEEP, Math.max(0, next - now()));
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(begin, sleep);
      timer.unref();
    } while (asked);
    // In the same breath as the question above: who asks after it begins a look, and is not forgotten.
    looking = false;
  };
  const begin = (): void => {
    asked = true;
    if (stopped || looking) return;
    looking = true;
    last = run();
  };
  timer = setTimeout(begin, 0);
  timer.unref();
  return {
    wake: begin,
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await last;
    },
  };
}
