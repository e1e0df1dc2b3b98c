import { describe, expect, it } from 'vitest';
import {
  computeClock,
  findCalendar,
  UnsupportedDurationError,
  type ClockInput,
  type Duration,
} from '../../../shared/deadlines/index.ts';

const calendar = findCalendar('CN');
const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(text);
const span = (amount: Partial<Duration>): Duration => ({
  min: null,
  max: 1,
  unit: 'h',
  startDayCounts: false,
  pauseDuringReview: false,
  window: null,
  ...amount,
});
const clock = (owner: ClockInput['owner'], ...durations: Duration[]): ClockInput => ({
  owner,
  readings: durations.map((duration, index) => ({ ruleId: `R-${index}`, readingId: 'stated', duration })),
});

describe('the clock', () => {
  it('says look at 48 hours and chase after 15 working days', () => {
    const computed = computeClock(
      clock(
        'theirs',
        span({ max: 48 }),
        span({ min: 5, max: 7, unit: 'wd' }),
        span({ min: 7, max: 15, unit: 'wd' }),
      ),
      { startedAt: at('2026-11-12T14:30:00+08:00'), zone, calendar },
    );
    expect(computed.lookAt).toBe(at('2026-11-14T14:30:00+08:00'));
    expect(computed.chaseAfter).toBe(at('2026-12-04T00:00:00+08:00'));
    expect(computed.dueAt).toBeNull();
    expect(computed.certainty).toBe('arguable');
    expect(computed.readings.map((reading) => reading.endDate)).toEqual([
      '2026-11-14',
      '2026-11-23',
      '2026-12-03',
    ]);
    const longest = computed.readings[2];
    expect(longest?.earliest).toBe(at('2026-11-24T00:00:00+08:00'));
    expect(longest?.explanation.at(-1)).toMatchObject({ kind: 'day', date: '2026-12-03', counted: 15 });
  });

  it('lets the earliest reading drive a clock of ours', () => {
    const computed = computeClock(clock('mine', span({ max: 7, unit: 'cd' }), span({ max: 5, unit: 'cd' })), {
      startedAt: at('2026-11-12T23:59:00+08:00'),
      zone,
      calendar,
    });
    expect(computed.dueAt).toBe(at('2026-11-18T00:00:00+08:00'));
    expect(computed.chaseAfter).toBeNull();
  });

  it('runs hours through weekend and night', () => {
    const startedAt = at('2026-11-13T20:00:00+08:00');
    const computed = computeClock(clock('mine', span({ max: 72 })), { startedAt, zone, calendar });
    expect(computed.dueAt).toBe(startedAt + 72 * 3_600_000);
    expect(computed.certainty).toBe('exact');
  });

  it('ends months at 24:00 of the same day, or of the month’s last', () => {
    const six = clock('vanishing', span({ max: 6, unit: 'month' }));
    const may = computeClock(six, { startedAt: at('2026-05-12T10:00:00+08:00'), zone, calendar });
    expect(may.dueAt).toBe(at('2026-11-13T00:00:00+08:00'));
    const august = computeClock(six, { startedAt: at('2025-08-31T10:00:00+08:00'), zone, calendar });
    expect(august.readings[0]?.endDate).toBe('2026-02-28');
  });

  it('begins the day in the platform’s zone, not in the user’s', () => {
    const one = clock('mine', span({ max: 1, unit: 'cd' }));
    const startedAt = at('2026-11-12T23:00:00Z');
    expect(computeClock(one, { startedAt, zone, calendar }).readings[0]?.endDate).toBe('2026-11-14');
    const pacific = computeClock(one, { startedAt, zone: 'America/Los_Angeles', calendar });
    expect(pacific.readings[0]?.endDate).toBe('2026-11-13');
  });

  it('lets the countdown on the page win over every rule', () => {
    const pageDeadline = at('2026-11-15T09:13:00+08:00');
    const computed = computeClock(clock('mine', span({ max: 5, unit: 'cd' })), {
      startedAt: at('2026-11-12T10:00:00+08:00'),
      zone,
      calendar,
      pageDeadline,
    });
    expect(computed.dueAt).toBe(pageDeadline);
    expect(computed.readings.map((reading) => reading.readingId)).toEqual(['page', 'stated']);
  });

  it('gives no instant where no source gives a number', () => {
    const computed = computeClock(clock('mine'), { startedAt: 0, zone, calendar });
    expect(computed).toMatchObject({ readings: [], dueAt: null, lookAt: null, chaseAfter: null });
  });

  it('calls a result that touches 2027 an estimate', () => {
    const computed = computeClock(clock('theirs', span({ max: 15, unit: 'wd' })), {
      startedAt: at('2026-12-25T10:00:00+08:00'),
      zone,
      calendar,
    });
    expect(computed.certainty).toBe('estimate');
  });

  it.each([span({ unit: 'bd' }), span({ unit: 'window-h' }), span({ pauseDuringReview: true, unit: 'cd' })])(
    'refuses by name what it cannot compute',
    (duration) => {
      const compute = () => computeClock(clock('mine', duration), { startedAt: 0, zone, calendar });
      expect(compute).toThrow(UnsupportedDurationError);
    },
  );
});
