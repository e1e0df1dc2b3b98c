import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptGuard,
  attemptKeys,
  attemptTransition,
  type AttemptEntry,
  type AttemptSlot,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from '../../unit/rulebook/shipped-packs.ts';
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

const { rulebook } = compileShipped();
const numbered = [...rulebook.scenarios.values()].filter(({ chanceNumber }) => chanceNumber !== null);
const ORDERS = ['8012345678901234', '8012345678901235', '8012345678901236'];
const ASKED = 'asked about';

/** One filing or draft of a matter, in any scene of a case type, under any of a few orders. */
const entryIn = (scenarioIds: readonly string[]) =>
  fc.record({
    orderNumber: fc.constantFrom<string | null>(...ORDERS),
    scenarioId: fc.constantFrom(...scenarioIds),
    state: fc.constantFrom<AttemptEntry['state']>('held', 'spent', 'lapsed', 'unknown'),
    caseId: fc.constantFrom<string | null>('first', 'second', 'third', null),
    by: fc.constant('here' as const),
    matter: fc.constantFrom<string | null>(null, ASKED, 'another', 'a third'),
  });

/** A scene whose chances go by a number, the order that is asked about, and what is known of its store. */
const situations = fc.constantFrom(...numbered).chain((scenario) => {
  const beside = numbered.filter(
    (each) => each.platformId === scenario.platformId && each.caseTypeId === scenario.caseTypeId,
  );
  return fc.record({
    scenario: fc.constant(scenario),
    orderNumber: fc.constantFrom(...ORDERS),
    ledger: fc.array(entryIn(beside.map(({ id }) => id)), { maxLength: 6 }),
  });
});

const STRICTNESS = ['yes', 'warn', 'unknown', 'refused'] as const;

describe('laws of a chance that goes by the number of an item, a dispute or a violation', () => {
  const ask = (
    scenarioId: string,
    orderNumber: string,
    ledger: readonly AttemptEntry[],
    matter: string | null,
  ) => attemptGuard(rulebook, scenarioId, orderNumber, ledger, 'own', { pins: null, offence: null, matter });

  it('what has another known number changes nothing, whatever order and scene it names', () => {
    fc.assert(
      fc.property(situations, ({ scenario, orderNumber, ledger }) => {
        const mayBeIt = ledger.filter(({ matter }) => matter === null || matter === ASKED);
        expect(ask(scenario.id, orderNumber, ledger, ASKED)).toEqual(
          ask(scenario.id, orderNumber, mayBeIt, ASKED),
        );
      }),
      { seed: 260, numRuns: 1000 },
    );
  });

  it('as many as there are of one known number use it up under any order', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom(...ORDERS), ({ scenario, orderNumber, ledger }, other) => {
        const acting = attemptKeys(rulebook, scenario.id, { orderNumbers: [orderNumber] }).find(
          ({ acts }) => acts,
        );
        const own = Array.from({ length: acting?.max ?? 0 }, (_, place): AttemptEntry => ({
          ...{ orderNumber: other, scenarioId: scenario.id, state: 'spent', caseId: `filed ${place}` },
          ...{ by: 'here', matter: ASKED },
        }));
        const { allowed, left } = ask(scenario.id, orderNumber, [...ledger, ...own], ASKED);
        expect([allowed, left]).toEqual(['refused', 0]);
      }),
      { seed: 261, numRuns: 500 },
    );
  });

  it('of the same order a number that nobody knows is never freer than one that is said', () => {
    fc.assert(
      fc.property(situations, ({ scenario, orderNumber, ledger }) => {
        const ofOrder = ledger.map((entry) => ({ ...entry, orderNumber, scenarioId: scenario.id }));
        const said = ask(scenario.id, orderNumber, ofOrder, ASKED).allowed;
        const unsaid = ask(scenario.id, orderNumber, ofOrder, null).allowed;
        expect(STRICTNESS.indexOf(unsaid)).toBeGreaterThanOrEqual(STRICTNESS.indexOf(said));
      }),
      { seed: 262, numRuns: 500 },
    );
  });
});
