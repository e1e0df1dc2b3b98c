import { outlookTeller } from '../../main/scheduler/outlook.ts';
import { tick } from '../../main/scheduler/tick.ts';
import type { Store } from '../../main/workspace/sqlite/index.ts';
import type { Clock } from '../../shared/kernel/index.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/index.ts';

/** A look of the scheduler as the desktop program has it, with bells, digest and tray that cost nothing themselves. */
export function lookOf(store: Store, clock: Clock): () => Promise<number | null> {
  const ground = {
    store,
    now: () => clock.now(),
    zone: () => clock.zone(),
    quiet: () => DEFAULT_SETTINGS.quietHours,
    digestAt: () => DEFAULT_SETTINGS.digestAt,
    ring: () => Promise.resolve(true),
    sayDigest: () => Promise.resolve(true),
    showOutlook: outlookTeller(store.read, clock, () => undefined),
  };
  return () => tick(ground);
}

/** What somebody who needs only the reminders that are due would ask each minute. */
export const PLAIN_QUERY = 'SELECT * FROM reminders WHERE fires_at <= ? AND seen_at IS NULL';
