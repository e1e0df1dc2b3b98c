import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';

/** Whether the platform may be asked where its answer to what was filed is: only after the longest of all readings. */
export function mayChase({ awaits, dueAt, stoppedAt }: ClockRecord, now: number): boolean {
  return awaits === 'answer' && stoppedAt === null && dueAt <= now;
}

/**
 * What to write to a platform whose answer is late: what was filed, since when it waits, and the promise with its source. A
 * promise that is known at second hand alone is not held against anybody.
 */
export function chaseText(clock: ClockRecord, number: string | null, now: number, t: Translator): string {
  const { zone } = clock.computed;
  const since = t.format.instant(clock.startedAt, zone, now);
  const spoken = clock.sources.filter(({ secondHand }) => !secondHand).at(-1);
  const read = clock.computed.readings.find(
    ({ ruleId, readingId }) => ruleId === spoken?.ruleId && readingId === spoken.readingId,
  );
  return [
    number === null
      ? t('deadlines:chase.filed', { since })
      : t('deadlines:chase.numbered', { since, number }),
    ...(spoken === undefined || read === undefined
      ? []
      : [
          t('deadlines:chase.promise', {
            source: t.pick(spoken.sourceTitle),
            end: t.format.deadline(read.latest, zone, now),
          }),
        ]),
    t('deadlines:chase.ask'),
  ].join('\n');
}
