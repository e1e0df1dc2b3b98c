import type { Clock } from '../../shared/kernel/index.ts';
import type { Outlook } from '../../shared/reminders/index.ts';
import { countLateBefore } from '../features/deadlines/index.ts';
import { countRounds, countUnseen, nextOwnEnds } from '../features/reminders/index.ts';
import type { ReadHandle } from '../workspace/index.ts';

/** Looks at what waits, and tells it where it is not what was told last. */
export function outlookTeller(
  read: ReadHandle,
  clock: Pick<Clock, 'now' | 'zone'>,
  show: (outlook: Outlook) => void,
): () => Promise<void> {
  let told = '';
  return async () => {
    const now = clock.now();
    const outlook: Outlook = {
      unseen: (await countUnseen(read)) + (await countRounds(read)),
      late: await countLateBefore(read, now),
      next: await nextOwnEnds(read, now),
      zone: clock.zone(),
    };
    const text = JSON.stringify(outlook);
    if (text === told) return;
    told = text;
    show(outlook);
  };
}
