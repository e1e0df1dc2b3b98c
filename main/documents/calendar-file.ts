import ical, { foldLines, ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { isOffset } from '../../shared/kernel/index.ts';

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
  /** IANA zone that the event is written in; one that no calendar can name, such as `+08:00`, is written in UTC. */
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
    timezone: { name: null, generator: zoneBlock },
  });
  for (const event of events) {
    const zone = zoneBlock(event.zone) === null ? 'UTC' : event.zone;
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: Temporal.Instant.fromEpochMilliseconds(event.changedAt),
      lastModified: Temporal.Instant.fromEpochMilliseconds(event.changedAt),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: zoned(event.from, zone),
      end: zoned(event.to, zone),
      timezone: zone,
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

/**
 * How a zone's clock goes, under the very name its events carry: of zones that go alike the library has one, whose name it
 * writes for all of them. Null where it knows none.
 */
function zoneBlock(zone: string): string | null {
  // The library would say on the console that it knows none.
  const block = isOffset(zone) ? undefined : tzlib_get_ical_block(zone)[0];
  return block === undefined ? null : block.replace(/^TZID:.*$/m, `TZID:${zone}`);
}

/**
 * RFC 5545 has the properties of each calendar and event before what lies in it (`eventprop *alarmc`); the library writes some
 * of a calendar's after its zones, and some of an event's after its alarms.
 */
function propertiesFirst(calendar: string): string {
  const whole: Written = { own: [], parts: [] };
  const open = [whole];
  for (const line of calendar.split('\r\n')) {
    if (line.startsWith('BEGIN:')) open.push({ own: [], parts: [] });
    open.at(-1)?.own.push(line);
    if (!line.startsWith('END:')) continue;
    const { own, parts } = open.pop() ?? whole;
    open.at(-1)?.parts.push(...own.slice(0, -1), ...parts, line);
  }
  return whole.parts.join('\r\n');
}

/** Of a component the lines of its own, and those of what lies in it. */
interface Written {
  readonly own: string[];
  readonly parts: string[];
}

/**
 * One event alone, as short as a phone that reads it from a code needs it: in UTC, so that no zone has to be spelled out, and with
 * two of its alarms at most. Its lines are folded as in a file: ZXing, on which most scanners stand, joins them again.
 */
export function calendarCode(event: Omit<CalendarEvent, 'description' | 'zone'>): string {
  const { uid, sequence, changedAt, cancelled, summary, from, to } = event;
  const alarms = cancelled ? [] : alarmsOfCode(event);
  const lines = [
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
  ];
  return foldLines(lines.join('\r\n'));
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
