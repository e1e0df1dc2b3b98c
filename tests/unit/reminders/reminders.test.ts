import { describe, expect, it } from 'vitest';
import type { ClockPlan } from '../../../shared/deadlines/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import {
  bubblesOf,
  mayRing,
  planReminders,
  quietUntil,
  saidAt,
  latestSnooze,
  saidInWords,
  usualSnooze,
  type WaitingReminder,
} from '../../../shared/reminders/index.ts';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;
const DUE = at('2026-11-20T18:00:00+08:00');
const NIGHT = { from: '22:30', to: '08:00' };
const zone = 'Asia/Shanghai';

describe('the reminders of a clock', () => {
  it('of the seller’s own come seven days, three, one, at the internal cut-off, four hours, one hour before, and at the end', () => {
    const planned = planReminders({ owner: 'mine', lookAt: DUE, dueAt: DUE, plan: null }, 0);
    expect(planned.map(({ step, firesAt }) => [step, (DUE - firesAt) / HOUR])).toEqual([
      ['7d', 168],
      ['3d', 72],
      ['24h', 24],
      ['internal', 6],
      ['4h', 4],
      ['1h', 1],
      ['over', 0],
    ]);
  });

  it('leave out what lies before it was written down', () => {
    const planned = planReminders({ owner: 'mine', lookAt: DUE, dueAt: DUE, plan: null }, DUE - 5 * HOUR);
    expect(planned.map(({ step }) => step)).toEqual(['4h', '1h', 'over']);
  });

  it('of the platform’s promise say when to look, and when it is late', () => {
    const planned = planReminders({ owner: 'theirs', lookAt: DUE - 48 * HOUR, dueAt: DUE, plan: null }, 0);
    expect(planned).toEqual([
      { step: 'look', firesAt: DUE - 48 * HOUR },
      { step: 'chase', firesAt: DUE },
    ]);
  });

  it('of what vanishes come while it is still there', () => {
    const planned = planReminders({ owner: 'vanishing', lookAt: DUE, dueAt: DUE, plan: null }, 0);
    expect(planned.map(({ step }) => step)).toEqual(['7d', '3d', '24h']);
  });
});

describe('the reminders of a clock of which only some hours count', () => {
  const day = (date: string, from: string, to: string) => ({
    from: at(`2026-11-${date}T${from}:00+08:00`),
    to: at(`2026-11-${date}T${to}:00+08:00`),
  });
  const times = (counted: readonly { from: number; to: number }[]) => {
    const dueAt = counted.at(-1)?.to ?? 0;
    const plan: ClockPlan = { steps: ['4h', '2h', '1h'], cutOffMinutes: 30 };
    return planReminders({ owner: 'mine', lookAt: dueAt, dueAt, plan, counted }).map(({ step, firesAt }) => [
      step,
      new Date(firesAt + 8 * HOUR).toISOString().slice(8, 16),
    ]);
  };

  it('come so many counted hours before the end, and before the day’s window closes', () => {
    expect(times([day('19', '14:01', '18:00'), day('20', '09:00', '09:01')])).toEqual([
      ['4h', '19T14:01'],
      ['2h', '19T16:01'],
      ['1h', '19T17:01'],
      ['internal', '19T17:31'],
      ['over', '20T09:01'],
    ]);
  });

  it('come when it opens, where exactly what it counts of that day is left; and as ever within a day', () => {
    expect(times([day('19', '16:00', '18:00'), day('20', '09:00', '11:00')])).toEqual([
      ['4h', '19T16:00'],
      ['2h', '20T09:00'],
      ['1h', '20T10:00'],
      ['internal', '20T10:30'],
      ['over', '20T11:00'],
    ]);
  });

  it('say how much is left of the hours that count, and later what is left on the wall', () => {
    const reminder = {
      owner: 'mine',
      step: '1h',
      firesAt: at('2026-11-19T17:01:00+08:00'),
      dueAt: at('2026-11-20T09:01:00+08:00'),
    } as const;
    const said = (now: number) => saidInWords(saidAt(reminder, now), createTranslator('zh-CN'));
    expect(said(reminder.firesAt)).toBe('计时时段只剩 1 小时');
    expect(said(at('2026-11-20T08:31:00+08:00'))).toBe('还剩 30 分');
  });
});

describe('quiet hours', () => {
  it.each([
    ['in the evening', '2026-11-19T23:00:00+08:00', '2026-11-20T08:00:00+08:00'],
    ['in the small hours', '2026-11-20T03:00:00+08:00', '2026-11-20T08:00:00+08:00'],
    ['at their first minute', '2026-11-19T22:30:00+08:00', '2026-11-20T08:00:00+08:00'],
  ])('%s last until morning', (_when, now, until) => {
    expect(quietUntil(at(now), NIGHT, zone)).toBe(at(until));
  });

  it.each(['2026-11-20T08:00:00+08:00', '2026-11-20T12:00:00+08:00', '2026-11-20T22:29:00+08:00'])(
    'are none at %s',
    (now) => {
      expect(quietUntil(at(now), NIGHT, zone)).toBeNull();
    },
  );

  it('may lie within a day, and are the person’s own, not the platform’s', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(quietUntil(at('2026-11-20T13:00:00+08:00'), noon, zone)).toBe(at('2026-11-20T14:00:00+08:00'));
    expect(quietUntil(at('2026-11-20T13:00:00+08:00'), noon, 'America/New_York')).toBeNull();
  });

  it('end by the clock on the wall, also in the night in which it is put back', () => {
    const now = at('2026-11-01T00:30:00-04:00');
    expect(quietUntil(now, NIGHT, 'America/New_York')).toBe(at('2026-11-01T08:00:00-05:00'));
  });

  const night = at('2026-11-20T02:00:00+08:00');
  it.each([
    ['the last 24 hours of the seller’s own', 'mine', night + 24 * HOUR, true],
    ['the seller’s own a minute before that', 'mine', night + 24 * HOUR + 60_000, false],
    ['one that ends before the night does', 'mine', at('2026-11-20T07:59:00+08:00'), true],
    ['one that is over', 'mine', night - HOUR, true],
    ['the platform’s', 'theirs', night + HOUR, false],
    ['what vanishes', 'vanishing', night + HOUR, false],
  ] as const)('%s', (_which, owner, dueAt, rings) => {
    expect(mayRing({ owner, dueAt }, night, NIGHT, zone)).toBe(rings);
  });

  it('silence nothing by day, nor where there are none', () => {
    const far = { owner: 'theirs', dueAt: night + 99 * HOUR } as const;
    expect(mayRing(far, at('2026-11-20T12:00:00+08:00'), NIGHT, zone)).toBe(true);
    expect(mayRing(far, night, null, zone)).toBe(true);
  });
});

describe('what rings at one moment', () => {
  const now = DUE;
  const waiting = (
    id: string,
    clockId: string,
    firesAt: number,
    changed: Partial<WaitingReminder> = {},
  ): WaitingReminder => ({
    ...{ id, clockId, firesAt, caseId: 'case', step: '1h', owner: 'mine', dueAt: DUE + HOUR },
    ...changed,
  });
  const kinds = (reminders: readonly WaitingReminder[]) =>
    bubblesOf(reminders, now, null, zone).map(({ kind, ids }) => [kind, ...ids]);

  it('is one bubble a clock, with its newest step, whatever of it waits', () => {
    const bubbles = bubblesOf([waiting('a', 'one', now - 60_000), waiting('b', 'one', now)], now, null, zone);
    expect(bubbles).toMatchObject([{ kind: 'clock', reminder: { id: 'b' }, ids: ['a', 'b'] }]);
  });

  it('is that the time is over, where a step that was put off comes at the very end', () => {
    const steps = [waiting('a', 'one', now), waiting('b', 'one', now, { step: 'over' })];
    for (const reminders of [steps, steps.toReversed()])
      expect(bubblesOf(reminders, now, null, zone)).toMatchObject([{ reminder: { step: 'over' } }]);
  });

  it('is one for what was missed, and never counts what comes just now among it', () => {
    const missed = [waiting('a', 'one', now - 6 * 60_000), waiting('b', 'two', now - HOUR)];
    expect(kinds(missed)).toEqual([['missed', 'b', 'a']]);
    expect(kinds([...missed, waiting('c', 'three', now)])).toEqual([
      ['missed', 'b', 'a'],
      ['clock', 'c'],
    ]);
    expect(kinds([...missed.slice(1), waiting('c', 'three', now)])).toEqual([
      ['clock', 'b'],
      ['clock', 'c'],
    ]);
  });

  it('is one for what comes together and would be too many, which says that nobody missed anything', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => waiting(id, `clock ${id}`, now));
    expect(kinds(many)).toEqual([['together', 'a', 'b', 'c', 'd']]);
    expect(kinds(many.slice(0, 3)).map(([kind]) => kind)).toEqual(['clock', 'clock', 'clock']);
  });

  it('names first what is the seller’s own and ends first', () => {
    const bubbles = bubblesOf(
      [
        waiting('a', 'one', now, { owner: 'theirs', dueAt: DUE }),
        waiting('b', 'two', now, { dueAt: DUE + 3 * HOUR }),
        waiting('c', 'three', now, { dueAt: DUE + 2 * HOUR }),
        waiting('d', 'four', now, { owner: 'vanishing', dueAt: DUE + HOUR }),
      ],
      now,
      null,
      zone,
    );
    expect(bubbles).toMatchObject([
      { kind: 'together', reminders: [{ id: 'c' }, { id: 'b' }, { id: 'a' }, { id: 'd' }] },
    ]);
  });

  it('names the one that was missed, where it is the only one', () => {
    expect(bubblesOf([waiting('a', 'one', now - 600_000)], now, null, zone)).toMatchObject([
      { kind: 'clock' },
    ]);
  });

  it('has words of its own for what quiet hours held back, which is missed only from their end on', () => {
    const far = { owner: 'theirs' as const, dueAt: at('2026-11-22T00:00:00+08:00') };
    const night = [
      waiting('a', 'one', at('2026-11-19T23:00:00+08:00'), far),
      waiting('b', 'two', at('2026-11-20T03:00:00+08:00'), far),
    ];
    const kindsAt = (time: string, reminders = night) =>
      bubblesOf(reminders, at(time), NIGHT, zone).map(({ kind, ids }) => [kind, ...ids]);
    expect(kindsAt('2026-11-20T08:00:00+08:00')).toEqual([['held', 'a', 'b']]);
    expect(kindsAt('2026-11-20T08:00:00+08:00', night.slice(1))).toEqual([['clock', 'b']]);
    expect(kindsAt('2026-11-20T09:00:00+08:00')).toEqual([['missed', 'a', 'b']]);
    // Its own last day may ring at night, and did not.
    const own = ['c', 'd'].map((id) =>
      waiting(id, `clock ${id}`, at('2026-11-20T03:00:00+08:00'), { dueAt: DUE }),
    );
    expect(kindsAt('2026-11-20T08:00:00+08:00', [...own, ...night])).toEqual([
      ['missed', 'c', 'd'],
      ['held', 'a', 'b'],
    ]);
  });

  it('is nothing where nothing waits', () => {
    expect(bubblesOf([], now, null, zone)).toEqual([]);
  });
});

describe('a reminder that is put off', () => {
  const own = { owner: 'mine', dueAt: DUE } as const;

  it('comes again in an hour, and of one’s own end and of what vanishes when half of the rest is left', () => {
    expect(usualSnooze(own, DUE - 5 * HOUR)).toBe(DUE - 4 * HOUR);
    expect(usualSnooze(own, DUE - HOUR)).toBe(DUE - HOUR / 2);
    expect(usualSnooze({ owner: 'vanishing', dueAt: DUE }, DUE - HOUR / 2)).toBe(DUE - HOUR / 4);
    expect(latestSnooze(own, DUE - 10 * HOUR)).toBe(DUE - 5 * HOUR);
  });

  it('is put off as asked where nothing can be too late', () => {
    expect(usualSnooze(own, DUE)).toBe(DUE + HOUR);
    expect(usualSnooze({ owner: 'theirs', dueAt: DUE }, DUE - HOUR / 2)).toBe(DUE + HOUR / 2);
    expect(latestSnooze(own, DUE + 1)).toBeNull();
  });
});

describe('what a reminder says', () => {
  const said = (
    owner: 'mine' | 'theirs' | 'vanishing',
    step: Parameters<typeof saidAt>[0]['step'],
    left: number,
  ) => saidInWords(saidAt({ owner, step, dueAt: DUE }, DUE - left), createTranslator('zh-CN'));

  it.each([
    ['its step, while that is true', 'mine', '24h', 24 * HOUR - 5000, '还剩一天'],
    ['what is really left, where it comes late', 'mine', '24h', 19.5 * HOUR, '还剩 19 小时 30 分'],
    ['what is really left, where the clock was put back', 'mine', '1h', 5 * HOUR, '还剩 5 小时'],
    ['that the time is over, where a step comes at the end', 'mine', '1h', 0, '已经到期'],
    ['that the time is over, hours after it', 'mine', 'internal', -3 * HOUR, '已经到期'],
    ['no end that is still to come', 'mine', 'over', HOUR, '还剩 1 小时'],
    ['that one’s own cut-off has come, until the end does', 'mine', 'internal', 2 * HOUR, '到内部截止了'],
    ['when to look, while the platform has time', 'theirs', 'look', HOUR, '可以去看结果了'],
    [
      'that the time that was named is over, and blames nobody',
      'theirs',
      'look',
      -HOUR,
      '说的时间过了，去看一眼',
    ],
    ['what is left of what vanishes', 'vanishing', '3d', 50 * HOUR, '还剩 50 小时'],
    ['that it is gone', 'vanishing', '24h', -HOUR, '已经看不到了'],
  ] as const)('is %s', (_what, owner, step, left, words) => {
    expect(said(owner, step, left)).toBe(words);
  });
});
