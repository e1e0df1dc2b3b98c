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

  it.each([
    ['inside one day', '2026-08-04T10:00:00+08:00', '2026-08-04T14:00:00+08:00', 1],
    ['over closing time to the next morning', '2026-08-04T14:01:00+08:00', '2026-08-05T09:01:00+08:00', 2],
    ['before opening, from the opening', '2026-08-04T06:30:00+08:00', '2026-08-04T13:00:00+08:00', 1],
    ['after closing, from the next opening', '2026-08-04T21:00:00+08:00', '2026-08-05T13:00:00+08:00', 1],
    ['to closing time itself', '2026-08-04T14:00:00+08:00', '2026-08-04T18:00:00+08:00', 1],
    [
      'through a holiday, where every day counts',
      '2026-10-01T17:00:00+08:00',
      '2026-10-02T12:00:00+08:00',
      2,
    ],
  ])('counts four hours of a daily window %s', (_, from, to, days) => {
    const window = { opens: '09:00', closes: '18:00', days: 'every' } as const;
    const computed = computeClock(clock('mine', span({ max: 4, unit: 'window-h', window })), {
      startedAt: at(from),
      zone,
      calendar,
    });
    expect(computed.dueAt).toBe(at(to));
    const steps = computed.readings[0]?.explanation ?? [];
    expect(steps).toHaveLength(days);
    const minutes = steps.reduce((sum, step) => sum + (step.kind === 'window' ? step.minutes : 0), 0);
    expect(minutes).toBe(240);
  });

  it('leaves out days off where only working days have a window', () => {
    const window = { opens: '09:00', closes: '18:00', days: 'working' } as const;
    const computed = computeClock(clock('mine', span({ max: 4, unit: 'window-h', window })), {
      startedAt: at('2026-09-30T17:00:00+08:00'),
      zone,
      calendar,
    });
    expect(computed.dueAt).toBe(at('2026-10-08T12:00:00+08:00'));
  });

  it('counts business days without a calendar by the week alone, and calls the result an estimate', () => {
    const computed = computeClock(clock('mine', span({ max: 3, unit: 'bd' })), {
      startedAt: at('2026-08-06T10:00:00-07:00'),
      zone: 'America/Los_Angeles',
      calendar: findCalendar('WEEKDAYS'),
    });
    expect(computed.dueAt).toBe(at('2026-08-12T00:00:00-07:00'));
    expect(computed.certainty).toBe('estimate');
  });

  it.each([span({ unit: 'window-h' }), span({ pauseDuringReview: true, unit: 'cd' })])(
    'refuses by name what it cannot compute',
    (duration) => {
      const compute = () => computeClock(clock('mine', duration), { startedAt: 0, zone, calendar });
      expect(compute).toThrow(UnsupportedDurationError);
    },
  );
});
