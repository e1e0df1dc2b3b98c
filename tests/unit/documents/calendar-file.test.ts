import ICAL from 'ical.js';
import { sync } from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarCode, calendarFile, type CalendarEvent } from '../../../main/documents/index.ts';
import { componentsOf, type Component } from '../../helpers/calendar-grammar.ts';
import { compileShipped } from '../rulebook/shipped-packs.ts';

const HOUR = 3_600_000;
/** 24:00 of 3 December in Shanghai. */
const END = Date.parse('2026-12-04T00:00:00+08:00');

const event = (changed: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01890000-0000-7000-8000-000000000001@appealdesk',
  sequence: 3,
  changedAt: Date.parse('2026-11-29T02:00:00Z'),
  cancelled: false,
  summary: '截止 · A-0007 · 小店；二店, 三店 · 申诉\\截止',
  description: '内部截止 12-03 18:00\n来自申诉台，以申诉台里的为准。',
  from: END - HOUR / 2,
  to: END,
  zone: 'Asia/Shanghai',
  alarmsAt: [END - 24 * HOUR, END - 6 * HOUR],
  ...changed,
});

/** Reads a file as ical.js has it. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

describe('a deadline in a calendar file', () => {
  it('is read by one program and by another as the same half hour that ends when it does', () => {
    const text = calendarFile('申诉台', [event()]);
    const [first] = eventsOf(text);
    expect(first?.uid).toBe(event().uid);
    expect(first?.summary).toBe(event().summary);
    expect(first?.description).toBe(event().description);
    expect(first?.sequence).toBe(3);
    expect(first?.startDate.toJSDate().getTime()).toBe(END - HOUR / 2);
    expect(first?.endDate.toJSDate().getTime()).toBe(END);
    const other = Object.values(sync.parseICS(text)).find((each) => each?.type === 'VEVENT');
    expect(other).toMatchObject({ uid: event().uid, summary: event().summary });
    expect(other?.type === 'VEVENT' && other.start.getTime()).toBe(END - HOUR / 2);
    expect(other?.type === 'VEVENT' && other.end?.getTime()).toBe(END);
  });

  it('names its zone and brings it along, so that it stands on its own day wherever the phone is', () => {
    const text = calendarFile('AppealDesk', [
      event(),
      event({ uid: 'b@appealdesk', zone: 'America/New_York' }),
    ]);
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261203T233000');
    expect(text).toContain('DTEND;TZID=Asia/Shanghai:20261204T000000');
    expect(text).toContain('DTSTART;TZID=America/New_York:20261203T103000');
    expect([...text.matchAll(/TZID:(\S+)/g)].map(([, zone]) => zone)).toEqual([
      'Asia/Shanghai',
      'America/New_York',
    ]);
  });

  it.each([
    ...new Set(
      compileShipped().rulebook.data.platforms.flatMap(({ zone, regions }) => [
        zone,
        ...regions.map((each) => each.zone ?? zone),
      ]),
    ),
    ...['Asia/Saigon', 'Asia/Calcutta', 'PRC', 'US/Pacific', 'Europe/Kiev', 'Etc/UTC', 'GMT'],
  ])('is at its moment in %s, by a zone of that very name where it is not UTC', (zone) => {
    const text = calendarFile('AppealDesk', [event({ zone })]);
    const [calendar] = componentsOf(text);
    const named = calendar?.parts.flatMap(({ name, own }) =>
      name === 'VTIMEZONE' ? (own['TZID'] ?? []) : [],
    );
    const wall = Temporal.Instant.fromEpochMilliseconds(END).toZonedDateTimeISO(zone).toPlainDateTime();
    expect(named).toEqual(zone === 'UTC' ? [] : [zone]);
    expect([...text.matchAll(/TZID=([^:]+):/g)].map(([, asked]) => asked)).toEqual(
      zone === 'UTC' ? [] : [zone, zone],
    );
    expect(text).toMatch(
      new RegExp(`DTEND.*:${wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`),
    );
    const [first] = eventsOf(text);
    expect(first?.endDate.toJSDate().getTime()).toBe(END);
  });

  it.each(['+08:00', '-03:30'])('is written in UTC where its shop has %s of before', (zone) => {
    const text = calendarFile('AppealDesk', [event({ zone })]);
    expect(text).toContain('DTEND:20261203T160000Z');
    expect(text).not.toContain('TZID');
  });

  it('rings at each of its alarms', () => {
    const [first] = eventsOf(calendarFile('AppealDesk', [event()]));
    const rings = first?.component.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
      expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
      return END - HOUR / 2 + trigger.toSeconds() * 1000;
    });
    expect(rings).toEqual([END - 24 * HOUR, END - 6 * HOUR]);
  });

  it('has the grammar of the standard: what each part needs, and before what lies in it', () => {
    const text = calendarFile('申诉台', [
      event({ summary: '截止 · 😀 · '.repeat(20) }),
      event({ uid: 'b', zone: 'America/New_York' }),
      event({ uid: 'c', cancelled: true }),
    ]);
    const [calendar, ...others] = componentsOf(text);
    expect(others).toEqual([]);
    expect(calendar?.own).toMatchObject({
      VERSION: ['2.0'],
      PRODID: [expect.any(String)],
      METHOD: ['PUBLISH'],
    });
    const count = (name: string): number => calendar?.parts.filter((part) => part.name === name).length ?? 0;
    expect([count('VTIMEZONE'), count('VEVENT')]).toEqual([2, 3]);
    calendar?.parts.forEach(expectAllOfIt);
  });

  it('takes itself out where it was called off, and rings no more', () => {
    const [first] = eventsOf(calendarFile('AppealDesk', [event({ cancelled: true, sequence: 4 })]));
    expect(first?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(first?.component.getAllSubcomponents('valarm')).toEqual([]);
    expect(first?.sequence).toBe(4);
  });

  it('has the same bytes for the same deadlines', () => {
    const text = calendarFile('申诉台', [event()]);
    expect(calendarFile('申诉台', [event()])).toBe(text);
  });
});

/** What each part has exactly once. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  VTIMEZONE: ['TZID'],
  STANDARD: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  DAYLIGHT: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS'],
  VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
};

function expectAllOfIt({ name, own, parts }: Component): void {
  for (const needed of NEEDED[name] ?? [`nothing is called ${name}`]) expect(own[needed]).toHaveLength(1);
  if (name === 'VTIMEZONE') expect(parts.map((part) => part.name)).toContain('STANDARD');
  parts.forEach(expectAllOfIt);
}

describe('a deadline as a code for a phone', () => {
  it('is the same event, short enough for a camera', () => {
    const code = calendarCode(event());
    const [first] = eventsOf(code);
    expect(first?.uid).toBe(event().uid);
    expect(first?.sequence).toBe(3);
    expect(first?.summary).toBe(event().summary);
    expect(first?.startDate.toJSDate().getTime()).toBe(END - HOUR / 2);
    expect(first?.endDate.toJSDate().getTime()).toBe(END);
    expect(Buffer.byteLength(code)).toBeLessThan(620);
    const other = Object.values(sync.parseICS(code)).find((each) => each?.type === 'VEVENT');
    expect(other).toMatchObject({ uid: event().uid, summary: event().summary });
  });

  it('has the grammar of the standard, however long it says what it is', () => {
    const summary = '截止 · 😀 · A-0007，'.repeat(12);
    const code = calendarCode(event({ summary }));
    const [calendar] = componentsOf(code);
    expect(calendar?.own).toMatchObject({ VERSION: ['2.0'], PRODID: ['AppealDesk'] });
    calendar?.parts.forEach(expectAllOfIt);
    expect(eventsOf(code)[0]?.summary).toBe(summary);
  });

  const rings = (changed: Partial<CalendarEvent>): number[] =>
    (eventsOf(calendarCode(event(changed)))[0]?.component.getAllSubcomponents('valarm') ?? []).map(
      (alarm) => {
        expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
        expect(alarm.getFirstPropertyValue('description')).not.toBe('');
        const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
        return (END - HOUR / 2 + trigger.toSeconds() * 1000 - END) / HOUR;
      },
    );

  it.each([
    ['a day and an hour before, of many', [168, 72, 24, 6, 4, 1], [-24, -1]],
    ['the earliest and the last, where none leaves a day', [12, 6, 2], [-12, -2]],
    ['both, of two', [24, 6], [-24, -6]],
    ['the only one', [6], [-6]],
    ['never, where nobody wants to be reminded before the end', [], []],
  ])('rings %s', (_when, before, expected) => {
    expect(rings({ alarmsAt: before.map((hours) => END - hours * HOUR) })).toEqual(expected);
  });

  it('rings at once for what begins then, and never for what was called off', () => {
    expect(rings({ alarmsAt: [END - HOUR / 2] })).toEqual([-0.5]);
    expect(rings({ cancelled: true })).toEqual([]);
  });
});
