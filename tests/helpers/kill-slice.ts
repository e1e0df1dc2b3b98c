import { describe, expect, it } from 'vitest';
import type { KilledAct } from '../soak/kill-acts.ts';
import { killAndReopen } from '../soak/kill-soak.ts';

const KILLS = 6;
/** Enough for a median; what is over before its kill tells more. */
const CLEAN_RUNS = 3;
const SEED = 20_261_123;

/**
 * A few kills of one act, from the soak's own generator. Each act has a file of its own, and so a process: whoever
 * looks at what another kill left meanwhile would be late with the next one.
 */
export function killSlice(act: KilledAct): void {
  describe(`a program killed at any moment of ${act} (kill -9)`, () => {
    it(
      'loses nothing committed, leaves nothing half-made, says what it swept and can do it again',
      { timeout: 900_000 },
      async () => {
        const { done, failures, details } = await killAndReopen(act, {
          seed: SEED,
          from: 0,
          count: KILLS,
          signal: new AbortController().signal,
          log: () => undefined,
          cleanRuns: CLEAN_RUNS,
        });
        expect(failures).toEqual([]);
        expect(done).toBe(KILLS);
        expect(details.whileWriting, JSON.stringify(details.found)).toBeGreaterThanOrEqual(KILLS / 2);
      },
    );
  });
}
