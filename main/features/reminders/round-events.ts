import type { Translator } from '../../../shared/i18n/index.ts';
import { roundWords, type RoundShape } from '../../../shared/reminders/index.ts';
import type { CalendarEvent } from '../../documents/index.ts';
import type { CalendarEntryRow } from './calendar.repo.ts';

const HALF_AN_HOUR = 30 * 60_000;

/**
 * A round in a calendar: how many, the shops' aliases and the act. Look-ups stand at the hour at which they are told, as a day has
 * no better one; orders to ship in the last half hour that is left for the first of them.
 */
export function roundEvent(
  row: Pick<CalendarEntryRow, 'clock_id' | 'sequence' | 'changed_at' | 'cancelled'>,
  { round, firesAt, zone }: RoundShape,
  t: Translator,
): CalendarEvent {
  const from = round.kind === 'look-ups' ? Math.min(...firesAt) : round.dueAt - HALF_AN_HOUR;
  return {
    uid: `${row.clock_id}@appealdesk`,
    sequence: row.sequence,
    changedAt: row.changed_at,
    cancelled: row.cancelled === 1,
    summary: t(`reminders:calendar.${round.kind}`, { count: round.count }),
    description: `${roundWords(round, t)}\n${t('reminders:calendar.from')}`,
    from,
    to: from + HALF_AN_HOUR,
    zone,
    alarmsAt: firesAt.filter((at) => at <= from),
  };
}
