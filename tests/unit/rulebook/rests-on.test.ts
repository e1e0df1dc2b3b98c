import { describe, expect, it } from 'vitest';
import { indexRulebook, restsOn, type Rulebook } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const PINS = { filing: '2026-11-20', notice: '2026-11-20', conduct: '2026-11-20' };
const REPORT = 'taobao.report-buyer.abnormal-order';
const { rulebook: shipped } = compileShipped();

/** The packs with one rule that held up to a day. */
function ending(ruleId: string, to: string): Rulebook {
  const data = structuredClone(shipped.data);
  for (const rule of data.platforms.flatMap(({ caseTypes }) => caseTypes).flatMap(({ rules }) => rules))
    if (rule.id === ruleId) rule.effective = { from: null, to };
  return indexRulebook(data);
}

const stateOf = (rulebook: Rulebook, ruleId: string, scenario = REPORT, region?: string) =>
  restsOn(rulebook, scenario, { ...PINS, ...(region === undefined ? {} : { region }) }).find(
    (rule) => rule.ruleId === ruleId,
  )?.inForce;

describe('what a case rests on', () => {
  it('names a rule whose time is over, though the check that asked for it fell away with it', () => {
    expect(stateOf(shipped, 'TB-16')).toBe(true);
    expect(stateOf(ending('TB-16', '2026-11-20'), 'TB-16')).toBe(true);
    expect(stateOf(ending('TB-16', '2026-06-30'), 'TB-16')).toBe(false);
  });

  it('has the rules of vouchers, form and clocks in it too', () => {
    const kinds = restsOn(shipped, 'taobao.fake-transaction.goods', PINS).map(({ ruleId }) => ruleId);
    expect(kinds).toEqual(expect.arrayContaining(['TB-01', 'TB-07']));
  });

  it('leaves out what holds at another site only', () => {
    const APPEAL = 'ebay.case-appeal.appeal';
    expect(stateOf(shipped, 'EB-02B', APPEAL, 'GB') ?? stateOf(shipped, 'EB-02B', APPEAL, 'UK')).toBe(true);
    expect(stateOf(shipped, 'EB-02B', APPEAL, 'US')).toBeUndefined();
  });
});
