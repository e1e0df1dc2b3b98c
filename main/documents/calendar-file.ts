import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/** One moment in a calendar. What it says may be read by whoever sees the phone. */
export interface CalendarEvent {
  /** The same for ever: a newer file changes the event instead of adding one. */
  readonly uid: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly changedAt: number;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  /** ms UTC. */
  readonly from: number;
  readonly to: number;
  /** IANA zone that the event is written in. */
  readonly zone: string;
  /** When it rings, ms UTC; not after `from`. */
  readonly alarmsAt: readonly number[];
}

const MINUTE = 60_000;
const A_DAY = 24 * 60 * MINUTE;

/** How often a program that subscribes is asked to look, in seconds. */
const LOOK_AGAIN = 3600;

/**
 * A calendar file (RFC 5545): each event with its zone and its alarms. Written anew it is the same text for the same events.
 *
 * @param name what a program that subscribes calls it
 */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'AppealDesk', product: 'AppealDesk', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN,
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null },
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: Temporal.Instant.fromEpochMilliseconds(event.changedAt),
      lastModified: Temporal.Instant.fromEpochMilliseconds(event.changedAt),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: zoned(event.from, event.zone),
      end: zoned(event.to, event.zone),
      timezone: event.zone,
      summary: event.summary,
      description: event.description,
      alarms: event.cancelled
        ? []
        : event.alarmsAt.map((at) => ({
            type: ICalAlarmType.display,
            description: event.summary,
            triggerBefore: Math.round((event.from - at) / 1000),
          })),
    });
  }
  return `${propertiesFirst(calendar.toString())}\r\n`;
}

/** RFC 5545 has a calendar's own properties before its zones and events; the library writes two of them after the zones. */
function propertiesFirst(calendar: string): string {
  const [begin = '', ...rest] = calendar.split('\r\n');
  const properties: string[] = [];
  const components: string[] = [];
  let depth = 0;
  for (const line of rest.slice(0, -1)) {
    if (line.startsWith('BEGIN:')) depth += 1;
    (depth === 0 ? properties : components).push(line);
    if (line.startsWith('END:')) depth -= 1;
  }
  return [begin, ...properties, ...components, ...rest.slice(-1)].join('\r\n');
}

/**
 * One event alone, as short as a phone that reads it from a code needs it: in UTC, so that no zone has to be spelled out, and with
 * two of its alarms at most.
 */
export function calendarCode(event: Omit<CalendarEvent, 'description' | 'zone'>): string {
  const { uid, sequence, changedAt, cancelled, summary, from, to } = event;
  const alarms = cancelled ? [] : alarmsOfCode(event);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:AppealDesk',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${basic(changedAt)}`,
    `SUMMARY:${summary.replace(/([\\;,])/g, '\\$1')}`,
    `DTSTART:${basic(from)}`,
    `DTEND:${basic(to)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...alarms.flatMap((at) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      // Phones show the event itself; the standard wants a word, and each byte makes the code finer.
      'DESCRIPTION:AppealDesk',
      `TRIGGER:-PT${Math.round((from - at) / MINUTE)}M`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** Of the alarms of an event the last one, and the one before it that leaves about a day: each more makes a finer code. */
function alarmsOfCode({ alarmsAt, to }: Pick<CalendarEvent, 'alarmsAt' | 'to'>): number[] {
  const inOrder = alarmsAt.toSorted((left, right) => left - right);
  const last = inOrder.at(-1);
  if (last === undefined) return [];
  const before = inOrder.slice(0, -1);
  const early = before.findLast((at) => to - at >= A_DAY) ?? before[0];
  return early === undefined ? [last] : [early, last];
}

function basic(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '');
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
