import type { Translator } from '../../shared/i18n/index.ts';
import type { Clock } from '../../shared/kernel/index.ts';
import type { Bubble } from '../../shared/reminders/index.ts';
import type { Notification } from '../core/context.ts';
import { wordsOf } from '../features/reminders/index.ts';
import type { ReadHandle } from '../workspace/index.ts';

/**
 * What a bubble says: case number, the store's alias and the act. A screen is seen by whoever walks past: no buyer, no order
 * number and no accusation stands on it.
 */
export async function bubbleText(
  read: ReadHandle,
  bubble: Bubble,
  t: Translator,
  clock: Pick<Clock, 'now' | 'zone'>,
): Promise<Notification> {
  if (bubble.kind === 'summary')
    return {
      title: t('reminders:bubble.summary', { count: bubble.reminders.length }),
      body: t('reminders:bubble.summaryText'),
      caseId: null,
    };
  const { step, caseId, id } = bubble.reminder;
  const known = await wordsOf(read, id);
  return {
    title: t(`reminders:step.${step}`),
    body:
      known === null
        ? ''
        : t('reminders:bubble.text', {
            number: known.caseNumber,
            store: known.storeAlias,
            what: t.pick(known.title),
            when: t.format.deadline(known.dueAt, clock.zone(), clock.now()),
          }),
    caseId,
  };
}
