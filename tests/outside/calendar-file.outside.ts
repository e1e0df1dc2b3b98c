import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { calendarCode, calendarFile, type CalendarEvent } from '../../main/documents/index.ts';
import { qrPath } from '../../renderer/features/reminders/qr-path.ts';

export const name = 'calendar file and code: read by Python and by a scanner';
export const tools = ['python3', 'zbarimg'];
export const aptPackages = ['python3', 'python3-icalendar', 'zbar-tools'];

const tool = promisify(execFile);
const HOUR = 3_600_000;

/** Where several Pythons are installed, Debian's package is known to Debian's alone. */
const PYTHONS = ['python3', '/usr/bin/python3'];

async function pythonThatReads(): Promise<string | null> {
  for (const python of PYTHONS) {
    const can = await tool(python, ['-c', 'import icalendar']).then(
      () => true,
      () => false,
    );
    if (can) return python;
  }
  return null;
}

export async function missing(): Promise<string[]> {
  return (await pythonThatReads()) === null ? ['python3-icalendar'] : [];
}

/** Prints what Python's own calendar library reads, as one line of JSON. */
const READ = `
import datetime, icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
milliseconds = lambda at: round(at.timestamp() * 1000)
print(json.dumps([{
    'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']), 'status': str(event['STATUS']),
    'summary': str(event['SUMMARY']),
    'from': milliseconds(event.decoded('DTSTART')), 'to': milliseconds(event.decoded('DTEND')),
    'zone': event['DTSTART'].params.get('TZID'),
    'alarmsAt': [milliseconds(event.decoded('DTSTART') + alarm.decoded('TRIGGER')) for alarm in event.walk('VALARM')],
} for event in calendar.walk('VEVENT')]))
`;

/** An end in each of two zones and on both sides of a change of the clock, one of them called off. */
const EVENTS: readonly CalendarEvent[] = [
  ['Asia/Shanghai', '2026-12-04T00:00:00+08:00', false],
  ['America/New_York', '2027-03-14T03:00:00-04:00', false],
  ['Europe/Berlin', '2026-10-25T02:30:00+01:00', true],
].map(([zone, end, cancelled], place) => {
  const to = Date.parse(String(end));
  const from = to - HOUR / 2;
  return {
    uid: `clock-${place}@appealdesk`,
    sequence: place,
    changedAt: Date.parse('2026-11-29T02:00:00Z'),
    cancelled: cancelled === true,
    summary: `截止 · 2026-00${place} · 小店; 二店, 三店 · 申诉截止，要交的凭证都在“证据”里，别等到最后一小时`,
    description: '内部截止 18:00\n来自申诉台，以申诉台里的为准。',
    from,
    to,
    zone: String(zone),
    alarmsAt: [from - 24 * HOUR, from - 6 * HOUR],
  };
});

export async function run(): Promise<void> {
  const python = await pythonThatReads();
  assert.ok(python !== null);
  const folder = await mkdtemp(join(tmpdir(), 'calendar-file-'));
  const read = async (text: string): Promise<unknown[]> => {
    const path = join(folder, 'read.ics');
    await writeFile(path, text);
    const { stdout } = await tool(python, ['-c', READ, path]);
    return JSON.parse(stdout) as unknown[];
  };
  try {
    const events = await read(calendarFile('申诉台', EVENTS));
    assert.deepEqual(
      events,
      EVENTS.map(({ uid, sequence, cancelled, summary, from, to, zone, alarmsAt }) => ({
        uid,
        sequence,
        status: cancelled ? 'CANCELLED' : 'CONFIRMED',
        summary,
        from,
        to,
        zone,
        alarmsAt: cancelled ? [] : alarmsAt,
      })),
    );
    const [first] = EVENTS;
    assert.ok(first);
    const { size, path } = qrPath(calendarCode(first));
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 4}" height="${size * 4}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
    const png = join(folder, 'code.png');
    await sharp(Buffer.from(picture)).png().toFile(png);
    const { stdout } = await tool('zbarimg', ['--quiet', '--raw', '--set', '*.binary', png], {
      encoding: 'utf8',
    });
    const [scanned] = (await read(stdout)) as {
      uid: string;
      from: number;
      to: number;
      summary: string;
      alarmsAt: number[];
    }[];
    assert.equal(scanned?.uid, first.uid);
    assert.equal(scanned.summary, first.summary);
    assert.equal(scanned.from, first.from);
    assert.equal(scanned.to, first.to);
    assert.deepEqual(scanned.alarmsAt, first.alarmsAt);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
