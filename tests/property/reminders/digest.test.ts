import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDigest,
  isQuietHour,
  planDigest,
  quietUntil,
  type DigestClock,
} from '../../../shared/reminders/index.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NO_ROUNDS = { revisits: [], shipBys: [], shops: 0 };
const START = Date.parse('2026-03-01T00:00:00Z');

const two = (value: number): string => String(value).padStart(2, '0');
const hour = fc.nat(24 * 60 - 1).map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
const quiet = fc.option(fc.record({ from: hour, to: hour }));
/** With the nights in which clocks are put forward and back, at home and where half an hour is all it is. */
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'UTC',
);
const instant = fc.nat(365 * 24 * 60).map((minutes) => START + minutes * MINUTE);
const clock: fc.Arbitrary<DigestClock> = fc
  .record({
    owner: fc.constantFrom('mine', 'theirs', 'vanishing'),
    dueAt: fc.integer({ min: -3 * DAY, max: 12 * DAY }),
    before: fc.nat(3 * DAY),
  })
  .map(({ owner, dueAt, before }) => ({ owner, dueAt: START + dueAt, lookAt: START + dueAt - before }));

const dateIn = (at: number, name: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: name, dateStyle: 'short' }).format(at);

describe('the digest', () => {
  it('is never due in quiet hours, and is of the date on which it is said', () => {
    fc.assert(
      fc.property(instant, hour, quiet, zone, (now, at, hours, name) => {
        const { day, dueAt, nextDayAt } = planDigest(now, at, hours, name);
        expect(day).toBe(dateIn(now, name));
        expect(nextDayAt).toBeGreaterThan(now);
        if (dueAt === null) return;
        expect(dueAt).toBeGreaterThanOrEqual(now);
        expect(dateIn(dueAt, name)).toBe(day);
        if (dueAt === now) expect(quietUntil(now, hours, name)).toBeNull();
      }),
    );
  });

  it('is said once on every date, whatever its hour and the quiet ones, to somebody who is always there', () => {
    fc.assert(
      fc.property(instant, hour, quiet, zone, (start, at, hours, name) => {
        // Quiet that ends where a night lacks that hour may last into the next: only the once-a-day is promised then.
        fc.pre(hours === null || !isQuietHour('03:00', hours) || hours.to > '03:30');
        const said: string[] = [];
        let now = start;
        for (let looks = 0; looks < 60 && now < start + 8 * DAY; looks += 1) {
          const { day, dueAt, nextDayAt } = planDigest(now, at, hours, name);
          const open = said.at(-1) !== day;
          if (open && dueAt === now) said.push(day);
          now = open && dueAt !== null && dueAt > now ? dueAt : nextDayAt;
        }
        expect(new Set(said).size).toBe(said.length);
        const dates = Array.from({ length: 7 }, (_each, index) => dateIn(start + (index + 1) * DAY, name));
        expect(said).toEqual(expect.arrayContaining(dates.slice(0, 6)));
      }),
      { numRuns: 300 },
    );
  });

  it('counts no clock twice, and is silent only where it counts none', () => {
    fc.assert(
      fc.property(fc.array(clock, { maxLength: 12 }), zone, (clocks, name) => {
        const counts = countDigest(clocks, START, name, NO_ROUNDS);
        const total = Object.values(counts ?? {}).reduce((sum, each) => sum + each, 0);
        expect(total).toBeLessThanOrEqual(clocks.length);
        expect(counts === null).toBe(total === 0);
        // One clock alone is counted as among the others.
        const alone = clocks.filter((each) => countDigest([each], START, name, NO_ROUNDS) !== null);
        expect(alone).toHaveLength(total);
      }),
    );
  });
});
