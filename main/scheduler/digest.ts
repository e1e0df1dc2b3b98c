import { countDigest, planDigest, type DigestCounts, type QuietHours } from '../../shared/reminders/index.ts';
import { openRevisits } from '../features/asks/index.ts';
import { digestClocks, isDigestClaimed } from '../features/reminders/index.ts';
import type { Store } from '../workspace/index.ts';

/** What the digest of a day is told by. */
export interface DigestGround {
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly now: () => number;
  /** The person's zone: the hours of the day are theirs. */
  readonly zone: () => string;
  readonly quiet: () => QuietHours | null;
  /** The person's hour for it, `HH:MM`; null: none. */
  readonly digestAt: () => string | null;
  /** How many shops' back offices have to be looked into now; none where nobody counts them. */
  readonly shopsDue?: ((now: number) => Promise<number>) | undefined;
  /** By when the orders have to be shipped that wait for a decision; none where nobody counts them. */
  readonly shipBys?: (() => Promise<readonly number[]>) | undefined;
  /** Says it. Without it the day is left to a program that can. */
  readonly sayDigest?: ((counts: DigestCounts) => Promise<unknown>) | undefined;
}

/**
 * Says the digest of today where it is due and nobody has. Its day is claimed first: a crash in between costs a digest, never
 * says one twice. A day that had nothing to say is over as well: what is opened later that day the person knows of.
 *
 * @returns when the next one is due; null where none is wanted
 */
export async function tellDigest(ground: DigestGround): Promise<number | null> {
  const { store, zone, sayDigest } = ground;
  const at = ground.digestAt();
  if (at === null || sayDigest === undefined) return null;
  const now = ground.now();
  const { day, dueAt, nextDayAt } = planDigest(now, at, ground.quiet(), zone());
  if (dueAt === null || (await isDigestClaimed(store.read, day))) return nextDayAt;
  if (dueAt > now) return dueAt;
  const rounds = {
    revisits: await openRevisits(store.read),
    shipBys: (await ground.shipBys?.()) ?? [],
    shops: (await ground.shopsDue?.(now)) ?? 0,
  };
  const counts = countDigest(await digestClocks(store.read), now, zone(), rounds);
  const isOurs = await store.write({ operatorId: null }, { code: 'digests.claim' }, (tx) =>
    tx.claimDigest(day),
  );
  if (isOurs && counts !== null) await sayDigest(counts);
  return nextDayAt;
}
