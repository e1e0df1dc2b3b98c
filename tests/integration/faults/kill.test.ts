import { describe, it } from 'vitest';
import { KILLED_ACTS } from '../../soak/kill-acts.ts';
import { killAndReopen } from '../../soak/kill-soak.ts';

const KILLS = 20;
const SEED = 20_261_123;

// At once, because each of them mostly waits for its process.
describe.concurrent('a program killed at any moment (kill -9)', () => {
  it.for(KILLED_ACTS)(
    'loses nothing committed, leaves nothing half-made, says what it swept and can do it again: %s',
    { timeout: 900_000 },
    async (act, { expect }) => {
      const { done, failures, details } = await killAndReopen(act, {
        seed: SEED,
        from: 0,
        count: KILLS,
        signal: new AbortController().signal,
        log: () => undefined,
      });
      expect(failures).toEqual([]);
      expect(done).toBe(KILLS);
      expect(details.whileWriting, JSON.stringify(details.found)).toBeGreaterThanOrEqual(KILLS / 2);
    },
  );
});
