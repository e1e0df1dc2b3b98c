import type { Translator } from '../../shared/i18n/index.ts';
import type { Clock } from '../../shared/kernel/index.ts';
import {
  marked,
  outgoingTitle,
  saidAt,
  saidInWords,
  type Bubble,
  type WaitingReminder,
} from '../../shared/reminders/index.ts';
import type { Notification } from '../core/context.ts';
import { wordsOf } from '../features/reminders/index.ts';
import type { ReadHandle } from '../workspace/index.ts';

/**
 * What a bubble says: what is really left at this moment, case number, the store's alias and the act; of many it names the one to
 * look at first. A screen is seen by whoever walks past: no buyer, no order number and no accusation stands on it.
 */
export async function bubbleText(
  read: ReadHandle,
  bubble: Bubble,
  t: Translator,
  clock: Pick<Clock, 'now' | 'zone'>,
): Promise<Notification> {
  if (bubble.kind === 'clock') {
    const { reminder } = bubble;
    return {
      title: saidInWords(saidAt(reminder, clock.now()), t),
      body: (await named(read, reminder, t, clock)) ?? '',
      caseId: reminder.caseId,
    };
  }
  const [first] = bubble.reminders;
  const name = first === undefined ? null : await named(read, first, t, clock);
  return {
    title: t(`reminders:bubble.${bubble.kind}`, { count: bubble.reminders.length }),
    body:
      name === null
        ? t('reminders:bubble.inToday')
        : t('reminders:bubble.first', { first: name, count: bubble.reminders.length - 1 }),
    caseId: null,
  };
}

/** What is said where reminders came while the computer's clock was ahead. A click leads to Today. */
export function takenBackText(clocks: number, t: Translator): Notification {
  return {
    title: t('reminders:bubble.takenBack'),
    body: t('reminders:bubble.takenBackText', { count: clocks }),
    caseId: null,
  };
}

async function named(
  read: ReadHandle,
  { id, owner }: WaitingReminder,
  t: Translator,
  clock: Pick<Clock, 'now' | 'zone'>,
): Promise<string | null> {
  const known = await wordsOf(read, id);
  if (known === null) return null;
  return t('reminders:bubble.text', {
    number: known.caseNumber,
    store: known.storeAlias,
    what: t.pick(outgoingTitle(known.title, owner)),
    when: marked(t.format.deadline(known.dueAt, clock.zone(), clock.now()), known.doubt, t),
  });
}
