import { describe, expect, it } from 'vitest';
import { assess, type Situation, type Verdict } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const REPORT = 'aliexpress.report-buyer.malicious-order';
/** Its rule gives one appeal for the first offence, and none from the second on. */
const BY_OFFENCE = 'SP-04';
const FAKE_ORDER = rulebook.rules.get(BY_OFFENCE)?.scenarios[0] ?? '';

function word(scenario: string, part: Partial<Situation> = {}): [Verdict['word'], string] {
  const { verdict } = assess(rulebook, {
    ...{ scenario, facts: {}, pins: { filing: '2026-11-12' }, events: [], decision: null },
    ...{ orderNumber: '1', earlier: [], violation: { occurrence: null, orders: null } },
    ...part,
  });
  return [verdict.word, verdict.nextAct.key];
}
const before = (state: 'spent' | 'held' | 'lapsed' | 'unknown') => ({
  earlier: [{ orderNumber: '1', scenarioId: REPORT, state, caseId: null, by: 'elsewhere' as const }],
});
const GONE = ['not-eligible', 'chance-gone'];

describe('the word of a situation without a case follows its chance, as in a case', () => {
  it('to "not to be filed" where the one chance was used, lapsed or is held elsewhere', () => {
    expect(word(REPORT)).not.toEqual(GONE);
    expect((['spent', 'lapsed', 'held'] as const).map((state) => word(REPORT, before(state)))).toEqual([
      GONE,
      GONE,
      GONE,
    ]);
  });

  it('and not where nobody knows, or the platform has it already', () => {
    expect(word(REPORT, before('unknown'))).not.toEqual(GONE);
    const filed = { ...before('spent'), events: [{ event: 'submitted' as const, at: 1 }] };
    expect(word(REPORT, filed)).not.toEqual(GONE);
    expect(word(REPORT, { ...filed, decision: 'returned' })).toEqual(GONE);
  });

  it('where a rule gives the second offence none, named as such or answered', () => {
    const named = (occurrence: number) => ({ violation: { occurrence, orders: null } });
    expect(word(FAKE_ORDER, named(1))).not.toEqual(GONE);
    expect(word(FAKE_ORDER, named(2))).toEqual(GONE);
    const platform = rulebook.data.platforms.find(({ caseTypes }) =>
      caseTypes.some(({ rules }) => rules.some(({ id }) => id === BY_OFFENCE)),
    );
    const asks = platform?.caseTypes.find(({ attempts }) => attempts?.acts === BY_OFFENCE)?.attempts;
    expect(word(FAKE_ORDER, { facts: { [asks?.offenceFact ?? '']: 2 } })).toEqual(GONE);
  });
});
