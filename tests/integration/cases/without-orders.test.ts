import { describe, expect, it } from 'vitest';
import { exportCase, file, orderNumbers, prepareCase, writeStatement } from '../../helpers/case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

/** One chance by the rules: a violation of the shop. */
const VIOLATION = 'taobao.violation.general';
/** No source says how many chances there are: a suspended account. */
const SUSPENSION = 'amazon.account.plan-of-action';

const desk = oneDesk();
let seed = 500;

async function matter(scenarioId: string, orders: readonly string[] = []) {
  const { client, files } = desk;
  const platform = scenarioId.split('.')[0] ?? '';
  const { id: storeId } = await client.stores.create({ platform, name: `无单店 ${(seed += 1)}` });
  return {
    storeId,
    ...(await prepareCase(client, files, { storeId, orders, scenarioId, seed, pictures: 1 })),
  };
}

const chances = async (caseId: string) =>
  (await desk.client.attempts.list({ caseId })).map(({ orderNumber, state }) => [orderNumber, state]);
const stops = async (caseId: string) =>
  (await desk.client.packets.readiness({ caseId, language: 'zh-CN' }))
    .filter(({ weight }) => weight === 'stop')
    .map(({ code }) => code);

describe('a matter about the shop itself, without any order', { timeout: 60_000 }, () => {
  it.each([VIOLATION, SUSPENSION])(
    'goes from the message to the platform’s answer (%s)',
    async (scenarioId) => {
      const { client, clock } = desk;
      const { caseId } = await matter(scenarioId);
      const { steps, nextAct } = await client.cases.get({ caseId });
      expect(steps.find(({ step }) => step === 'orders')?.state).toBe('not-needed');
      expect(nextAct.step).not.toBe('orders');
      expect(await stops(caseId)).not.toContain('no-orders');
      const packetId = await exportCase(client, caseId);
      expect((await client.packets.list({ caseId }))[0]?.orderNumbers).toEqual([]);
      expect(await chances(caseId)).toEqual([['', 'held']]);

      await file(client, { caseId, orders: [] }, packetId, clock.now());
      expect(await chances(caseId)).toEqual([['', 'spent']]);
      await client.decisions.record({
        caseId,
        outcome: 'rejected',
        decidedAt: clock.now(),
        reason: '凭证不足',
      });
      expect((await client.cases.get({ caseId })).record.stage).toBe('decided');
    },
  );

  it('has its one chance once: neither a second filing nor an order added later brings another', async () => {
    const { client } = desk;
    const { caseId, storeId } = await matter(VIOLATION);
    await client.attempts.enterPrior({
      storeId,
      scenarioId: VIOLATION,
      orderNumbers: [],
      caseId,
      state: 'spent',
      madeBy: '上一家代运营',
    });
    expect(await stops(caseId)).toContain('chance-spent');
    await client.cases.setOrders({ caseId, orderNumbers: orderNumbers(1, 700) });
    expect(await stops(caseId)).toContain('chance-spent');
    expect((await client.cases.get({ caseId })).nextAct.code).toBe('chance-gone');
    await client.cases.setOrders({ caseId, orderNumbers: [] });
    expect(await stops(caseId)).toContain('chance-spent');
    await expect(client.packets.export({ caseId, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'NOT_READY',
    });
  });

  it('counts what was sent elsewhere once, however many orders it was entered for', async () => {
    const { client } = desk;
    const orders = orderNumbers(3, 720);
    const { caseId, storeId } = await matter('shopee.penalty-points.points', orders.slice(0, 2));
    const before = await stops(caseId);
    await client.attempts.enterPrior({
      storeId,
      scenarioId: 'shopee.penalty-points.points',
      orderNumbers: orders.slice(0, 2),
      caseId,
      state: 'unknown',
    });
    expect(await stops(caseId)).toEqual([...before, 'chance-unknown']);
    // Both of its orders, and the one that comes in later, stand on the same look in the back office.
    await client.cases.setOrders({ caseId, orderNumbers: orders });
    expect(await stops(caseId)).toContain('chance-unknown');
    const unknown = (await client.attempts.list({ caseId })).find(({ state }) => state === 'unknown');
    await client.attempts.settle({ attemptId: unknown?.id ?? '', state: 'left', note: '后台没有记录' });
    expect(await stops(caseId)).toEqual(before);
  });

  it('keeps its slot when a filing is corrected, and lets it go when an order comes in', async () => {
    const { client, clock } = desk;
    const { caseId } = await matter(VIOLATION);
    const packetId = await exportCase(client, caseId);
    const submissionId = await file(client, { caseId, orders: [] }, packetId, clock.now());
    await client.submissions.correct({ submissionId, reason: '页面没有提交成功' });
    expect(await chances(caseId)).toEqual([['', 'held']]);
    const [order = ''] = orderNumbers(1, 740);
    await client.cases.setOrders({ caseId, orderNumbers: [order] });
    expect(await chances(caseId)).toEqual([[order, 'held']]);
    await client.cases.setOrders({ caseId, orderNumbers: [] });
    expect(await chances(caseId)).toEqual([['', 'held']]);
  });

  it('is no way around the orders of a case that needs them', async () => {
    const { client, files } = desk;
    const prepared = await prepareCase(client, files, { storeId: desk.storeId, orders: [], seed: 760 });
    await writeStatement(client, prepared.caseId, '买家连拍两单，均未付款。', [prepared.factId]);
    expect(await stops(prepared.caseId)).toContain('no-orders');
    await expect(
      client.attempts.enterPrior({
        storeId: desk.storeId,
        scenarioId: 'aliexpress.report-buyer.malicious-harassment',
        orderNumbers: [],
        caseId: prepared.caseId,
        state: 'spent',
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is called by its number as long as neither a person nor an order calls it anything else', async () => {
    const { client } = desk;
    const { id: storeId } = await client.stores.create({ platform: 'taobao', name: '没标题的店' });
    const { id: caseId, number, title } = await client.cases.create({ storeId, scenarioId: VIOLATION });
    expect(title).toBe(number);
    const named = async () => (await client.cases.get({ caseId })).record.title;
    const [order = ''] = orderNumbers(1, 900);
    await client.cases.setOrders({ caseId, orderNumbers: [order] });
    expect(await named()).toBe(order);
    await client.cases.update({ caseId, title: '说明不符的处罚' });
    await client.cases.setOrders({ caseId, orderNumbers: [] });
    expect(await named()).toBe('说明不符的处罚');
    await client.cases.update({ caseId, title: '' });
    expect(await named()).toBe(number);
  });
});
