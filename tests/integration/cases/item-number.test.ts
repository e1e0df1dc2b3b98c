import { describe, expect, it } from 'vitest';
import { exportCase, file, HARASSMENT, ITEM_RETURN, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';

const desk = oneDesk();
const OTHER_SCENE = 'walmart.dispute.customer-care';
let seed = 9300;

const newShop = async (): Promise<string> =>
  (await desk.client.stores.create({ platform: 'walmart', name: `退货店 ${(seed += 1)}` })).id;

async function fresh(): Promise<string> {
  const found = (await desk.client.rulebook.platforms({})).find(({ platform }) => platform.id === 'walmart');
  if (found === undefined) throw new Error('walmart');
  return orderNumberOf(found.platform, (seed += 1));
}

const open = async (
  storeId: string,
  orderNumbers: readonly string[],
  matterNumber = '',
  scenarioId = ITEM_RETURN,
) => await desk.client.cases.create({ storeId, scenarioId, orderNumbers: [...orderNumbers], matterNumber });

const findings = async (storeId: string, orders: readonly string[], matter = '', scenarioId = ITEM_RETURN) =>
  await desk.client.cases.duplicates({ storeId, scenarioId, orderNumbers: [...orders], matter });

const duplicateOf = (caseId: string) => ({ code: 'DUPLICATE_CASE', data: { params: { caseId } } });
const nextAct = async (caseId: string) => (await desk.client.cases.get({ caseId })).nextAct.code;

/** A case of one item that is filed. */
async function filed(storeId: string, orders: readonly string[], matterNumber: string): Promise<string> {
  const { client, files, clock } = desk;
  const prepared = await prepareCase(client, files, {
    ...{ storeId, scenarioId: ITEM_RETURN, orders, seed: (seed += 1), pictures: 1 },
  });
  await client.cases.setMatterNumber({ caseId: prepared.caseId, matterNumber });
  await file(client, prepared, await exportCase(client, prepared.caseId), clock.now());
  return prepared.caseId;
}

/** The seller's own clocks of a case that run. */
async function own(caseId: string) {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items.filter(({ owner, stoppedAt }) => owner === 'mine' && stoppedAt === null);
}

describe('a matter that the seller begins, counted by the item', { timeout: 60_000 }, () => {
  it('is another one where both numbers are known and differ, of the same order in the same scene', async () => {
    const storeId = await newShop();
    const order = await fresh();
    const first = await open(storeId, [order], 'LN-1');
    expect(first.matterNumber).toBe('LN-1');
    expect(await findings(storeId, [order], 'LN-2')).toMatchObject([{ allowed: 'yes' }]);
    // Of the same order it is refused by the order, and the number that both bear is told as well.
    expect(await findings(storeId, [order], 'LN-1')).toMatchObject([
      { allowed: 'refused', link: 'order', number: 'LN-1', caseNumber: first.number },
    ]);
    expect(await findings(storeId, [order])).toMatchObject([{ allowed: 'refused', number: null }]);
    const second = await open(storeId, [order], 'LN-2');
    expect(await nextAct(second.id)).not.toBe('chance-gone');
    const { client } = desk;
    const counted = async () =>
      new Map(
        (await client.attempts.list({ caseId: first.id })).map((each) => [each.caseId, each.otherMatter]),
      );
    expect(await counted()).toEqual(
      new Map([
        [first.id, false],
        [second.id, true],
      ]),
    );
    await client.cases.setMatterNumber({ caseId: second.id, matterNumber: '' });
    expect((await counted()).get(second.id)).toBe(false);
  });

  it('is the same one under any order and in any scene, however the number is typed', async () => {
    const storeId = await newShop();
    const first = await open(storeId, [await fresh()], 'LN-7');
    const other = await fresh();
    for (const [typed, scenarioId] of [
      ['LN-7', ITEM_RETURN],
      ['＃ｌｎ－７', ITEM_RETURN],
      [' ln - 7 ', OTHER_SCENE],
    ] as const) {
      expect(await findings(storeId, [other], typed, scenarioId)).toMatchObject([
        { allowed: 'refused', ruleId: 'WM-05', caseId: first.id, link: 'matter', number: typed.trim() },
      ]);
      await expect(open(storeId, [other], typed, scenarioId)).rejects.toMatchObject(duplicateOf(first.id));
    }
    await open(await newShop(), [other], 'LN-7');
  });

  it('is taken for the same one of its order as long as one number is missing', async () => {
    const storeId = await newShop();
    const order = await fresh();
    const first = await open(storeId, [order]);
    await expect(open(storeId, [order], 'LN-2')).rejects.toMatchObject(duplicateOf(first.id));
    expect(await findings(storeId, [order], 'LN-2', OTHER_SCENE)).toMatchObject([
      { allowed: 'warn', link: 'perhaps' },
    ]);
    await desk.client.cases.setMatterNumber({ caseId: first.id, matterNumber: 'LN-1' });
    await expect(open(storeId, [order])).rejects.toMatchObject(duplicateOf(first.id));
    expect(await findings(storeId, [order], 'LN-2', OTHER_SCENE)).toMatchObject([{ allowed: 'yes' }]);
    await open(storeId, [order], 'LN-2');
  });

  it('says its number only where chances go by one, and no notice has the place for it', async () => {
    const { client, storeId } = desk;
    const refusal = { code: 'BAD_REQUEST', data: { params: { reason: 'no-number-here' } } };
    const asked = { storeId, scenarioId: HARASSMENT, orderNumbers: orderNumbers(1, 9400) };
    await expect(client.cases.create({ ...asked, matterNumber: 'LN-1' })).rejects.toMatchObject(refusal);
    const report = await client.cases.create(asked);
    await expect(
      client.cases.setMatterNumber({ caseId: report.id, matterNumber: 'LN-1' }),
    ).rejects.toMatchObject(refusal);
    const noticed = await client.cases.create({
      storeId: (await client.stores.create({ platform: 'kuaishou', name: '快手店' })).id,
      scenarioId: 'kuaishou.violation.violation',
    });
    await expect(
      client.cases.setMatterNumber({ caseId: noticed.id, matterNumber: 'LN-1' }),
    ).rejects.toMatchObject(refusal);
    await expect(
      client.attempts.enterPrior({ ...asked, state: 'spent', matterNumber: 'LN-1' }),
    ).rejects.toMatchObject(refusal);
  });
});

describe('a number that is said or corrected later', { timeout: 60_000 }, () => {
  it('takes the chance where another case has used it, gives it back with another, and is one act', async () => {
    const { client, clock } = desk;
    const storeId = await newShop();
    await filed(storeId, [await fresh()], 'LN-10');
    const second = await open(storeId, [await fresh()], 'LN-11');
    await client.events.save({
      ...{ caseId: second.id, event: 'refund-issued', happenedAt: clock.now() - HOUR },
    });
    const running = await own(second.id);
    expect(running).not.toEqual([]);
    await client.cases.setMatterNumber({ caseId: second.id, matterNumber: '#ln 10'.replace(' ', '-') });
    expect(await nextAct(second.id)).toBe('chance-gone');
    expect(await own(second.id)).toEqual([]);
    const [newest] = (await client.journal.list({ limit: 1 })).items;
    expect(newest).toMatchObject({ act: 'cases.setMatterNumber', caseId: second.id });
    clock.pass(1000);
    await client.cases.setMatterNumber({ caseId: second.id, matterNumber: 'LN-12' });
    expect(await nextAct(second.id)).not.toBe('chance-gone');
    expect((await own(second.id)).map(({ id, dueAt }) => ({ id, dueAt }))).toEqual(
      running.map(({ id, dueAt }) => ({ id, dueAt })),
    );
    await client.journal.undo({});
    expect(await nextAct(second.id)).toBe('chance-gone');
    expect((await client.cases.get({ caseId: second.id })).record.matterNumber).toBe('#ln-10');
  });

  it('of the case that was filed frees what only its old number took', async () => {
    const { client } = desk;
    const storeId = await newShop();
    const first = await filed(storeId, [await fresh()], 'LN-20');
    const second = await open(storeId, [await fresh()]);
    await client.cases.setMatterNumber({ caseId: second.id, matterNumber: 'LN-20' });
    expect(await nextAct(second.id)).toBe('chance-gone');
    await client.cases.setMatterNumber({ caseId: first, matterNumber: 'LN-21' });
    expect(await nextAct(second.id)).not.toBe('chance-gone');
    expect(await findings(storeId, [await fresh()], 'LN-21')).toMatchObject([
      { allowed: 'refused', caseId: first },
    ]);
  });

  it('lets neither of two drafts of one item be filed before the other gives way', async () => {
    const { client, files, clock } = desk;
    const storeId = await newShop();
    const prepared = await prepareCase(client, files, {
      ...{ storeId, scenarioId: ITEM_RETURN, orders: [await fresh()], seed: (seed += 1), pictures: 1 },
    });
    await client.cases.setMatterNumber({ caseId: prepared.caseId, matterNumber: 'LN-30' });
    const packetId = await exportCase(client, prepared.caseId);
    const { id: second } = await open(storeId, [await fresh()], 'LN-31');
    await client.cases.setMatterNumber({ caseId: second, matterNumber: 'LN-30' });
    const codes = (await client.packets.readiness({ caseId: second, language: 'zh-CN' })).map(
      ({ code }) => code,
    );
    expect(codes).toContain('chance-spent');
    await expect(file(client, prepared, packetId, clock.now())).rejects.toMatchObject(duplicateOf(second));
    await client.cases.setMatterNumber({ caseId: second, matterNumber: 'LN-31' });
    await file(client, prepared, packetId, clock.now());
  });

  it('lets an order in that another case has for another item, and none where one number is missing', async () => {
    const { client } = desk;
    const storeId = await newShop();
    const [shared, mine] = [await fresh(), await fresh()];
    const first = await open(storeId, [shared], 'LN-40');
    const second = await open(storeId, [mine]);
    const both = { caseId: second.id, orderNumbers: [mine, shared] };
    await expect(client.cases.setOrders(both)).rejects.toMatchObject(duplicateOf(first.id));
    await client.cases.setMatterNumber({ caseId: second.id, matterNumber: 'LN-41' });
    expect(await client.cases.setOrders(both)).toHaveLength(2);
  });

  it('finds its case, in the list and everywhere, as it was typed and as it is compared', async () => {
    const { client } = desk;
    const storeId = await newShop();
    const { id } = await open(storeId, [await fresh()], 'Ab-909 33');
    for (const text of ['Ab-909', 'ab-90933', '＃ＡＢ－９０９３３']) {
      expect(
        (await client.search.find({ text })).map(({ caseId }) => caseId),
        text,
      ).toContain(id);
      if (text === 'Ab-909') continue;
      expect(
        (await client.cases.list({ text, storeId })).items.map((each) => each.id),
        text,
      ).toEqual([id]);
    }
    expect((await client.cases.list({ text: '909 33', storeId })).items.map((each) => each.id)).toEqual([id]);
    const { id: noticed } = await client.cases.create({
      storeId: (await client.stores.create({ platform: 'kuaishou', name: '又一家快手店' })).id,
      scenarioId: 'kuaishou.violation.violation',
      notice: { platformNumber: 'WG-5551' },
    });
    const found = await client.search.find({ text: 'wg-5551' });
    expect(found).toMatchObject([{ kind: 'case', refId: noticed, detail: 'WG-5551' }]);
    expect((await client.cases.list({ text: 'wg-5551' })).items.map((each) => each.id)).toEqual([noticed]);
  });
});

describe('what was filed of an item elsewhere', { timeout: 60_000 }, () => {
  const enter = async (storeId: string, order: string, matterNumber: string, caseId: string | null = null) =>
    await desk.client.attempts.enterPrior({
      ...{ storeId, scenarioId: ITEM_RETURN, orderNumbers: [order], caseId, matterNumber, state: 'spent' },
    });

  it('counts for the item that was said, and for no other of the same order', async () => {
    const { client } = desk;
    const storeId = await newShop();
    const order = await fresh();
    const { id: caseId } = await open(storeId, [order], 'LN-50');
    expect(await enter(storeId, order, 'LN-51', caseId)).toMatchObject([{ matterNumber: 'LN-51' }]);
    expect(await nextAct(caseId)).not.toBe('chance-gone');
    expect(await findings(storeId, [await fresh()], 'ln-51')).toMatchObject([
      { allowed: 'refused', link: 'matter', by: 'elsewhere' },
    ]);
    await expect(enter(storeId, order, 'LN-51', caseId)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'already-spent' } },
    });
    // Where nothing else is said, it was of what the case is about.
    await enter(storeId, order, '', caseId);
    expect(await nextAct(caseId)).toBe('chance-gone');
    // Each is corrected by itself.
    const [ofOther] = await client.attempts
      .list({ caseId })
      .then((all) => all.filter(({ matterNumber }) => matterNumber === 'LN-51'));
    await client.attempts.correct({ attemptIds: [ofOther?.id ?? ''], reason: '记错了' });
    expect(await findings(storeId, [await fresh()], 'LN-51')).toMatchObject([{ allowed: 'yes' }]);
    expect(await nextAct(caseId)).toBe('chance-gone');
  });

  it('stops what counts down in the case of that number, and without a case too', async () => {
    const { client, clock } = desk;
    const storeId = await newShop();
    const { id: caseId } = await open(storeId, [await fresh()], 'LN-60');
    await client.events.save({ caseId, event: 'refund-issued', happenedAt: clock.now() - HOUR });
    const running = (await own(caseId)).map(({ id }) => id);
    expect(running).not.toEqual([]);
    const [entered] = await enter(storeId, await fresh(), 'LN 60'.replace(' ', '-').toLowerCase());
    expect(await own(caseId)).toEqual([]);
    expect(await nextAct(caseId)).toBe('chance-gone');
    await client.attempts.correct({ attemptIds: [entered?.id ?? ''], reason: '是别的店的' });
    expect((await own(caseId)).map(({ id }) => id)).toEqual(running);
  });
});
