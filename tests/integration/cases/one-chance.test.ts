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

describe('the check of a case that has no chance left', () => {
  const scenarioId = 'taobao.fake-transaction.goods';
  const prior = (orderNumbers: readonly string[], storeId: string, caseId: string) =>
    desk.client.attempts.enterPrior({
      ...{ storeId, scenarioId, caseId, orderNumbers: [...orderNumbers], state: 'spent' },
    });
  /** A case of which everything is answered as well as can be. */
  const favourable = async (name: string, start: number) => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, name);
    const orders = flaggedNumbers(2, start);
    const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
    await client.cases.answer({ caseId, factId: 'scene-matches-page', value: true });
    return { caseId, storeId, orders };
  };
  const check = (caseId: string) => desk.client.cases.verdict({ caseId });
  const rail = async (caseId: string) =>
    (await desk.client.cases.get({ caseId })).steps.find(({ step }) => step === 'check')?.state;

  it('says that it is gone, by which rule and what is left, and no word of handing it in', async () => {
    const { caseId, storeId, orders } = await favourable('机会在别处用掉的店', 7500);
    const before = await check(caseId);
    const [entered] = await prior(orders, storeId, caseId);
    const after = await check(caseId);
    expect(after).toMatchObject({
      word: 'not-eligible',
      nextAct: { key: 'chance-gone' },
      questions: [],
    });
    expect(after.nextAct.text.zh).toContain('问官方客服没通过的具体原因');
    expect(after.rules[0]).toMatchObject({ ruleId: 'TB-02', effect: 'bar', outcome: 'failed' });
    expect(after.why[0]).toMatchObject({ says: { zh: '机会已经用掉，按规则不能再交一次。' } });
    const ways = await desk.client.cases.routes({ caseId });
    expect(ways.isNext).toBe(true);
    expect(ways.routes.length).toBeGreaterThan(0);
    expect(ways.routes.every(({ usesChance }) => !usesChance)).toBe(true);
    await desk.client.attempts.correct({ attemptIds: [entered?.id ?? ''], reason: '没交过' });
    expect(await check(caseId)).toEqual(before);
  });

  it('never says that it can be handed in, however well it is proven', async () => {
    const { client, storeId } = desk;
    const order = fresh();
    const answers = { 'harassing-message': 'clear', 'message-on-each-order': true };
    const { id: caseId } = await client.cases.create({
      ...{ storeId, scenarioId: HARASSMENT, orderNumbers: [order], answers },
    });
    expect((await check(caseId)).word).toBe('eligible');
    const [entered] = await client.attempts.enterPrior({
      ...{ storeId, scenarioId: HARASSMENT, caseId, orderNumbers: [order], state: 'spent' },
    });
    expect((await check(caseId)).word).toBe('not-eligible');
    expect(await rail(caseId)).not.toBe('done');
    await client.attempts.correct({ attemptIds: [entered?.id ?? ''], reason: '没交过' });
    expect((await check(caseId)).word).toBe('eligible');
  });

  it('does not count what its own draft holds, or what it filed itself', async () => {
    const prepared = await frozen([fresh()]);
    expect(await states(prepared.caseId)).toEqual(['held']);
    const before = await check(prepared.caseId);
    expect(before.nextAct.key).not.toBe('chance-gone');
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    expect(await states(prepared.caseId)).toEqual(['spent']);
    expect((await check(prepared.caseId)).word).toBe(before.word);
  });

  it('names another draft that holds it for what it is', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '两个案件同一条违规的店');
    const orderNumbers = flaggedNumbers(1, 7600);
    const open = (platformNumber: string) =>
      client.cases.create({
        ...{ storeId, scenarioId: 'taobao.violation.general', orderNumbers },
        notice: { text: '…', issuedAt: clock.now(), platformNumber },
      });
    await open('WG-71');
    const { id: caseId } = await open('WG-72');
    expect((await check(caseId)).nextAct.key).not.toBe('chance-gone');
    await client.notices.save({ caseId, platformNumber: 'WG-71' });
    expect((await check(caseId)).why[0]?.says.zh).toContain('被另一个案件的草稿占着');
  });

  it('ticks its step off only when nothing is left to answer, filed or not', async () => {
    const prepared = await frozen([fresh()]);
    await file(desk.client, prepared, prepared.packetId, desk.clock.now());
    const asked = (await check(prepared.caseId)).questions.length;
    expect(asked).toBeGreaterThan(0);
    expect(await rail(prepared.caseId)).not.toBe('done');
  });
});
