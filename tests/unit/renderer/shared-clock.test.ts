import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedClock } from '../../../renderer/ui/shared-clock.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

describe('the clock of a page', () => {
  it('reads the same for everybody, and moves for all when somebody new looks', () => {
    const clock = sharedClock(() => Date.now());
    const seen: number[] = [];
    clock.subscribe(() => seen.push(clock.now()));
    vi.advanceTimersByTime(12_000);
    expect(clock.now()).toBe(1_000_000);
    clock.subscribe(() => undefined);
    expect(seen).toEqual([1_012_000]);
    expect(clock.now()).toBe(1_012_000);
  });

  it('moves by itself while somebody looks, and not a step longer', () => {
    const clock = sharedClock(() => Date.now());
    const stop = clock.subscribe(() => undefined);
    vi.advanceTimersByTime(30_000);
    expect(clock.now()).toBe(1_030_000);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(clock.now()).toBe(1_090_000);
  });
});
