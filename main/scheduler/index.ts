import { setTimeout } from 'node:timers/promises';
import { createTranslator } from '../../shared/i18n/index.ts';
import type { Bubble, DigestCounts, Round } from '../../shared/reminders/index.ts';
import type { Services } from '../core/context.ts';
import { countShops, lookUpRows } from '../features/look-ups/index.ts';
import { undecidedOrders } from '../features/shipping/index.ts';
import { bubbleText, takenBackText } from './bubble-text.ts';
import { digestText } from './digest-text.ts';
import { startLoop, type Loop } from './loop.ts';
import { outlookTeller } from './outlook.ts';
import { roundRows, roundText } from './rounds.ts';
import { tick } from './tick.ts';

export type { Loop } from './loop.ts';

/** So long a calendar file that is being written is waited for at the end; half of one is never seen. */
const LONGEST_GOODBYE = 2000;

/** What the calendar file shows. */
const IN_CALENDAR = new Set(['clocks', 'cases', 'stores', 'calendar_entries']);

/** What a look reads: a change of it may be due, or be shown, at once. */
const LOOKED_AT = new Set(['clocks', 'reminders', 'cases', 'stores']);

/** Starts the scheduler of a workspace: due work is rows, and this only looks at them. */
export function startScheduler(services: Services): Loop {
  const { store, clock, ports, log, calendar } = services;
  const { notify, showOutlook } = ports;
  const translator = () => createTranslator(ports.settings.get().language);
  const rounds = roundRows(services);
  const ground = {
    store,
    now: () => clock.now(),
    zone: () => clock.zone(),
    quiet: () => ports.settings.get().quietHours,
    digestAt: () => ports.settings.get().digestAt,
    shipBys: async () => (await undecidedOrders(store.read, services.rulebooks)).map(({ shipBy }) => shipBy),
    keepRounds: rounds.keep,
    shopsDue: async (now: number) => countShops(await lookUpRows(store.read, services.rulebooks, clock), now),
    ...(notify === undefined
      ? {}
      : {
          ring: async (bubble: Bubble) =>
            await notify(await bubbleText(store.read, bubble, translator(), clock)),
          ringRound: async (round: Round) =>
            await notify(roundText(round, translator(), clock.now(), clock.zone())),
          sayTakenBack: async (clocks: number) => await notify(takenBackText(clocks, translator())),
          sayDigest: async (counts: DigestCounts) => await notify(digestText(counts, translator())),
        }),
    ...(showOutlook === undefined ? {} : { showOutlook: outlookTeller(store.read, clock, showOutlook) }),
  };
  let filled = false;
  const loop = startLoop(
    async () => {
      // Clocks of an older workspace, and of one brought back from a backup, have no rows yet.
      if (!filled)
        await store.write({ operatorId: null }, { code: 'reminders.fill' }, (tx) => tx.reminders.fill());
      filled = true;
      // A folder on a slow drive never holds a reminder up.
      void calendar.keep();
      return await tick(ground);
    },
    () => clock.now(),
    (error) => log.error({ err: error }, 'the scheduler could not look at what is due'),
  );
  const unheard = store.onCommit(({ tables }) => {
    if (tables.some((table) => IN_CALENDAR.has(table))) calendar.note();
    const plansRounds = rounds.note(tables);
    if (plansRounds || tables.some((table) => LOOKED_AT.has(table))) loop.wake();
  });
  return {
    wake: loop.wake,
    stop: async () => {
      unheard();
      await loop.stop();
      await Promise.race([calendar.keep(), setTimeout(LONGEST_GOODBYE, null, { ref: false })]);
    },
  };
}
