import { describe, expect, it } from 'vitest';
import {
  gatherRounds,
  mayRingRound,
  planLookUpRounds,
  planShipRounds,
} from '../../../shared/reminders/index.ts';

const at = (text: string): number => Date.parse(text);
const zone = 'Asia/Shanghai';
const NIGHT = { from: '22:30', to: '08:00' };
const HOUR = 3_600_000;
const now = at('2026-11-20T15:00:00+08:00');
const look = (storeAlias: string, due: string, everyDays = 1) => ({
  ...{ storeId: storeAlias, storeAlias, everyDays },
  dueAt: at(`${due}T00:00:00+08:00`),
});

describe('a round of look-ups', () => {
  const planned = (digestAt: string | null) =>
    planLookUpRounds(
      [look('乙店', '2026-11-19', 30), look('甲店', '2026-11-20', 30), look('甲店', '2026-11-20', 2)],
      {
        ...{ now, zone, digestAt, quiet: NIGHT },
      },
    );

  it('is one a day for all shops together, each counted once, told as long as the day lasts', () => {
    const [today, next] = planned('09:00');
    expect(today).toEqual({
      id: 'round-look-ups-2026-11-20',
      kind: 'look-ups',
      count: 2,
      shops: ['乙店', '甲店'],
      dueAt: at('2026-11-21T00:00:00+08:00'),
      reminders: [{ step: 'look', firesAt: at('2026-11-20T09:00:00+08:00') }],
      catchesUp: true,
    });
    expect(next).toMatchObject({ id: 'round-look-ups-2026-11-22', count: 1, shops: ['甲店'] });
  });

  it.each([
    ['the hour of the digest', '11:30', '2026-11-20T11:30:00+08:00'],
    ['an hour in which people are at work, where no digest is wanted', null, '2026-11-20T10:00:00+08:00'],
    ['the end of the night, where the hour lies in it', '06:00', '2026-11-20T08:00:00+08:00'],
  ])('is told at %s', (_which, digestAt, firesAt) => {
    expect(planned(digestAt)[0]?.reminders).toEqual([{ step: 'look', firesAt: at(firesAt) }]);
  });

  it('never rings at night', () => {
    const round = { kind: 'look-ups', dueAt: at('2026-11-21T00:00:00+08:00') } as const;
    expect(mayRingRound(round, at('2026-11-20T22:45:00+08:00'), NIGHT, zone)).toBe(false);
    expect(mayRingRound(round, at('2026-11-20T22:00:00+08:00'), NIGHT, zone)).toBe(true);
  });
});

describe('a round of orders to decide on', () => {
  const order = (storeAlias: string, shipBy: string) => ({
    ...{ storeId: storeAlias, storeAlias },
    shipBy: at(shipBy),
  });

  it('is told a day and four hours before the first of them, those of one shop and of some hours together', () => {
    const rounds = planShipRounds(
      [
        order('甲店', '2026-11-21T10:30:00+08:00'),
        order('甲店', '2026-11-21T08:10:00+08:00'),
        order('甲店', '2026-11-21T12:00:00+08:00'),
        order('乙店', '2026-11-21T08:10:00+08:00'),
      ],
      now,
    );
    expect(rounds.map(({ count, shops, dueAt }) => [count, ...shops, dueAt])).toEqual([
      [2, '甲店', at('2026-11-21T08:10:00+08:00')],
      [1, '甲店', at('2026-11-21T12:00:00+08:00')],
      [1, '乙店', at('2026-11-21T08:10:00+08:00')],
    ]);
    const [first] = rounds;
    expect(first?.reminders.map(({ step, firesAt }) => [step, (first.dueAt - firesAt) / HOUR])).toEqual([
      ['24h', 24],
      ['4h', 4],
      ['over', 0],
    ]);
    expect(new Set(rounds.map(({ id }) => id)).size).toBe(3);
  });

  it('keeps its name when the first of them is decided on', () => {
    const [both] = planShipRounds(
      [order('甲店', '2026-11-21T08:10:00+08:00'), order('甲店', '2026-11-21T10:30:00+08:00')],
      now,
    );
    const [left] = planShipRounds([order('甲店', '2026-11-21T10:30:00+08:00')], now);
    expect(left?.id).toBe(both?.id);
  });

  it('is none a week after their time', () => {
    expect(planShipRounds([order('甲店', '2026-11-13T15:00:00+08:00')], now)).toEqual([]);
  });

  it('rings through the night on its last day', () => {
    const night = at('2026-11-20T23:00:00+08:00');
    const round = (dueAt: string) => ({ kind: 'to-ship', dueAt: at(dueAt) }) as const;
    expect(mayRingRound(round('2026-11-21T20:00:00+08:00'), night, NIGHT, zone)).toBe(true);
    expect(mayRingRound(round('2026-11-22T20:00:00+08:00'), night, NIGHT, zone)).toBe(false);
  });

  it('is told with the others that come at that moment', () => {
    const rounds = planShipRounds(
      [order('甲店', '2026-11-21T12:00:00+08:00'), order('乙店', '2026-11-21T08:10:00+08:00')],
      now,
    );
    expect(gatherRounds(rounds)).toEqual({
      kind: 'to-ship',
      count: 2,
      shops: ['乙店', '甲店'],
      dueAt: at('2026-11-21T08:10:00+08:00'),
    });
    expect(gatherRounds([])).toBeNull();
  });
});
