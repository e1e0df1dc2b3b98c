import { describe, expect, it } from 'vitest';
import { calendarMoments } from '../../../shared/reminders/index.ts';

const HOUR = 3_600_000;
const DUE = Date.parse('2026-12-03T16:00:00Z');

describe('the moments of a clock in a calendar', () => {
  it('are its end for one’s own, with an alarm for every reminder before it', () => {
    const plan = { steps: ['24h', '2h'] as ('24h' | '2h')[], cutOffMinutes: 300 };
    expect(calendarMoments({ owner: 'mine', lookAt: DUE, dueAt: DUE, plan })).toEqual([
      {
        kind: 'own',
        from: DUE - HOUR / 2,
        to: DUE,
        alarmsAt: [DUE - 24 * HOUR, DUE - 5 * HOUR, DUE - 2 * HOUR],
      },
    ]);
  });

  it('are the first look and the end for what the platform promised', () => {
    const lookAt = DUE - 48 * HOUR;
    expect(calendarMoments({ owner: 'theirs', lookAt, dueAt: DUE, plan: null })).toEqual([
      { kind: 'look', from: lookAt, to: lookAt + HOUR / 2, alarmsAt: [lookAt] },
      { kind: 'chase', from: DUE, to: DUE + HOUR / 2, alarmsAt: [DUE] },
    ]);
    expect(calendarMoments({ owner: 'theirs', lookAt: DUE, dueAt: DUE, plan: null })).toHaveLength(1);
  });

  it('ring no later than they begin, however late somebody wants to be through', () => {
    const plan = { steps: [], cutOffMinutes: 10 };
    const [moment] = calendarMoments({ owner: 'mine', lookAt: DUE, dueAt: DUE, plan });
    expect(moment?.alarmsAt).toEqual([DUE - HOUR / 2]);
  });

  it('are the last moment at which something can be seen', () => {
    const [moment] = calendarMoments({ owner: 'vanishing', lookAt: DUE, dueAt: DUE, plan: null });
    expect(moment?.kind).toBe('vanishing');
    expect(moment?.alarmsAt).toEqual([DUE - 168 * HOUR, DUE - 72 * HOUR, DUE - 24 * HOUR]);
  });
});
