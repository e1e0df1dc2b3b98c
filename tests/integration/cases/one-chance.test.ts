import { describe, expect, it } from 'vitest';
import { file, HARASSMENT, MALICIOUS_ORDER } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
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

  it('is free again only by a correction with a reason: undo does not take back what was entered as spent', async () => {
    const { client, storeId } = desk;
    const [order, other] = [fresh(), fresh()];
    const open = () => client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] });
    const entered = await client.attempts.enterPrior({
      ...{
        storeId,
        scenarioId: HARASSMENT,
        orderNumbers: [order, other],
        state: 'spent',
        sentText: '买家骚扰',
      },
    });
    const [newest] = (await client.journal.list({ limit: 1 })).items;
    expect(newest).toMatchObject({ act: 'attempts.enterPrior', undo: 'permanent' });
    await expect(client.journal.undo({ sequence: newest?.sequence ?? 0 })).rejects.toMatchObject({
      code: 'CANNOT_UNDO',
    });
    await expect(open()).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
    const attemptIds = [entered[0]?.id ?? ''];
    await expect(client.attempts.correct({ attemptIds, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await client.attempts.correct({ attemptIds, reason: '填错了店铺' });
    await expect(client.attempts.correct({ attemptIds, reason: '再来一次' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'not-spent' } },
    });
    await open();
    const kept = await client.attempts.list({ storeId });
    expect(kept.find(({ id }) => id === entered[0]?.id)).toMatchObject({
      state: 'left',
      correctedReason: '填错了店铺',
      sentText: '买家骚扰',
    });
    expect(kept.find(({ id }) => id === entered[1]?.id)?.state).toBe('spent');
  });

  it('that was filed from here is corrected with its submission alone', async () => {
    const order = fresh();
    const prepared = await frozen([order]);
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    const [filed] = await desk.client.attempts.list({ caseId: prepared.caseId });
    await expect(
      desk.client.attempts.correct({ attemptIds: [filed?.id ?? ''], reason: '没交' }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { params: { reason: 'filed-here' } } });
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

describe('a notice has one chance, whichever of its orders it is entered under', () => {
  const scenarioId = 'taobao.fake-transaction.goods';

  it('is there again for all of them by one correction of any of them, and for no other notice', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '一份通知一次机会的店');
    const enter = async (orderNumbers: readonly string[]) => {
      const caseId = await openFromNotice(client, storeId, orderNumbers, { issuedAt: clock.now() });
      const entered = await client.attempts.enterPrior({
        ...{ storeId, scenarioId, caseId, orderNumbers: [...orderNumbers], state: 'spent' },
      });
      return { caseId, entered };
    };
    const elsewhere = async (caseId: string) =>
      (await client.attempts.list({ caseId })).filter(({ by }) => by === 'elsewhere');
    const [one, other] = [await enter(flaggedNumbers(3, 7100)), await enter(flaggedNumbers(2, 7200))];
    expect((await client.cases.get({ caseId: one.caseId })).nextAct.code).toBe('chance-gone');
    const corrected = await client.attempts.correct({
      attemptIds: [one.entered[1]?.id ?? ''],
      reason: '小李记错了，其实没交过',
    });
    expect(corrected.map(({ id }) => id).sort()).toEqual(one.entered.map(({ id }) => id).sort());
    for (const each of await elsewhere(one.caseId))
      expect(each).toMatchObject({ state: 'left', correctedReason: '小李记错了，其实没交过' });
    expect((await client.cases.get({ caseId: one.caseId })).nextAct.code).not.toBe('chance-gone');
    for (const each of await elsewhere(other.caseId)) expect(each.state).toBe('spent');
  });

  it('entered for no case, is one for what was entered at once', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '没有案件的店');
    const enter = (start: number) =>
      client.attempts.enterPrior({
        ...{ storeId, scenarioId, orderNumbers: flaggedNumbers(2, start), state: 'spent' },
      });
    const first = await enter(7300);
    clock.pass(1000);
    await enter(7400);
    await client.attempts.correct({ attemptIds: [first[0]?.id ?? ''], reason: '没交过' });
    expect((await client.attempts.list({ storeId })).map(({ state }) => state)).toEqual([
      ...['left', 'left', 'spent', 'spent'],
    ]);
  });
});
