import { describe, expect, it } from 'vitest';
import { file, HARASSMENT, MALICIOUS_ORDER } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { fresh, frozen, states } = chancesAt(desk);

describe('an order has one chance in a scene', () => {
  it('refuses a second case with a link to the first, however the order comes in', async () => {
    const order = fresh();
    const first = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order, fresh()],
    });
    const refusal = {
      code: 'DUPLICATE_CASE',
      data: { params: { orderNumber: order, caseId: first.id, caseNumber: first.number, ruleId: 'S1-37' } },
    };
    await expect(
      desk.client.cases.create({
        storeId: desk.storeId,
        scenarioId: HARASSMENT,
        orderNumbers: [fresh(), order],
      }),
    ).rejects.toMatchObject(refusal);
    const other = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [fresh()],
    });
    await expect(
      desk.client.cases.setOrders({ caseId: other.id, orderNumbers: [order] }),
    ).rejects.toMatchObject(refusal);
    expect((await desk.client.cases.orders({ caseId: other.id })).length).toBe(1);
  });

  it('warns in another scene, where two rules disagree (S1-20 against S1-37)', async () => {
    const order = fresh();
    const first = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
    });
    const [finding] = await desk.client.cases.duplicates({
      storeId: desk.storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [order],
    });
    expect(finding).toMatchObject({ allowed: 'warn', caseId: first.id, ruleId: 'S1-20' });
    const second = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [order],
    });
    const readiness = await desk.client.packets.readiness({ caseId: second.id, language: 'zh-CN' });
    expect(readiness).toContainEqual(
      expect.objectContaining({ code: 'attempt-other-scene', weight: 'look' }),
    );
  });

  it('is held by the draft and given back when the order is taken out', async () => {
    const [kept, dropped, added] = [fresh(), fresh(), fresh()];
    const { id: caseId } = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [kept, dropped],
    });
    await desk.client.cases.setOrders({ caseId, orderNumbers: [added, kept] });
    const orders = (await desk.client.cases.orders({ caseId })).map((order) => order.orderNumber);
    expect(orders).toEqual([added, kept]);
    expect(await states(caseId)).toEqual(['held', 'held']);
    const again = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [dropped],
    });
    expect(await states(again.id)).toEqual(['held']);
  });

  it('counts one made elsewhere as spent, and refuses the order', async () => {
    const order = fresh();
    await desk.client.attempts.enterPrior({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
      state: 'spent',
      madeBy: '前任运营',
      sentText: '买家骚扰',
      platformNumber: 'R-0',
      result: '不成立',
    });
    await expect(
      desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT, orderNumbers: [order] }),
    ).rejects.toMatchObject({ code: 'ATTEMPT_SPENT', data: { params: { orderNumber: order } } });
    await expect(
      desk.client.attempts.enterPrior({
        storeId: desk.storeId,
        scenarioId: HARASSMENT,
        orderNumbers: [order],
        state: 'unknown',
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'already-spent' } } });
  });

  it('is blocked while nobody knows, and free or spent once somebody has looked', async () => {
    const [free, gone] = [fresh(), fresh()];
    const entered = await desk.client.attempts.enterPrior({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [free, gone],
      state: 'unknown',
    });
    for (const order of [free, gone]) {
      await expect(
        desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT, orderNumbers: [order] }),
      ).rejects.toMatchObject({ code: 'ATTEMPT_UNKNOWN' });
    }
    const settle = (place: number, state: 'left' | 'spent') =>
      desk.client.attempts.settle({ attemptId: entered[place]?.id ?? '', state, note: '后台看过' });
    await settle(0, 'left');
    await settle(1, 'spent');
    await expect(settle(1, 'left')).rejects.toMatchObject({ code: 'CONFLICT' });
    await desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT, orderNumbers: [free] });
    await expect(
      desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT, orderNumbers: [gone] }),
    ).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
  });

  it('blocks the filing of a draft when doubt comes up after it was begun', async () => {
    const order = fresh();
    const prepared = await frozen([order]);
    await desk.client.attempts.enterPrior({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
      state: 'unknown',
    });
    await expect(file(desk.client, prepared, prepared.packetId, desk.clock.now())).rejects.toMatchObject({
      code: 'ATTEMPT_UNKNOWN',
    });
    expect((await states(prepared.caseId)).sort()).toEqual(['held', 'unknown']);
    const readiness = await desk.client.packets.readiness({ caseId: prepared.caseId, language: 'zh-CN' });
    expect(readiness).toContainEqual(expect.objectContaining({ code: 'attempt-unknown', weight: 'stop' }));
  });

  it('stays in sight of its case, to be settled, when the order is taken out meanwhile', async () => {
    const order = fresh();
    const { caseId } = await frozen([order]);
    await desk.client.attempts.enterPrior({
      storeId: desk.storeId,
      scenarioId: HARASSMENT,
      orderNumbers: [order],
      state: 'unknown',
      caseId,
    });
    await desk.client.cases.setOrders({ caseId, orderNumbers: [] });
    const [left] = await desk.client.attempts.list({ caseId });
    expect(left).toMatchObject({ orderNumber: order, state: 'unknown' });
    await desk.client.attempts.settle({
      attemptId: left?.id ?? '',
      state: 'left',
      note: '后台看过，没有交过',
    });
    await desk.client.cases.setOrders({ caseId, orderNumbers: [order] });
  });
});
