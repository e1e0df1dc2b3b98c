import { cutOffAt } from '../../../shared/deadlines/index.ts';
import { createTranslator, type Language, type Translator } from '../../../shared/i18n/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { doubtLines, marked, outgoingTitle, type CalendarShape } from '../../../shared/reminders/index.ts';
import { calendarCode, calendarFile } from '../../documents/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import { calendarEvents } from './calendar-events.ts';
import { calendarEntryRows, type CalendarEntryRow, type CalendarScope } from './calendar.repo.ts';

/** Under this name the kept file is found again by whatever subscribed to it. */
export const CALENDAR_NAME = 'appealdesk.ics';

/** The calendar file of one case, or of every case in use. */
export async function calendarText(
  read: ReadHandle,
  scope: CalendarScope,
  language: Language,
  now: number,
): Promise<{ name: string; text: string; events: number }> {
  const t = createTranslator(language);
  const rows = await calendarEntryRows(read, scope, now);
  const events = rows.flatMap((row) => calendarEvents(row, t, now));
  return {
    name: scope.caseId === undefined ? CALENDAR_NAME : fileName(rows[0]),
    text: calendarFile(t('reminders:calendar.name'), events),
    events: events.length,
  };
}

function fileName(of: CalendarEntryRow | undefined): string {
  return of?.number == null ? CALENDAR_NAME : `appealdesk-${of.number}.ics`;
}

/** One clock for a colleague and for a phone: as words to paste, as what a code holds, and as a file. */
export async function sharedClock(
  read: ReadHandle,
  clockId: string,
  language: Language,
  now: number,
): Promise<{ message: string; code: string; file: { name: string; text: string } }> {
  const [row] = await calendarEntryRows(read, { clockId }, now);
  const t = createTranslator(language);
  const events = row === undefined ? [] : calendarEvents(row, t, now);
  // Of several moments the one that is still to come.
  const event = events.find(({ to, cancelled }) => to > now && !cancelled) ?? events.at(-1);
  if (row === undefined || event === undefined)
    throw new AppError('NOT_FOUND', { kind: 'clock', id: clockId });
  const file = { name: fileName(row), text: calendarFile(t('reminders:calendar.name'), events) };
  // What has rung by now would only make the code finer.
  const code = calendarCode({ ...event, alarmsAt: event.alarmsAt.filter((at) => at > now) });
  return { message: messageOf(row, t, now), code, file };
}

/** Words to paste: case number, the store's alias and the act, with the zone, as whoever reads them may sit elsewhere. */
function messageOf(row: CalendarEntryRow, t: Translator, now: number): string {
  const clock = JSON.parse(row.shape_json) as CalendarShape;
  const zone = row.zone ?? 'UTC';
  const when = (at: number): string => t.format.deadline(at, zone, now);
  const dueAt = marked(when(clock.dueAt), clock.doubt, t);
  const cutOff = cutOffAt(clock);
  const place = t.find(`ui:zone-${zone}`) ?? zone;
  return [
    [row.number, row.alias].filter((part) => part !== null).join(' · '),
    t.pick(outgoingTitle(clock.title, clock.owner)),
    ...(clock.owner === 'theirs'
      ? [t('reminders:paste.theirs', { look: when(clock.lookAt), chase: dueAt, zone: place })]
      : [t(`reminders:paste.${clock.owner}`, { when: dueAt, zone: place })]),
    ...doubtLines(clock.doubt, when, t),
    ...(clock.owner === 'mine' && cutOff < clock.dueAt
      ? [t('reminders:cutOffAt', { when: when(cutOff) })]
      : []),
  ].join('\n');
}
