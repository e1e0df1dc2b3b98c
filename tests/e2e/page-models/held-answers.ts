import type { Page } from 'playwright-core';

/** The way from the core to a window, on which what it says can wait. */
export interface HeldAnswers {
  /** From now on nothing that the core says arrives. */
  hold(): void;
  /** Lets all arrive that waits, in order; what is said from now on arrives at once, or waits for the next time. */
  release(next?: 'hold'): void;
}

/** Stands between the window and its core from the window's next load on. */
export async function holdAnswers(page: Page): Promise<HeldAnswers> {
  let waiting: (() => void)[] | null = null;
  await page.routeWebSocket('**/rpc', (socket) => {
    const core = socket.connectToServer();
    core.onMessage((message) => {
      if (waiting === null) socket.send(message);
      else waiting.push(() => socket.send(message));
    });
  });
  return {
    hold: () => {
      waiting ??= [];
    },
    release: (next) => {
      const held = waiting ?? [];
      waiting = next === 'hold' ? [] : null;
      for (const send of held) send();
    },
  };
}
