import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoop, type Loop } from '../../../main/scheduler/loop.ts';

const MINUTE = 60_000;

let loop: Loop;
let looks = 0;
let next: number | null = null;
/** Somebody asked since the last look began. */
let owed = false;
const errors: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  looks = 0;
  next = null;
  errors.length = 0;
});
afterEach(async () => {
  await loop.stop();
  vi.useRealTimers();
});

const start = (look: () => Promise<void> = async () => undefined): void => {
  loop = startLoop(
    async () => {
      looks += 1;
      owed = false;
      await look();
      return next;
    },
    () => Date.now(),
    (error) => errors.push(error),
  );
};

describe('the loop of the scheduler', () => {
  it('looks at the start, and then at least once a minute', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(looks).toBe(4);
  });

  it('looks when something is due, and not a minute later', async () => {
    next = 10_000;
    start();
    await vi.advanceTimersByTimeAsync(0);
    next = 10 * MINUTE;
    await vi.advanceTimersByTimeAsync(9_999);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(2);
  });

  it('looks at once when it is woken, after the look that is under way, and once however often', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    start(async () => (looks === 1 ? await held : undefined));
    await vi.advanceTimersByTimeAsync(0);
    loop.wake();
    loop.wake();
    expect(looks).toBe(1);
    release(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toBe(2);
  });

  it('forgets nobody who wakes it in the very moment in which a look ends', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    for (let turn = 0; turn < 50; turn += 1) {
      loop.wake();
      // One more of the small steps that a promise takes, each turn.
      for (let step = 0; step < turn % 12; step += 1) await Promise.resolve();
      owed = true;
      loop.wake();
      await vi.advanceTimersByTimeAsync(0);
      expect(owed, `after ${turn % 12} steps`).toBe(false);
    }
    expect(errors).toEqual([]);
  });

  it('goes on after a look that failed, and says so', async () => {
    start(async () => {
      if (looks === 1) throw new Error('the disk is away');
      await Promise.resolve();
    });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(errors).toHaveLength(1);
    expect(looks).toBe(2);
  });

  it('looks no more once it was stopped', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    await loop.stop();
    loop.wake();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(looks).toBe(1);
  });
});
