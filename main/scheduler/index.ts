import { createTranslator } from '../../shared/i18n/index.ts';
import type { Bubble } from '../../shared/reminders/index.ts';
import type { Services } from '../core/context.ts';
import { bubbleText } from './bubble-text.ts';
import { startLoop, type Loop } from './loop.ts';
import { tick } from './tick.ts';

export type { Loop } from './loop.ts';

/** Starts the scheduler of a workspace: due work is rows, and this only looks at them. */
export function startScheduler(services: Services): Loop {
  const { store, clock, ports, log } = services;
  const { notify } = ports;
  const ring =
    notify === undefined
      ? undefined
      : async (bubble: Bubble) =>
          await notify(
            await bubbleText(store.read, bubble, createTranslator(ports.settings.get().language), clock),
          );
  const ground = {
    store,
    now: () => clock.now(),
    zone: () => clock.zone(),
    quiet: () => ports.settings.get().quietHours,
    ring,
  };
  let filled = false;
  const loop = startLoop(
    async () => {
      // Clocks of an older workspace, and of one brought back from a backup, have no rows yet.
      if (!filled)
        await store.write({ operatorId: null }, { code: 'reminders.fill' }, (tx) => tx.reminders.fill());
      filled = true;
      return await tick(ground);
    },
    () => clock.now(),
    (error) => log.error({ err: error }, 'the scheduler could not look at what is due'),
  );
  const unheard = store.onCommit(({ tables }) => {
    if (tables.includes('clocks') || tables.includes('reminders')) loop.wake();
  });
  return {
    wake: loop.wake,
    stop: async () => {
      unheard();
      await loop.stop();
    },
  };
}
