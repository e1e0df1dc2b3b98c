import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuietHour, quietUntil } from '../../../shared/reminders/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const two = (value: number): string => String(value).padStart(2, '0');
const hour = fc.nat(24 * 60 - 1).map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
const quiet = fc.record({ from: hour, to: hour });

/** Nights in which the clock is put forward or back: by an hour, by half of one, and at midnight. */
const NIGHTS = [
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['America/Havana', '2026-03-08T05:00:00Z'],
  ['America/Havana', '2026-11-01T05:00:00Z'],
] as const;

const moment = fc
  .record({ night: fc.constantFrom(...NIGHTS), minutes: fc.integer({ min: -26 * 60, max: 26 * 60 }) })
  .map(({ night: [zone, change], minutes }) => ({ zone, now: Date.parse(change) + minutes * MINUTE }));

/** What a clock on the wall shows, by the machine's own calendar and not by ours. */
const WALLS = new Map(
  NIGHTS.map(([timeZone]) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  ]),
);

describe('quiet hours in a night in which the clock is put forward or back', () => {
  it('end at an instant that is still to come and is not quiet, and not a minute before one', () => {
    fc.assert(
      fc.property(moment, quiet, ({ now, zone }, hours) => {
        const isQuiet = (at: number): boolean => isQuietHour(WALLS.get(zone)?.format(at) ?? '', hours);
        const until = quietUntil(now, hours, zone);
        expect(until === null).toBe(!isQuiet(now));
        if (until === null) return;
        expect(until).toBeGreaterThan(now);
        expect(isQuiet(until)).toBe(false);
        let first = now;
        while (isQuiet(first)) first += MINUTE;
        expect(until).toBe(first);
      }),
      { numRuns: 200 },
    );
  });

  it('are over at the second half past one where the clock shows it twice, not 45 minutes ago', () => {
    const now = Date.parse('2026-11-01T01:15:00-05:00');
    expect(quietUntil(now, { from: '00:00', to: '01:30' }, 'America/New_York')).toBe(now + HOUR / 4);
  });

  it('are over within two minutes where midnight comes twice, not a day later', () => {
    const now = Date.parse('2026-11-01T00:59:00-04:00');
    expect(quietUntil(now, { from: '00:02', to: '00:01' }, 'America/Havana')).toBe(now + 2 * MINUTE);
  });
});
