import { beforeAll, describe, expect, it } from 'vitest';
import { importRows, MALICIOUS_ORDER, orderNumbers } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const [soon = '', later = '', unpaid = '', shipped = '', unknown = '', free = '', received = ''] =
  orderNumbers(7);
let caseId = '';
let brought = 0;
const bring = (rows: Parameters<typeof importRows>[3]) => {
  brought += 1;
  return importRows(desk.client, desk.files, desk.storeId, rows, `orders-${brought}.csv`);
};
const waiting = async (of: { caseId?: string } = {}) =>
  (await desk.client.shipping.waiting(of)).map(({ orderNumber }) => orderNumber);
const decisionOf = async (orderNumber: string) =>
  (await desk.client.shipping.waiting({})).find((each) => each.orderNumber === orderNumber)?.decided;

beforeAll(async () => {
  const paid = { paidAt: '2026-11-03 10:00' };
  await bring([
    { orderNumber: later, ...paid, shipBy: '2026-11-20 10:00' },
    { orderNumber: soon, ...paid, shipBy: '2026-11-12 09:00' },
    { orderNumber: unpaid, shipBy: '2026-11-20 10:00' },
    { orderNumber: shipped, ...paid, shipBy: '2026-11-20 10:00', shippedAt: '2026-11-05 10:00' },
    { orderNumber: unknown, ...paid, shipBy: '' },
    { orderNumber: received, ...paid, shipBy: '', receivedAt: '2026-11-09 10:00' },
    { orderNumber: free, ...paid, shipBy: '2026-11-20 10:00', buyerName: '不相干的人' },
  ]);
  const { id } = await desk.client.cases.create({
    storeId: desk.storeId,
    scenarioId: MALICIOUS_ORDER,
    orderNumbers: [later, soon, unpaid, shipped, unknown, received],
  });
  caseId = id;
});

describe('an order under suspicion', () => {
  it('waits for a decision while it is paid and not shipped; the most pressing first, and last what nobody knows the time of', async () => {
    expect(await waiting()).toEqual([soon, later, unknown]);
    expect(await waiting({ caseId })).toEqual([soon, later, unknown]);
    const all = await desk.client.shipping.waiting({});
    expect(all.map(({ shipBy }) => shipBy === null)).toEqual([false, false, true]);
  });

  it('is held back with a reason or shipped, and each decision can be taken back', async () => {
    const { client, storeId, clock } = desk;
    const of = { storeId, orderNumber: soon };
    await expect(client.shipping.decide({ ...of, decision: 'hold' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await client.shipping.decide({ ...of, decision: 'hold', reason: '收货地址是空房' });
    const held = await decisionOf(soon);
    expect(held).toMatchObject({ decision: 'hold', reason: '收货地址是空房', at: clock.now() });
    clock.pass(HOUR);
    await client.shipping.decide({ ...of, decision: 'ship' });
    expect(await decisionOf(soon)).toMatchObject({ decision: 'ship', reason: '' });
    await client.journal.undo({});
    expect(await decisionOf(soon)).toEqual(held);
    await client.journal.undo({});
    expect(await decisionOf(soon)).toBeNull();
  });

  it('is no other order: one of no case, or not to be decided on', async () => {
    const { client, storeId } = desk;
    for (const orderNumber of [free, unpaid, shipped, received, '9999999999999999'])
      await expect(client.shipping.decide({ storeId, orderNumber, decision: 'ship' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('waits no more once an import says that it was shipped, and keeps its decision if that is taken back', async () => {
    const { client, storeId } = desk;
    await client.shipping.decide({ storeId, orderNumber: later, decision: 'hold', reason: '等买家回话' });
    await bring([
      {
        orderNumber: later,
        paidAt: '2026-11-03 10:00',
        shipBy: '2026-11-20 10:00',
        shippedAt: '2026-11-12 08:00',
      },
    ]);
    expect(await waiting()).toEqual([soon, unknown]);
    await client.journal.undo({});
    expect(await decisionOf(later)).toMatchObject({ decision: 'hold' });
  });

  it('is no longer under suspicion as its case is put away', async () => {
    await desk.client.cases.archive({ caseId, archived: true });
    expect(await waiting()).toEqual([]);
    await desk.client.cases.archive({ caseId, archived: false });
    expect(await waiting()).toEqual([soon, later, unknown]);
  });

  it('is one of a buyer whom an open case reports, by the very name and in the same store, and says so', async () => {
    const { client, storeId } = desk;
    const [reported = '', again = '', masked = '', other = '', nameless = ''] = orderNumbers(5, 40);
    const paid = { paidAt: '2026-11-03 10:00', shipBy: '2026-11-13 10:00' };
    await bring([
      {
        orderNumber: reported,
        buyerName: '周某某',
        paidAt: '2026-11-03 10:00',
        shippedAt: '2026-11-04 10:00',
      },
      { orderNumber: again, buyerName: '周某某', ...paid },
      { orderNumber: masked, buyerName: '周**', ...paid },
      { orderNumber: other, buyerName: '吴某某', ...paid },
      { orderNumber: nameless, buyerName: '', ...paid },
    ]);
    const before = await waiting();
    expect(before).not.toContain(again);
    const { id } = await client.cases.create({
      ...{ storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: [reported] },
    });
    const of = (await client.shipping.waiting({})).filter(({ caseId: about }) => about === id);
    expect(of).toMatchObject([{ orderNumber: again, sameBuyerAs: reported, decided: null }]);
    expect(await waiting({ caseId: id })).toEqual([again]);
    await client.shipping.decide({ storeId, orderNumber: again, decision: 'hold', reason: '买家被举报' });
    expect(await decisionOf(again)).toMatchObject({ decision: 'hold' });
    await client.cases.archive({ caseId: id, archived: true });
    expect(await waiting()).toEqual(before);
  });

  it('is none of a buyer whose name is masked, whatever the case', async () => {
    const { client, storeId } = desk;
    const [reported = '', again = ''] = orderNumbers(2, 50);
    const rows = [reported, again].map((orderNumber) => ({ orderNumber, buyerName: '郑**' }));
    await bring(rows.map((row) => ({ ...row, paidAt: '2026-11-03 10:00', shipBy: '2026-11-13 10:00' })));
    await client.cases.create({
      ...{ storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: [reported] },
    });
    expect(await waiting()).toContain(reported);
    expect(await waiting()).not.toContain(again);
  });
});
