import { describe, expect, it } from 'vitest';
import { exportCase, file, prepareCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';

const desk = oneDesk();
const scenarioId = 'kuaishou.violation.violation';
let seed = 8800;

async function storeOn(platform: string, name: string): Promise<string> {
  const found = (await desk.client.rulebook.platforms({})).find((each) => each.platform.id === platform);
  const [exportZone = ''] = found?.platform.exportZones ?? [];
  return (await desk.client.stores.create({ platform, name, exportZone })).id;
}

async function fresh(platform = 'kuaishou'): Promise<string> {
  const found = (await desk.client.rulebook.platforms({})).find((each) => each.platform.id === platform);
  if (found === undefined) throw new Error(platform);
  return orderNumberOf(found.platform, (seed += 1));
}

const open = async (storeId: string, platformNumber: string, orderNumbers: readonly string[]) =>
  await desk.client.cases.create({
    ...{ storeId, scenarioId, orderNumbers: [...orderNumbers] },
    notice: { text: '…', issuedAt: desk.clock.now() - HOUR, platformNumber },
  });

async function findings(storeId: string, matter: string, orderNumbers: readonly string[]) {
  const asked = { storeId, scenarioId, orderNumbers: [...orderNumbers] };
  return await desk.client.cases.duplicates({ ...asked, ...(matter === '' ? {} : { matter }) });
}

/** A case of one violation that is filed. */
async function filed(storeId: string, platformNumber: string, orders: readonly string[]) {
  seed += 1;
  const prepared = await prepareCase(desk.client, desk.files, { storeId, scenarioId, orders, seed });
  await desk.client.notices.save({ caseId: prepared.caseId, platformNumber });
  await file(desk.client, prepared, await exportCase(desk.client, prepared.caseId), desk.clock.now());
  return prepared.caseId;
}

/** The seller's own clocks of a case that run. */
async function own(caseId: string) {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items.filter(({ owner, stoppedAt }) => owner === 'mine' && stoppedAt === null);
}

const nextAct = async (caseId: string) => (await desk.client.cases.get({ caseId })).nextAct.code;

describe('the one chance of a violation', { timeout: 60_000 }, () => {
  it('is not had again by naming another order of it, nor by naming none', async () => {
    const storeId = await storeOn('kuaishou', '同一条违规的店');
    const caseId = await filed(storeId, 'V-77', [await fresh()]);
    const other = await fresh();
    expect(await findings(storeId, 'V-77', [other])).toMatchObject([
      { orderNumber: other, allowed: 'refused', ruleId: 'KS-01A', caseId, link: 'matter' },
    ]);
    expect(await findings(storeId, 'V-77', [])).toMatchObject([
      { orderNumber: '', allowed: 'refused', caseId, link: 'matter' },
    ]);
    const refusal = { code: 'DUPLICATE_CASE', data: { params: { caseId } } };
    await expect(open(storeId, 'V-77', [other])).rejects.toMatchObject(refusal);
    await expect(open(storeId, 'V-77', [])).rejects.toMatchObject(refusal);
    expect((await findings(storeId, 'V-78', [other]))[0]?.allowed).toBe('yes');
    await open(storeId, 'V-78', [other]);
  });

  it.each(['ｖ－７７', ' v-77 ', '#V-77', '违规编号：V-77', 'V–77'])(
    'has the same number however it is typed: «%s»',
    async (typed) => {
      const { client } = desk;
      const storeId = await storeOn('kuaishou', `编号写法 ${typed}`);
      const first = await open(storeId, 'V-77', [await fresh()]);
      const refusal = { code: 'DUPLICATE_CASE', data: { params: { caseId: first.id } } };
      await expect(open(storeId, typed, [await fresh()])).rejects.toMatchObject(refusal);
      const second = await open(storeId, 'V-78', [await fresh()]);
      await client.notices.save({ caseId: second.id, platformNumber: typed });
      expect(await nextAct(second.id)).toBe('chance-gone');
      // It is shown as it was typed.
      const kept = await client.notices.get({ caseId: second.id });
      expect(kept?.platformNumber).toBe(typed.trim());
      const [newest] = (await client.journal.list({ limit: 1 })).items;
      await client.journal.undo({ sequence: newest?.sequence ?? 0 });
      expect(await nextAct(second.id)).not.toBe('chance-gone');
    },
  );

  it('is one for a matter without orders too, and of its own store', async () => {
    const storeId = await storeOn('kuaishou', '没有订单的违规');
    const first = await open(storeId, 'V-88', []);
    await expect(open(storeId, 'V-88', [])).rejects.toMatchObject({
      code: 'DUPLICATE_CASE',
      data: { params: { caseId: first.id } },
    });
    const neighbour = await storeOn('kuaishou', '隔壁店');
    await open(neighbour, 'V-88', []);
  });

  it('counts once what was filed once for several orders', async () => {
    const { client } = desk;
    const scene = 'tiktok-shop.violation.appeal';
    const storeId = await storeOn('tiktok-shop', '两次机会的店');
    const numbered = async (orderNumbers: string[]) =>
      await client.cases.create({
        ...{ storeId, scenarioId: scene, orderNumbers },
        notice: { platformNumber: 'TV-1' },
      });
    await numbered([await fresh('tiktok-shop'), await fresh('tiktok-shop'), await fresh('tiktok-shop')]);
    const second = await numbered([await fresh('tiktok-shop')]);
    await expect(numbered([await fresh('tiktok-shop')])).rejects.toMatchObject({ code: 'DUPLICATE_CASE' });
    expect(await nextAct(second.id)).not.toBe('chance-gone');
  });

  it('may be used up where a number is missing: that is said, and stops nothing', async () => {
    const { client } = desk;
    const storeId = await storeOn('kuaishou', '没填编号的店');
    const first = await filed(storeId, 'V-90', [await fresh()]);
    const other = await fresh();
    expect(await findings(storeId, '', [other])).toMatchObject([
      { allowed: 'warn', caseId: first, link: 'perhaps' },
    ]);
    seed += 1;
    const { caseId } = await prepareCase(client, desk.files, { storeId, scenarioId, orders: [other], seed });
    const perhaps = async () =>
      (await client.packets.readiness({ caseId, language: 'zh-CN' })).filter(
        ({ code }) => code === 'chance-perhaps',
      );
    expect(await perhaps()).toMatchObject([{ weight: 'look' }]);
    await client.notices.save({ caseId, platformNumber: 'V-91' });
    expect(await perhaps()).toEqual([]);
  });

  it('is gone in the second case as soon as that has its number, and there again with another', async () => {
    const { client, clock } = desk;
    const storeId = await storeOn('kuaishou', '后填编号的店');
    await filed(storeId, 'V-77', [await fresh()]);
    const { id: second } = await open(storeId, 'V-78', [await fresh()]);
    const [running] = await own(second);
    expect(running).toBeDefined();
    await client.notices.save({ caseId: second, platformNumber: 'V-77' });
    expect(await nextAct(second)).toBe('chance-gone');
    expect(await own(second)).toEqual([]);
    const readiness = await client.packets.readiness({ caseId: second, language: 'zh-CN' });
    expect(readiness).toContainEqual(expect.objectContaining({ code: 'chance-spent', weight: 'stop' }));
    clock.pass(1000);
    await client.notices.save({ caseId: second, platformNumber: 'V-79' });
    expect(await nextAct(second)).not.toBe('chance-gone');
    expect(await own(second)).toMatchObject([{ id: running?.id, dueAt: running?.dueAt }]);
  });

  it('counts down in both drafts of it until one is filed, and in neither after', async () => {
    const { client, clock } = desk;
    const storeId = await storeOn('kuaishou', '两份草稿的店');
    const orders = [await fresh()];
    seed += 1;
    const prepared = await prepareCase(client, desk.files, { storeId, scenarioId, orders, seed });
    await client.notices.save({
      ...{ caseId: prepared.caseId, issuedAt: clock.now() - HOUR, platformNumber: 'V-70' },
    });
    const packetId = await exportCase(client, prepared.caseId);
    const { id: second } = await open(storeId, 'V-71', [await fresh()]);
    await client.notices.save({ caseId: second, platformNumber: 'V-70' });
    expect(await own(prepared.caseId)).toHaveLength(1);
    expect(await own(second)).toHaveLength(1);
    // Which of the two is filed is the seller's choice: the other is given up first.
    await expect(file(client, prepared, packetId, clock.now())).rejects.toMatchObject({
      code: 'DUPLICATE_CASE',
      data: { params: { caseId: second } },
    });
    await client.notices.save({ caseId: second, platformNumber: 'V-71' });
    const submissionId = await file(client, prepared, packetId, clock.now());
    await client.notices.save({ caseId: second, platformNumber: 'V-70' });
    expect(await own(second)).toEqual([]);
    await client.submissions.correct({ submissionId, reason: '页面没有提交成功' });
    expect(await own(second)).toHaveLength(1);
  });
});

describe('an item of an order', () => {
  it('is not reported a second time in the same scene; in another the first report is said', async () => {
    const { client } = desk;
    const storeId = await storeOn('walmart', '退货商品的店');
    const orderNumbers = [await fresh('walmart')];
    const [scene, other] = ['walmart.dispute.customer-return', 'walmart.dispute.customer-care'];
    const first = await client.cases.create({ storeId, scenarioId: scene, orderNumbers });
    await expect(client.cases.create({ storeId, scenarioId: scene, orderNumbers })).rejects.toMatchObject({
      code: 'DUPLICATE_CASE',
      data: { params: { caseId: first.id, ruleId: 'WM-05' } },
    });
    expect(await client.cases.duplicates({ storeId, scenarioId: other, orderNumbers })).toMatchObject([
      { allowed: 'warn', caseId: first.id, link: 'perhaps' },
    ]);
    expect(
      await client.cases.duplicates({ storeId, scenarioId: scene, orderNumbers: [await fresh('walmart')] }),
    ).toMatchObject([{ allowed: 'yes' }]);
  });
});
