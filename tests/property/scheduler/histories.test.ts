import { describe, expect, it } from 'vitest';
import { livesThrough } from '../../helpers/scheduler-histories.ts';

const HISTORIES = 60;
const SEED = 20_261_128;

describe('a desk that sleeps, crashes, is put forward and back, and is opened twice', () => {
  it(
    'has each reminder in its list once, rings none twice and loses none',
    { timeout: 300_000 },
    async () => {
      const faults: string[] = [];
      for (let number = 0; number < HISTORIES; number += 1)
        faults.push(...(await livesThrough(SEED + number)).map((fault) => `history ${number}: ${fault}`));
      expect(faults).toEqual([]);
    },
  );
});
