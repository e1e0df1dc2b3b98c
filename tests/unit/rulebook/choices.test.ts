import { beforeAll, describe, expect, it } from 'vitest';
import {
  disputedFor,
  findRule,
  indexRulebook,
  findScenario,
  verdict,
  withChoices,
  type Facts,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { isListed } from '../../../shared/rulebook/look-up.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const PINS = { filing: '2026-11-20' };

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

function choosing(ruleId: string, conflictId: string): Rulebook {
  const readingId = findRule(shipped, ruleId).chosen.id;
  return indexRulebook(withChoices(shipped.data, [{ ruleId, readingId, conflictId }]));
}

const failed = (rulebook: Rulebook, scenario: string, facts: Facts): string[] =>
  verdict(rulebook, { scenario, facts, at: PINS }).why.map(({ checkId }) => checkId);

/** What may be chosen in a scene, as `conflict rule`. */
const choosable = (scenarioId: string): string[] =>
  disputedFor(shipped, scenarioId, PINS).flatMap(({ conflictId, positions }) =>
    positions.filter(({ mayAct }) => mayAct).map(({ ruleId }) => `${conflictId} ${ruleId}`),
  );

describe('of two rules that disagree, the one a seller chooses acts for the case', () => {
  const POINTS = 'lazada.violation.points';
  const closed = { 'points-total': 48 };

  it('where one says that nothing can be done any more and the other that it can', () => {
    expect(failed(shipped, POINTS, closed)).toContain('closed-for-good');
    expect(failed(choosing('LZ-03X', 'R17-7'), POINTS, closed)).not.toContain('closed-for-good');
  });

  it('where they list different scenes', () => {
    const harassment = findScenario(shipped, scene('malicious-harassment'));
    expect(isListed(shipped, harassment, PINS)).toBe(true);
    const older = choosing('S1-10', 'X5');
    expect(isListed(older, findScenario(older, harassment.id), PINS)).toBe(false);
  });

  it('where they give different figures, and back', () => {
    const APPEAL = 'ebay.case-appeal.appeal';
    const cited = (rulebook: Rulebook) =>
      rulebook.data.platforms
        .flatMap(({ caseTypes }) => caseTypes)
        .flatMap(({ scenes }) => scenes)
        .flatMap(({ checks }) => checks)
        .filter(({ when }) => JSON.stringify(when).includes('"EB-02"'));
    expect(cited(shipped)).not.toEqual([]);
    expect(cited(choosing('EB-02B', 'R17-12'))).toEqual([]);
    expect(choosable(APPEAL)).toContain('R17-12 EB-02B');
  });

  it('where one allows fewer chances', () => {
    const ip = 'jd.ip-appeal.ip-complaint';
    expect(choosable(ip)).toContain('R-JD19 JD-19T');
  });
});

describe('there is nothing to choose', () => {
  it('where a source says the same in other words, or nothing rests on the difference', () => {
    const risk = choosable('aliexpress.order-guard.risk-order');
    expect(risk).toContain('X8 S1-25');
    expect(risk).not.toContain('X8 S1-29');
    expect(risk).not.toContain('X9 S1-48');
    expect(choosable(scene('malicious-order'))).not.toContain('X7 AE-05');
  });
});
