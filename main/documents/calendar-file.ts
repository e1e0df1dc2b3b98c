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
  return `${calendar.toString()}\r\n`;
}

/** One event alone, as short as a phone that reads it from a code needs it: in UTC, so that no zone has to be spelled out. */
export function calendarCode(event: Omit<CalendarEvent, 'description' | 'zone' | 'alarmsAt'>): string {
  const { uid, sequence, changedAt, cancelled, summary, from, to } = event;
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
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function basic(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '');
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
