import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../../shared/rulebook/index.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';

let desk: TestCore;
beforeAll(async () => {
  desk = await openTestCore();
});
afterAll(() => desk.core.close());

/** Changed from 72 to 48 hours on 2024-03-25. */
const CHANGED = 'WX-04';

function hours(rule: Rule | undefined): number | null | undefined {
  return rule?.chosen.value.kind === 'duration' ? rule.chosen.value.max : undefined;
}

describe('the rules of a day', () => {
  it('are those in force then, each as it held then, however they are asked for', async () => {
    const { rules } = desk.client.rulebook;
    const of = async (input: Parameters<typeof rules>[0]) =>
      hours((await rules(input)).find(({ id }) => id === CHANGED));
    expect(await of({ on: '2024-03-01' })).toBe(72);
    expect(await of({ on: '2024-03-01', text: CHANGED })).toBe(72);
    expect(await of({ on: '2024-03-01', platform: 'wechat', caseType: 'mini-program' })).toBe(72);
    expect(await of({ on: '2024-03-25' })).toBe(48);
    expect(await of({})).toBe(48);
  });

  it('are had by case type, also where that has no scenes', async () => {
    const { platforms, rules } = desk.client.rulebook;
    const law = (await platforms({})).find(({ platform }) => platform.id === 'law-cn');
    expect(law?.scenarios).toEqual([]);
    const lists = await Promise.all(
      (law?.platform.caseTypes ?? []).map(({ id }) => rules({ platform: 'law-cn', caseType: id })),
    );
    expect(lists.length).toBeGreaterThan(1);
    expect(lists.flat()).toHaveLength((await rules({ platform: 'law-cn' })).length);
    for (const list of lists) expect(new Set(list.map(({ caseTypeId }) => caseTypeId)).size).toBe(1);
  });
});

describe('a situation without a case', () => {
  it('offers every event that starts a clock of the scene', async () => {
    const { events } = await desk.client.rulebook.scenario({ scenarioId: 'etsy.suspension.appeal' });
    expect(events).toContain('penalty-started');
    const at = Date.UTC(2026, 10, 1);
    const { clocks } = await desk.client.rulebook.assess({
      scenarioId: 'etsy.suspension.appeal',
      events: [{ event: 'penalty-started', at }],
    });
    expect(clocks.length).toBeGreaterThan(0);
  });

  it('asks the how-manieth offence only where a rule goes by it', async () => {
    const { scenario } = desk.client.rulebook;
    const asked = async (scenarioId: string) => (await scenario({ scenarioId })).countsOffences;
    expect(await asked('taobao.fake-transaction.goods')).toBe(true);
    expect(await asked('amazon.a-to-z.claim-response')).toBe(false);
  });

  it('goes by the day of the notice, and not by the day of filing, where a rule does', async () => {
    const spanOn = async (notice?: string) => {
      const { clocks } = await desk.client.rulebook.assess({
        scenarioId: 'wechat.mini-program.complaint',
        filing: '2026-11-29',
        ...(notice === undefined ? {} : { notice }),
        events: [{ event: 'dispute-opened', at: Date.UTC(2026, 10, 1) }],
      });
      const readings = clocks.flatMap(({ spec }) => spec.readings);
      return readings.find(({ ruleId }) => ruleId === CHANGED)?.duration.max;
    };
    expect([await spanOn(), await spanOn('2024-03-01')]).toEqual([48, 72]);
  });
});
