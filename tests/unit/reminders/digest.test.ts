import { describe, expect, it } from 'vitest';
import { countDigest, planDigest, type DigestClock } from '../../../shared/reminders/index.ts';

const at = (text: string) => Date.parse(text);
const zone = 'Asia/Shanghai';
const NIGHT = { from: '22:30', to: '08:00' };
const NINE = '09:00';

describe('the digest of a day', () => {
  it.each([
    ['before its hour is due at it', '2026-11-20T07:00:00+08:00', NINE, '2026-11-20T09:00:00+08:00'],
    [
      'is due at once where its hour was slept through',
      '2026-11-20T15:30:00+08:00',
      NINE,
      '2026-11-20T15:30:00+08:00',
    ],
    [
      'is said when the night ends, where its hour lies before that',
      '2026-11-20T03:00:00+08:00',
      '07:00',
      '2026-11-20T08:00:00+08:00',
    ],
    [
      'is said in the morning of its own date, where its hour lies in the evening of the quiet',
      '2026-11-20T03:00:00+08:00',
      '23:00',
      '2026-11-20T08:00:00+08:00',
    ],
    [
      'waits in the small hours for its own hour',
      '2026-11-20T00:00:00+08:00',
      NINE,
      '2026-11-20T09:00:00+08:00',
    ],
  ])('%s', (_which, now, hour, due) => {
    expect(planDigest(at(now), hour, NIGHT, zone)).toEqual({
      day: '2026-11-20',
      dueAt: at(due),
      nextDayAt: planDigest(at('2026-11-21T00:00:00+08:00'), hour, NIGHT, zone).dueAt,
    });
  });

  it('that is found only after the night began is not said on that date, and not made up for', () => {
    const plan = planDigest(at('2026-11-20T22:45:00+08:00'), NINE, NIGHT, zone);
    expect(plan).toEqual({ day: '2026-11-20', dueAt: null, nextDayAt: at('2026-11-21T09:00:00+08:00') });
  });

  it('found in a quiet noon is said after it', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(planDigest(at('2026-11-20T13:00:00+08:00'), NINE, noon, zone).dueAt).toBe(
      at('2026-11-20T14:00:00+08:00'),
    );
  });

  it('goes by the person’s own date, and by the clock on the wall when that is changed', () => {
    const newYork = 'America/New_York';
    const evening = at('2026-10-31T20:00:00-04:00');
    expect(planDigest(evening, NINE, null, newYork)).toMatchObject({
      day: '2026-10-31',
      nextDayAt: at('2026-11-01T09:00:00-05:00'),
    });
    expect(planDigest(evening, NINE, null, zone).day).toBe('2026-11-01');
  });
});

describe('what it counts', () => {
  const NO_ROUNDS = { revisits: [], shipBys: [], shops: 0 };
  const NOTHING = {
    ...{ late: 0, today: 0, tomorrow: 0, toShip: 0 },
    ...{ look: 0, vanishing: 0, revisits: 0, shops: 0 },
  };
  const now = at('2026-11-20T09:00:00+08:00');
  const clock = (owner: DigestClock['owner'], dueAt: string, lookAt = dueAt): DigestClock => ({
    owner,
    lookAt: at(lookAt),
    dueAt: at(dueAt),
  });

  it('is nothing where nothing is due, and what is far or over is nothing', () => {
    expect(countDigest([], now, zone, NO_ROUNDS)).toBeNull();
    const far = [
      clock('mine', '2026-11-22T00:01:00+08:00'),
      clock('theirs', '2026-11-25T00:00:00+08:00', '2026-11-21T00:01:00+08:00'),
      clock('vanishing', '2026-11-27T09:01:00+08:00'),
      clock('vanishing', '2026-11-20T08:00:00+08:00'),
    ];
    expect(countDigest(far, now, zone, NO_ROUNDS)).toBeNull();
  });

  it('puts a midnight to the day that it ends', () => {
    const midnights = [
      clock('mine', '2026-11-21T00:00:00+08:00'),
      clock('mine', '2026-11-22T00:00:00+08:00'),
    ];
    expect(countDigest(midnights, now, zone, NO_ROUNDS)).toEqual({ ...NOTHING, today: 1, tomorrow: 1 });
  });

  it('is what may be looked at by the end of the day, what is late, and what vanishes within a week', () => {
    const clocks = [
      clock('theirs', '2026-11-25T00:00:00+08:00', '2026-11-20T20:00:00+08:00'),
      clock('theirs', '2026-11-01T00:00:00+08:00'),
      clock('vanishing', '2026-11-27T09:00:00+08:00'),
    ];
    expect(countDigest(clocks, now, zone, NO_ROUNDS)).toEqual({ ...NOTHING, look: 2, vanishing: 1 });
  });

  it('says first what is over and still runs', () => {
    const late = [clock('mine', '2026-11-20T08:59:00+08:00'), clock('mine', '2026-11-20T09:00:00+08:00')];
    expect(countDigest(late, now, zone, NO_ROUNDS)).toEqual({ ...NOTHING, late: 2 });
  });

  it('has the orders to decide on that have to be shipped by the end of tomorrow, or had to be', () => {
    const shipBys = ['2026-11-19T10:00:00+08:00', '2026-11-22T00:00:00+08:00', '2026-11-22T09:00:00+08:00'];
    const rounds = { ...NO_ROUNDS, shipBys: shipBys.map(at) };
    expect(countDigest([], now, zone, rounds)).toEqual({ ...NOTHING, toShip: 2 });
  });

  it('names back offices beside the rest, and is not said for them alone: their own reminder rings at that hour', () => {
    expect(countDigest([], now, zone, { ...NO_ROUNDS, shops: 3 })).toBeNull();
    const today = [clock('mine', '2026-11-20T20:00:00+08:00')];
    expect(countDigest(today, now, zone, { ...NO_ROUNDS, shops: 3 })).toEqual({
      ...{ ...NOTHING, today: 1, shops: 3 },
    });
  });

  it('has the requests to look again at by the end of the day', () => {
    const revisits = ['2026-11-18T10:00:00+08:00', '2026-11-21T00:00:00+08:00', '2026-11-21T09:00:00+08:00'];
    const rounds = { ...NO_ROUNDS, revisits: revisits.map(at) };
    expect(countDigest([], now, zone, rounds)).toEqual({ ...NOTHING, revisits: 2 });
  });
});
