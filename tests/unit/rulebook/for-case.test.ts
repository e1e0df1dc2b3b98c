import { describe, expect, it } from 'vitest';
import {
  cite,
  conflictFor,
  disputedFor,
  scenarioFor,
  type ReadingValue,
} from '../../../shared/rulebook/index.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const filing = '2026-11-29';

function hours(value: ReadingValue | undefined): number | null | undefined {
  return value?.kind === 'duration' ? value.max : undefined;
}

describe('a rule is cited as it acts for the case, not as it acts today', () => {
  it('by the site of the shop', () => {
    const of = (region?: string) => hours(cite(rulebook, 'AZ-02', { filing, region }).value);
    expect(of('US')).toBe(72);
    expect(of('UK')).toBe(48);
    expect(of()).toBe(48);
  });

  it('by the day of the notice, and says that it was the notice', () => {
    const cited = cite(rulebook, 'WX-04', { filing, notice: '2024-03-01' });
    expect(hours(cited.value)).toBe(72);
    expect(cited.chosenByInstant).toBe('notice');
    expect(hours(cite(rulebook, 'WX-04', { filing }).value)).toBe(48);
  });
});

describe('where the sources differ', () => {
  it('only readings that hold for the case are sides, and one that acts is among them', () => {
    const of = (pins: Parameters<typeof disputedFor>[2]) =>
      disputedFor(rulebook, 'amazon.a-to-z.claim-response', pins).find(({ positions }) =>
        positions.some(({ ruleId }) => ruleId === 'AZ-02'),
      );
    // At one site there is but one of the two: nothing is left to choose.
    expect(of({ filing, region: 'US' })).toBeUndefined();
    const anywhere = of({ filing });
    expect(anywhere?.positions.map(({ id, acts }) => [id, acts])).toEqual([
      ['elsewhere', true],
      ['us-current', false],
    ]);
  });

  it('the register speaks for its rules, with what each side says', () => {
    const found = disputedFor(rulebook, scene('malicious-order'), { filing });
    const chances = found.filter(({ onChances }) => onChances);
    expect(chances.length).toBeGreaterThan(0);
    for (const { positions } of chances) expect(positions.filter(({ acts }) => acts)).toHaveLength(1);
  });
});

describe('a disagreement of the register', () => {
  const sides = (region?: string) =>
    conflictFor(rulebook, 'R17-10', { filing, region }).positions.map(({ id, stands, actsFor }) => [
      id,
      stands,
      actsFor,
    ]);

  it('shows every side, and lets the one act that stands for the case', () => {
    expect(sides()).toEqual([
      ['elsewhere', true, ['clock']],
      ['us-current', true, []],
    ]);
    expect(sides('US')).toEqual([
      ['elsewhere', false, []],
      ['us-current', true, ['clock']],
    ]);
  });

  it('says which of the case’s days chose, and the day itself where it has come', () => {
    const chosenBy = (notice?: string) =>
      conflictFor(rulebook, 'R17-10', { filing, notice }).positions.map(({ chosenByInstant, day }) => [
        chosenByInstant,
        day,
      ]);
    expect(chosenBy('2026-03-01')).toEqual([
      ['notice', '2026-03-01'],
      ['notice', '2026-03-01'],
    ]);
    expect(chosenBy()).toEqual([
      ['filing', null],
      ['filing', null],
    ]);
  });

  it('is none where nobody registered it', () => {
    expect(() => conflictFor(rulebook, 'none-such', { filing })).toThrow('NOT_FOUND');
  });
});

describe('a scene as it stands for a case', () => {
  it('is the scene of today for a case of today', () => {
    for (const scenario of rulebook.scenarios.values()) {
      const now = scenarioFor(rulebook, scenario.id, { filing });
      expect(now.entry, scenario.id).toEqual(scenario.entry);
      expect(now.dimension, scenario.id).toBe(scenario.dimension);
    }
  });

  it('has no way in where the rule that says it is not in force', () => {
    const { rulebook: later } = compileShipped({
      path: 'aliexpress/report-buyer.yaml',
      from: '    restates: ["S1-07"]\n    readings:\n      - id: passage-c\n',
      to: '    effective: { from: "2026-11-01", to: null }\n    readings:\n      - id: passage-c\n',
    });
    const of = (day: string) => scenarioFor(later, scene('malicious-order'), { filing: day }).entry;
    expect(of('2026-10-31')).toBeNull();
    expect(of('2026-11-01')).toEqual(rulebook.scenarios.get(scene('malicious-order'))?.entry);
  });
});
