import { bubblesOf, latestTrue, mayRing, quietUntil, type Bubble } from '../../shared/reminders/index.ts';
import { isToldAhead, nextFiring, waitingReminders } from '../features/reminders/index.ts';
import { tellDigest, type DigestGround } from './digest.ts';
import { ringRounds, type RoundBell } from './rounds.ts';

/** What a tick looks at beside the workspace. */
export interface TickGround extends DigestGround, RoundBell {
  /** Makes the rows of rounds equal to what is to be done. */
  readonly keepRounds?: (() => Promise<void>) | undefined;
  /** Shows how much waits, once all that is due is in the list; a bell may take its time. */
  readonly showOutlook?: (() => Promise<void>) | undefined;
  /** Rings; says whether it could. Without it nothing rings, and the list has everything all the same. */
  readonly ring?: ((bubble: Bubble) => Promise<boolean>) | undefined;
  /** Says that so many clocks had told of what has not come: the computer's clock was ahead. */
  readonly sayTakenBack?: ((clocks: number) => Promise<unknown>) | undefined;
}

const ACTOR = { operatorId: null };

/**
 * Does everything that is due and says when to come back. It may run at any moment, any number of times and beside another
 * program: what is done is written down first, and nothing is done twice.
 *
 * @returns when the next thing is due; null where nothing is to come
 */
export async function tick(ground: TickGround): Promise<number | null> {
  const { store, now, zone, quiet, ring } = ground;
  if (await isToldAhead(store.read, latestTrue(now()))) await takeBack(ground);
  await ground.keepRounds?.();
  const next = await nextFiring(store.read);
  if (next !== null && next <= now())
    await store.write(ACTOR, { code: 'reminders.appear' }, (tx) => tx.reminders.appear());
  await ground.showOutlook?.();
  const waiting = await waitingReminders(store.read);
  const ringing = waiting.filter((each) => mayRing(each, now(), quiet(), zone()));
  if (ring !== undefined)
    for (const bubble of bubblesOf(ringing, now(), quiet(), zone())) await ringOnce(store, bubble, ring);
  const roundsWait = await ringRounds(ground);
  const later = roundsWait || (ring !== undefined && ringing.length < waiting.length);
  const digestAt = await tellDigest(ground);
  const ends = [
    await nextFiring(store.read),
    later ? quietUntil(now(), quiet(), zone()) : null,
    digestAt,
  ].filter((at): at is number => at !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Before anything else: what was told too early is told at its time. By day whoever heard of it hears that it was wrong. */
async function takeBack({ store, now, zone, quiet, sayTakenBack }: TickGround): Promise<void> {
  const clocks = await store.write(ACTOR, { code: 'reminders.takeBack' }, (tx) => tx.reminders.takeBack());
  if (clocks > 0 && quietUntil(now(), quiet(), zone()) === null) await sayTakenBack?.(clocks);
}

/** Claimed before it rings: a crash in between costs a bell, never rings one twice. */
async function ringOnce(
  store: TickGround['store'],
  bubble: Bubble,
  ring: (bubble: Bubble) => Promise<boolean>,
): Promise<void> {
  const claimed = await store.write(ACTOR, { code: 'reminders.claim' }, (tx) =>
    tx.reminders.claim(bubble.ids),
  );
  // Another program has them, or somebody saw them meanwhile.
  const mine = claimedOf(bubble, claimed);
  if (mine === null) return;
  if (await ring(mine))
    await store.write(ACTOR, { code: 'reminders.confirm' }, (tx) => tx.reminders.confirm(claimed));
}

/** What is left to ring of a bubble; null where nothing is. */
function claimedOf(bubble: Bubble, claimed: readonly string[]): Bubble | null {
  if (bubble.kind === 'clock')
    return claimed.includes(bubble.reminder.id) ? { ...bubble, ids: claimed } : null;
  const reminders = bubble.reminders.filter(({ id }) => claimed.includes(id));
  const [only] = reminders;
  if (only === undefined) return null;
  return reminders.length === 1
    ? { kind: 'clock', reminder: only, ids: claimed }
    : { ...bubble, reminders, ids: claimed };
}
