import { cutOffAt } from '../../../shared/deadlines/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import {
  calendarMoments,
  lookCalledOff,
  doubtLines,
  marked,
  outgoingTitle,
  type CalendarMoment,
  type CalendarShape,
  type RoundShape,
} from '../../../shared/reminders/index.ts';
import type { CalendarEvent } from '../../documents/index.ts';
import type { CalendarEntryRow } from './calendar.repo.ts';
import { roundEvent } from './round-events.ts';

/**
 * A clock in a calendar: case number, the store's alias and the act. A phone is seen by whoever sits beside it: no buyer, no
 * order number and no accusation stands on it.
 */
export function calendarEvents(row: CalendarEntryRow, t: Translator, now: number): CalendarEvent[] {
  const shape = JSON.parse(row.shape_json) as CalendarShape | RoundShape;
  if ('round' in shape) return [roundEvent(row, shape, t)];
  const clock = shape;
  // Of a case that is gone what it was last called, so that whoever is told that it is off knows what is.
  const zone = row.zone ?? clock.of?.zone ?? 'UTC';
  const ofCase = [row.number ?? clock.of?.number, row.alias ?? clock.of?.alias].filter(
    (part) => part !== undefined,
  );
  const when = (at: number): string => t.format.deadline(at, zone, now);
  const eventOf = ({ kind, from, to, alarmsAt }: CalendarMoment): CalendarEvent => ({
    uid: `${row.clock_id}${kind === 'look' ? '-look' : ''}@appealdesk`,
    sequence: row.sequence,
    changedAt: row.changed_at,
    cancelled: row.cancelled === 1,
    summary: [
      marked(t(`reminders:calendar.${kind}`), clock.doubt, t),
      ...ofCase,
      t.pick(outgoingTitle(clock.title, clock.owner)),
    ].join(' · '),
    description: [
      ...doubtLines(clock.doubt, when, t),
      ...(kind === 'own' && cutOffAt(clock) < to
        ? [t('reminders:cutOffAt', { when: when(cutOffAt(clock)) })]
        : []),
      t('reminders:calendar.from'),
    ].join('\n'),
    from,
    to,
    zone,
    alarmsAt,
  });
  return [
    ...lookCalledOff(clock).map((moment) => ({ ...eventOf(moment), cancelled: true })),
    ...calendarMoments(clock).map(eventOf),
  ];
}
