import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptTransition, type AttemptSlot } from '../../../shared/rulebook/index.ts';
import { attemptEvents } from '../../helpers/rulebook-laws.ts';

describe('laws of a slot', () => {
  it('a slot that was ever sent is never free again but by a correction with a reason', () => {
    fc.assert(
      fc.property(fc.array(attemptEvents, { maxLength: 30 }), (history) => {
        let slot: AttemptSlot = { state: 'left', submitted: false };
        let sent = false;
        for (const event of history) {
          const next = attemptTransition(slot, event);
          if (!next.ok) continue;
          slot = next.slot;
          if (slot.state === 'spent') sent = true;
          if (event.kind === 'corrected') sent = false;
          if (sent) expect(['left', 'unknown']).not.toContain(slot.state);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
