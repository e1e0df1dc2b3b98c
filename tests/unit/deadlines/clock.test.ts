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
  movesOffHolidays: false,
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

  describe('with a page that ends later than a rule', () => {
    const startedAt = at('2026-11-12T10:00:00+08:00');
    const ruled = at('2026-11-15T10:00:00+08:00');
    const pageDeadline = ruled + 8 * 3_600_000;
    const read = (pageReadAt: number, startIsLatest = false) =>
      computeClock(clock('mine', span({ max: 72, unit: 'h' })), {
        ...{ startedAt, zone, calendar, pageDeadline, pageReadAt, startIsLatest },
      });

    it('goes by the page, and says while the rule is not over that it may have been read earlier', () => {
      const computed = read(at('2026-11-13T10:00:00+08:00'));
      expect(computed).toMatchObject({ dueAt: pageDeadline, certainty: 'arguable', pageIsLater: true });
      expect(computed.readings.map(({ certainty }) => certainty)).toEqual(['arguable', 'exact']);
    });

    it('is sure of a page that was still open when the rule was over', () => {
      const computed = read(ruled + 3_600_000);
      expect(computed).toMatchObject({ dueAt: pageDeadline, certainty: 'exact' });
      expect(computed.pageIsLater).toBeUndefined();
    });

    it('says that the rule counts from an assumed start where nobody knows when it began', () => {
      const computed = read(startedAt, true);
      expect(computed.startAssumed).toBe(true);
      expect(computed.readings.map(({ certainty }) => certainty)).toEqual(['arguable', 'estimate']);
    });
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

  it('says to look when the shorter end may come first, by the fewest days off there may be', () => {
    const computed = computeClock(clock('theirs', span({ min: 5, max: 7, unit: 'wd' })), {
      startedAt: at('2027-01-29T10:00:00+08:00'),
      zone,
      calendar,
    });
    const [reading] = computed.readings;
    expect(computed.lookAt).toBe(at('2027-02-04T00:00:00+08:00'));
    expect(computed.lookAt).toBeLessThan(reading?.range?.earliest ?? 0);
    const oneEnd = computeClock(clock('theirs', span({ max: 7, unit: 'wd' })), {
      startedAt: at('2027-01-29T10:00:00+08:00'),
      zone,
      calendar,
    });
    expect(oneEnd.lookAt).toBe(oneEnd.readings[0]?.range?.earliest);
  });

  it('tells two windows of a day apart, though both hold as many hours', () => {
    const until = (closes: string) =>
      span({ max: 4, unit: 'window-h', window: { opens: '09:00', closes, days: 'every' } });
    const computed = computeClock(clock('mine', until('18:00'), until('21:00')), {
      startedAt: at('2026-08-04T16:00:00+08:00'),
      zone,
      calendar,
    });
    expect(computed.certainty).toBe('arguable');
    expect(computed.dueAt).toBe(at('2026-08-04T20:00:00+08:00'));
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

  it.each([
    span({ unit: 'window-h' }),
    span({ pauseDuringReview: true, unit: 'month' }),
    span({ movesOffHolidays: true, unit: 'h' }),
  ])('refuses by name what it cannot compute', (duration) => {
    const compute = () => computeClock(clock('mine', duration), { startedAt: 0, zone, calendar });
    expect(compute).toThrow(UnsupportedDurationError);
  });
});

describe('a clock that stands still while the platform reviews', () => {
  const pauses = [{ from: at('2026-11-14T10:00:00+08:00'), to: at('2026-11-17T16:00:00+08:00') }];
  const startedAt = at('2026-11-12T10:00:00+08:00');
  const ends = (amount: Partial<Duration>, stands: readonly { from: number; to: number }[] = pauses) =>
    computeClock(clock('mine', span({ pauseDuringReview: true, ...amount })), {
      startedAt,
      zone,
      calendar,
      pauses: stands,
    });

  it('in hours, by as long as it took', () => {
    const computed = ends({ max: 72 });
    expect(computed.dueAt).toBe(startedAt + (72 + 78) * 3_600_000);
    expect(computed.readings[0]?.explanation.map(({ kind }) => kind)).toEqual(['hours', 'paused', 'hours']);
    expect(ends({ max: 24 }).dueAt).toBe(startedAt + 24 * 3_600_000);
  });

  it('in days, by those that it took from morning to night: the day it began and the day it ended count', () => {
    const computed = ends({ max: 5, unit: 'cd' });
    expect(computed.readings[0]?.endDate).toBe('2026-11-19');
    const still = computed.readings[0]?.explanation.filter(
      (step) => step.kind === 'day' && step.reason === 'paused',
    );
    expect(still).toMatchObject([{ date: '2026-11-15' }, { date: '2026-11-16' }]);
  });

  it('and never ends in a review: what was left of its last day is left afterwards, up to the end of that day', () => {
    const reading = ends({ max: 2, unit: 'cd' }).readings[0];
    expect(reading?.latest).toBe(at('2026-11-18T00:00:00+08:00'));
    expect(reading?.endDate).toBe('2026-11-17');
    expect(reading?.explanation.map(({ kind }) => kind)).toEqual(['day', 'day', 'day', 'paused', 'hours']);
    const night = { from: at('2026-11-14T23:00:00+08:00'), to: at('2026-11-15T01:00:00+08:00') };
    expect(ends({ max: 2, unit: 'cd' }, [night]).dueAt).toBe(at('2026-11-15T02:00:00+08:00'));
    const later = { from: at('2026-11-17T20:00:00+08:00'), to: at('2026-11-20T09:00:00+08:00') };
    expect(ends({ max: 2, unit: 'cd' }, [later, ...pauses]).dueAt).toBe(at('2026-11-20T13:00:00+08:00'));
  });

  it('over two reviews that meet as over one', () => {
    const noon = at('2026-11-15T12:00:00+08:00');
    const [whole = { from: 0, to: 0 }] = pauses;
    const halves = [
      { ...whole, to: noon },
      { ...whole, from: noon },
    ];
    for (const max of [2, 3, 5]) expect(ends({ max, unit: 'cd' }, halves)).toEqual(ends({ max, unit: 'cd' }));
  });

  it('and runs on where a rule says nothing of it', () => {
    expect(ends({ max: 72, pauseDuringReview: false }).dueAt).toBe(startedAt + 72 * 3_600_000);
  });

  it('for every review there was, in whatever order they are known', () => {
    const second = { from: at('2026-11-18T10:00:00+08:00'), to: at('2026-11-18T20:00:00+08:00') };
    expect(ends({ max: 72 }, [second, ...pauses]).dueAt).toBe(startedAt + (72 + 78 + 10) * 3_600_000);
  });
});

describe('a last day that nobody works on', () => {
  const lawSpan = (amount: Partial<Duration>, from: string) =>
    computeClock(clock('mine', span({ movesOffHolidays: true, ...amount })), {
      startedAt: at(`${from}T10:00:00+08:00`),
      zone,
      calendar,
    }).readings[0];

  it('moves to the next one that somebody does, over a whole holiday', () => {
    const reading = lawSpan({ max: 5, unit: 'cd' }, '2026-09-28');
    expect(reading?.endDate).toBe('2026-10-08');
    expect(reading?.explanation.at(-1)).toMatchObject({ reason: 'moved-to', date: '2026-10-08' });
  });

  it('stays where it is a makeup day, and for months as for days', () => {
    expect(lawSpan({ max: 1, unit: 'cd' }, '2026-02-27')?.endDate).toBe('2026-02-28');
    expect(lawSpan({ max: 1, unit: 'month' }, '2026-04-03')?.endDate).toBe('2026-05-06');
  });

  it('is an estimate where the year of that day has no notice yet', () => {
    expect(lawSpan({ max: 36, unit: 'month' }, '2026-04-03')?.certainty).toBe('estimate');
    expect(lawSpan({ max: 1, unit: 'month' }, '2026-04-03')?.certainty).toBe('exact');
  });
});

describe('an estimate', () => {
  it('has two ends, and the earlier one reminds the seller', () => {
    const computed = computeClock(clock('mine', span({ max: 5, unit: 'wd' })), {
      startedAt: at('2027-02-03T10:00:00+08:00'),
      zone,
      calendar,
    });
    const [reading] = computed.readings;
    expect(reading?.endDate).toBe('2027-02-16');
    expect(reading?.range).toEqual({
      // The 4th, and the 9th to the 12th if nothing but the four days of the statute is off; from the 15th on if the days
      // off last as long as they ever did.
      earliest: at('2027-02-13T00:00:00+08:00'),
      latest: at('2027-02-20T00:00:00+08:00'),
    });
    expect(computed.dueAt).toBe(at('2027-02-13T00:00:00+08:00'));
  });

  it('is none where the notice is out', () => {
    const computed = computeClock(clock('mine', span({ max: 5, unit: 'wd' })), {
      startedAt: at('2026-02-10T10:00:00+08:00'),
      zone,
      calendar,
    });
    expect(computed.readings[0]).toMatchObject({ range: null, certainty: 'exact' });
  });
});

describe('where the clocks are put forward or back', () => {
  const newYork = 'America/New_York';
  it.each([
    ['an hour is missing', '2026-03-07T12:00:00-05:00', 24, '2026-03-08T13:00:00-04:00'],
    ['an hour comes twice', '2026-10-31T12:00:00-04:00', 24, '2026-11-01T11:00:00-05:00'],
  ])('hours are hours: %s', (_what, from, hours, to) => {
    const computed = computeClock(clock('mine', span({ max: hours })), {
      startedAt: at(from),
      zone: newYork,
      calendar,
    });
    expect(computed.dueAt).toBe(at(to));
  });

  it('a day ends at its own midnight', () => {
    const computed = computeClock(clock('mine', span({ max: 1, unit: 'cd' })), {
      startedAt: at('2026-03-07T12:00:00-05:00'),
      zone: newYork,
      calendar,
    });
    expect(computed.dueAt).toBe(at('2026-03-09T00:00:00-04:00'));
  });
});
