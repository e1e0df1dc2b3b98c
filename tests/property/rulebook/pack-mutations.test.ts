import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metBadly, mutatedPacks } from '../../helpers/pack-mutations.ts';

// Parsing packs so often takes long on a busy machine.
describe('a pack changed at random', { timeout: 180_000 }, () => {
  it('loads, or is refused with file, line and column; nothing else happens', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutatedPacks, (changed) => {
        const met = metBadly(changed);
        if (met.refused) refused += 1;
        expect(met.fault).toBeNull();
      }),
      { seed: 31, numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(15);
  });
});
