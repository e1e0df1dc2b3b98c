import type { Translator } from '../../shared/i18n/index.ts';
import { dateIn } from '../../shared/kernel/index.ts';
import {
  gatherByClock,
  gatherRounds,
  mayRingRound,
  planLookUpRounds,
  planShipRounds,
  roundWords,
  type QuietHours,
  type Round,
} from '../../shared/reminders/index.ts';
import type { Notification, Services } from '../core/context.ts';
import { lookUpRows } from '../features/look-ups/index.ts';
import { waitingRounds } from '../features/reminders/index.ts';
import { undecidedOrders } from '../features/shipping/index.ts';
import type { Store } from '../workspace/index.ts';

/** The tables that rounds are planned from. */
const PLANNED_FROM: ReadonlySet<string> = new Set([
  ...['clients', 'stores', 'looks', 'look_up_plans', 'pack_updates', 'own_readings'],
  ...['orders', 'cases', 'case_orders', 'decisions', 'ship_decisions'],
]);

/** What is to be told of rounds by the rows of a workspace. */
export interface RoundRows {
  /** Makes the rows equal to what is to be done, where that may be otherwise than when it was looked at last. */
  keep(): Promise<void>;
  /** A commit changed these tables. @returns whether rounds may be otherwise now */
  note(tables: readonly string[]): boolean;
}

/** Plans rounds anew after every change they hang on: of the workspace, of the day, of the zone, of the hours of the person. */
export function roundRows({ store, clock, ports, rulebooks }: Services): RoundRows {
  let changed = true;
  let plannedFor = '';
  const plan = async (): Promise<void> => {
    const { digestAt, quietHours: quiet } = ports.settings.get();
    const ground = { now: clock.now(), zone: clock.zone(), digestAt, quiet };
    const day = JSON.stringify([dateIn(ground.now, ground.zone), ground.zone, digestAt, quiet]);
    if (!changed && day === plannedFor) return;
    changed = false;
    plannedFor = day;
    const planned = [
      ...planLookUpRounds(await lookUpRows(store.read, rulebooks, clock), ground),
      ...planShipRounds(await undecidedOrders(store.read, rulebooks), ground.now),
    ];
    await store.write({ operatorId: null }, { code: 'reminders.keepRounds' }, (tx) =>
      tx.reminders.keepRounds(planned),
    );
  };
  return {
    keep: async () => {
      try {
        await plan();
      } catch (error) {
        changed = true;
        throw error;
      }
    },
    note: (tables) => {
      const isOf = tables.some((table) => PLANNED_FROM.has(table));
      changed ||= isOf;
      return isOf;
    },
  };
}

/** What rounds ring by. */
export interface RoundBell {
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly now: () => number;
  readonly zone: () => string;
  readonly quiet: () => QuietHours | null;
  /** Rings for all rounds of a kind at once; says whether it could. Without it nothing rings. */
  readonly ringRound?: ((round: Round) => Promise<boolean>) | undefined;
}

const ACTOR = { operatorId: null };

/**
 * Rings what came of rounds, once for each kind. Claimed before it rings, as every reminder is.
 *
 * @returns whether something waits for quiet hours to end
 */
export async function ringRounds({ store, now, zone, quiet, ringRound }: RoundBell): Promise<boolean> {
  if (ringRound === undefined) return false;
  const waiting = await waitingRounds(store.read);
  const ringing = waiting.filter(({ round }) => mayRingRound(round, now(), quiet(), zone()));
  for (const alike of Map.groupBy(ringing, ({ round }) => round.kind).values()) {
    const claimed = await store.write(ACTOR, { code: 'reminders.claim' }, (tx) =>
      tx.reminders.claim(alike.map(({ id }) => id)),
    );
    const mine = gatherByClock(alike.filter(({ id }) => claimed.includes(id)));
    const round = gatherRounds(mine.map(({ newest }) => newest.round));
    if (round !== null && (await ringRound(round)))
      await store.write(ACTOR, { code: 'reminders.confirm' }, (tx) => tx.reminders.confirm(claimed));
  }
  return ringing.length < waiting.length;
}

/** What a bubble says of a round: how many, the shops' aliases, and by when; a click leads to Today. */
export function roundText(round: Round, t: Translator, now: number, zone: string): Notification {
  const { kind, count, dueAt } = round;
  const words = roundWords(round, t);
  return {
    title: t(`reminders:round.${kind}`, { count }),
    body:
      kind === 'look-ups'
        ? words
        : t('reminders:round.until', { shops: words, when: t.format.deadline(dueAt, zone, now) }),
    caseId: null,
  };
}
