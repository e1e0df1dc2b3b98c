import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExample } from '../../../main/example/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import type { VerifyReport } from '../../../shared/workspace/index.ts';
import { HOUR, openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';

/** Set by Typst. */
const LONG = { timeout: 120_000 };

describe.each([
  ['zh-CN', '示例'],
  ['en', 'Example'],
] as const)('the example case (%s)', (language: Language, mark) => {
  let desk: TestCore;
  let caseId = '';
  let scratch = '';
  beforeAll(async () => {
    desk = await openTestCore({ settings: { language } });
    scratch = join(await testFolder(), 'scratch');
    ({ caseId } = await makeExample(desk.client, scratch, language, desk.clock.now()));
  });
  afterAll(() => desk.close());

  it('is a case of one evening: a notice of five hours ago, six orders in three classes', async () => {
    const { client, clock } = desk;
    const orders = await client.cases.orders({ caseId });
    expect(orders.map((order) => order.class)).toEqual([
      'documented-genuine',
      'documented-genuine',
      'documented-genuine',
      'cannot-be-proven',
      null,
      null,
    ]);
    // Every one of them was found in the imported export.
    expect(orders.every((order) => order.orderId !== null)).toBe(true);
    const { items: clocks } = await client.deadlines.list({ caseId });
    const mine = clocks.filter(({ owner }) => owner === 'mine');
    expect(mine.map(({ dueAt }) => dueAt)).toEqual([clock.now() + 67 * HOUR]);
    // The rest is what of its orders vanishes by itself.
    expect(clocks.filter(({ owner }) => owner === 'theirs')).toEqual([]);
    expect((await client.asks.list({ caseId })).map((ask) => ask.state)).toEqual(['refused']);
    expect((await client.cases.verdict({ caseId })).word).toBe('weak');
    expect((await client.cases.get({ caseId })).nextAct).toEqual({
      step: 'evidence',
      code: 'prove-orders',
      params: { left: 2 },
    });
  });

  it('says of everything in it that it is none of the person’s own', async () => {
    const { client } = desk;
    const [store, ...others] = await client.stores.list({});
    expect(others).toEqual([]);
    expect(store?.name).toContain(mark);
    const notice = await client.notices.get({ caseId });
    expect(notice?.text).toContain(mark);
    const { items } = await client.evidence.list({ limit: 500 });
    expect(items.length).toBeGreaterThan(15);
    for (const { fileName, fileKind } of items) {
      expect(fileName).toContain(mark);
      expect(fileKind).toBe('text');
    }
    const { items: orders } = await client.orders.list({ limit: 500 });
    expect(orders).toHaveLength(46);
    for (const { items: goods, buyerName } of orders) {
      expect(goods.toLowerCase()).toContain(mark.toLowerCase());
      expect(buyerName.toLowerCase()).toContain(mark.toLowerCase());
    }
  });

  it('leaves no blank open, and shows the rise of orders it speaks of', async () => {
    const { client } = desk;
    const [campaign] = await client.campaigns.list({ caseId });
    const { ordersBefore, ordersDuring, daysEach } = await client.campaigns.count({
      campaignId: campaign?.id ?? '',
    });
    expect({ ordersBefore, ordersDuring, daysEach }).toEqual({
      ordersBefore: 7,
      ordersDuring: 28,
      daysEach: 3,
    });
    const told = await Promise.all([
      client.facts.list({ caseId }),
      client.drafting.get({ caseId, language }),
      client.drafting.get({ caseId, document: 'plan', language }),
      client.notices.get({ caseId }),
      client.asks.list({ caseId }),
      client.orders.list({ limit: 500 }),
    ]);
    expect(JSON.stringify(told)).not.toMatch(/\{\w+\}/);
  });

  it(
    'can be exported as it stands: nothing stops it, and what there is to weigh is meant',
    LONG,
    async () => {
      const { client } = desk;
      const findings = await client.packets.readiness({ caseId, language });
      expect(findings.filter(({ weight }) => weight === 'stop')).toEqual([]);
      expect(findings.filter(({ weight }) => weight === 'look').map(({ code }) => code)).toEqual([
        'unsorted-orders',
        'check-weak',
      ]);
      await resultOf(client, await client.packets.export({ caseId, language }));
    },
  );

  it('is whole: the check of the workspace finds nothing, and no scratch file is left', async () => {
    const report = await resultOf<VerifyReport>(desk.client, await desk.client.workspace.verify({}));
    expect(report.findings).toEqual([]);
    expect(report.journalEntries).toBeGreaterThan(20);
    expect(existsSync(scratch)).toBe(false);
  });
});
