import { describe, expect, it } from 'vitest';
import { takeIn } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import {
  CHAT,
  DELIVERY,
  flaggedNumbers,
  noticeStore,
  openFromNotice,
  proveOrders,
  SHIPPING,
  SHIPPING_CERTIFICATE,
  TRACKING,
} from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();

let start = 1000;
async function newCase(count: number): Promise<{ caseId: string; orders: string[] }> {
  start += 100;
  const orders = flaggedNumbers(count, start);
  const storeId = await noticeStore(desk.client, `分类 ${start}`);
  return {
    orders,
    caseId: await openFromNotice(desk.client, storeId, orders, { issuedAt: desk.clock.now() }),
  };
}
const picture = async (seed: number) =>
  (
    await takeIn(desk.client, [
      await putFile(desk.files, `p${seed}.png`, await screenshot(seed, 30, 30 + seed)),
    ])
  )[0] ?? '';
const classOf = async (caseId: string, orderNumber: string) =>
  (await desk.client.cases.orders({ caseId })).find((order) => order.orderNumber === orderNumber)?.class;

describe('only an order with every voucher is called genuine', () => {
  it('refuses it while one is missing, and takes it once the last is there', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(1);
    const sort = () => client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' });
    await expect(sort()).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { params: { reason: 'vouchers-missing', orderNumber: orders[0] } },
    });
    await proveOrders(client, desk.files, caseId, orders);
    expect(await sort()).toMatchObject([
      { class: 'documented-genuine', coverage: { met: 4, total: 4 }, wasAdmitted: false },
    ]);
  });

  it('counts a stamped certificate for a waybill nobody kept, and not what the form does not ask', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(1);
    const itemId = await picture(2);
    const meet = (requirementId: string) =>
      client.requirements.meet({ caseId, requirementId, orderNumbers: orders, itemIds: [itemId] });
    await meet(SHIPPING_CERTIFICATE);
    await meet(CHAT);
    await client.requirements.notAsked({
      caseId,
      requirementId: TRACKING,
      orderNumbers: orders,
      notAsked: true,
    });
    expect((await client.requirements.coverage({ caseId })).orders).toMatchObject([{ met: 2, total: 3 }]);
    await meet(DELIVERY);
    expect((await client.requirements.coverage({ caseId })).orders).toMatchObject([{ met: 3, total: 3 }]);
  });

  it('is no longer genuine when a voucher is taken away, and whoever took it decides what it is now', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(2);
    const [first = '', second = ''] = orders;
    await proveOrders(client, desk.files, caseId, orders);
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' });
    await client.requirements.meet({ caseId, requirementId: DELIVERY, orderNumbers: [first], itemIds: [] });
    expect(await classOf(caseId, first)).toBeNull();
    expect(await classOf(caseId, second)).toBe('documented-genuine');
    await client.journal.undo({});
    expect(await classOf(caseId, first)).toBe('documented-genuine');
  });

  it('sorts all the orders it is given, or none', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(2);
    await proveOrders(client, desk.files, caseId, orders.slice(0, 1));
    await expect(
      client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' }),
    ).rejects.toMatchObject({ code: 'NOT_READY', data: { params: { orderNumber: orders[1] } } });
    expect(await classOf(caseId, orders[0] ?? '')).toBeNull();
  });

  it('proposes vouchers by what their files are called, and ticks only what a person accepts', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(2);
    const [first = '', second = ''] = orders;
    const itemIds = await takeIn(
      client,
      [
        await putFile(desk.files, `${first}_签收底单.png`, await screenshot(81, 31, 32)),
        await putFile(desk.files, `${first} 发货底单.png`, await screenshot(82, 31, 33)),
        await putFile(desk.files, `${second}-内部跟踪.png`, await screenshot(83, 31, 34)),
        await putFile(desk.files, '一张没写单号的底单.png', await screenshot(84, 31, 35)),
      ],
      caseId,
    );
    const proposals = await client.requirements.proposals({ caseId });
    expect(proposals).toEqual([
      { itemId: itemIds[0], orderNumber: first, requirementId: DELIVERY, fileName: `${first}_签收底单.png` },
      { itemId: itemIds[1], orderNumber: first, requirementId: SHIPPING, fileName: `${first} 发货底单.png` },
      {
        itemId: itemIds[2],
        orderNumber: second,
        requirementId: TRACKING,
        fileName: `${second}-内部跟踪.png`,
      },
    ]);
    expect((await client.requirements.coverage({ caseId })).orders).toMatchObject([{ met: 0 }, { met: 0 }]);
    await client.requirements.acceptProposals({
      caseId,
      proposals: proposals.slice(0, 2).map(({ fileName: _, ...proposal }) => proposal),
    });
    expect((await client.requirements.coverage({ caseId })).orders).toMatchObject([{ met: 2 }, { met: 0 }]);
    expect(await client.requirements.proposals({ caseId })).toHaveLength(1);
  });
});

describe('an order once admitted cannot quietly become genuine', () => {
  it('needs an exhibit that came in afterwards, and a written reason', async () => {
    const { client, clock } = desk;
    const { caseId, orders } = await newCase(1);
    const [old = ''] = await proveOrders(client, desk.files, caseId, orders);
    clock.pass(HOUR);
    await client.cases.sortOrders({
      caseId,
      orderNumbers: orders,
      class: 'admitted',
      reason: '运营说是补单',
    });
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'cannot-be-proven' });
    const genuine = (more: { reason?: string; itemId?: string }) =>
      client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine', ...more });
    const refused = { code: 'CONFLICT', data: { params: { reason: 'needs-new-exhibit' } } };
    await expect(genuine({})).rejects.toMatchObject(refused);
    await expect(genuine({ reason: '查错了', itemId: old })).rejects.toMatchObject(refused);
    clock.pass(HOUR);
    const fresh = await picture(5);
    await expect(genuine({ itemId: fresh })).rejects.toMatchObject({
      data: { params: { reason: 'needs-reason' } },
    });
    expect(await genuine({ reason: '找到买家本人的聊天记录', itemId: fresh })).toMatchObject([
      { class: 'documented-genuine', classReason: '找到买家本人的聊天记录', wasAdmitted: true },
    ]);
    const { items } = await client.journal.list({ caseId, limit: 1 });
    expect(items[0]?.act).toBe('cases.sortOrders');
  });

  it('cannot be washed by taking it out of the case and putting it back', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(2);
    await client.cases.sortOrders({ caseId, orderNumbers: orders.slice(0, 1), class: 'admitted' });
    await expect(client.cases.setOrders({ caseId, orderNumbers: orders.slice(1) })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'admitted-order', orderNumber: orders[0] } },
    });
  });

  it('was a slip of the hand if it is undone at once', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(1);
    await proveOrders(client, desk.files, caseId, orders);
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'admitted' });
    await client.journal.undo({});
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' });
    expect(await client.cases.orders({ caseId })).toMatchObject([
      { class: 'documented-genuine', wasAdmitted: false },
    ]);
  });
});
