import { describe, expect, it } from 'vitest';
import { flaggedNumbers, noticeStore, openFromNotice, proveOrders } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();

let start = 40_000;
async function newCase(count: number): Promise<{ caseId: string; orders: string[] }> {
  start += 1000;
  const orders = flaggedNumbers(count, start);
  const storeId = await noticeStore(desk.client, `处罚 ${start}`);
  return {
    orders,
    caseId: await openFromNotice(desk.client, storeId, orders, { issuedAt: desk.clock.now() }),
  };
}

const POINTS = {
  kind: 'points',
  points: 12,
  from: '2026-11-12',
  until: '2027-11-11',
  money: null,
  endedBy: '申诉成立后解除',
} as const;

describe('what the notice says it costs is kept as it stands there', () => {
  it('several lines, and an undo puts back what was there before', async () => {
    const { client } = desk;
    const { caseId } = await newCase(1);
    expect(await client.notices.get({ caseId })).toMatchObject({ penalties: [], occurrence: null });
    const held = { ...POINTS, kind: 'money-held', points: null, money: { minor: 300_000, currency: 'CNY' } };
    await client.notices.save({ caseId, penalties: [POINTS], occurrence: 2 });
    await client.notices.save({ caseId, penalties: [POINTS, { ...held, kind: 'money-held' }] });
    expect(await client.notices.get({ caseId })).toMatchObject({ penalties: [POINTS, held], occurrence: 2 });
    await client.journal.undo({});
    expect(await client.notices.get({ caseId })).toMatchObject({ penalties: [POINTS], occurrence: 2 });
  });

  it('refuses one that ends before it begins, and keeps what was there', async () => {
    const { client } = desk;
    const { caseId } = await newCase(1);
    await client.notices.save({ caseId, penalties: [POINTS] });
    const backwards = { ...POINTS, until: '2026-11-11' };
    await expect(client.notices.save({ caseId, penalties: [backwards] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await client.notices.get({ caseId })).toMatchObject({ penalties: [POINTS] });
  });
});

describe('what the rules say it costs', () => {
  const fitting = async (caseId: string) => {
    const outlook = await desk.client.cases.penaltyOutlook({ caseId });
    return {
      ...outlook,
      ladders: Object.fromEntries(
        outlook.ladders.map(({ rule, fitting: now, fittingAfter }) => [rule.ruleId, [now, fittingAfter]]),
      ),
    };
  };

  it('counts every order until one is documented, and takes off no other', { timeout: 60_000 }, async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(97);
    const from96 = ['first-two-from-96'];
    await client.notices.save({ caseId, occurrence: 1 });
    expect(await fitting(caseId)).toMatchObject({
      orders: 97,
      documented: 0,
      occurrence: 1,
      contested: true,
      ladders: { 'TB-10': [from96, from96], 'TB-10N': [from96, from96] },
    });
    const [cannot = '', admitted = '', ...genuine] = orders;
    await client.cases.sortOrders({ caseId, orderNumbers: [cannot], class: 'cannot-be-proven' });
    await client.cases.sortOrders({ caseId, orderNumbers: [admitted], class: 'admitted' });
    expect(await fitting(caseId)).toMatchObject({
      documented: 0,
      ladders: { 'TB-10': [from96, from96] },
    });
    const proven = genuine.slice(0, 2);
    await proveOrders(client, desk.files, caseId, proven);
    await client.cases.sortOrders({ caseId, orderNumbers: proven, class: 'documented-genuine' });
    const both = [from96, ['first-two-below-96']];
    expect(await fitting(caseId)).toMatchObject({
      documented: 2,
      ladders: { 'TB-10': both, 'TB-10N': both },
    });
  });

  it('lists every step that it can be where the notice does not say which violation it is', async () => {
    const { caseId } = await newCase(1);
    expect((await fitting(caseId)).ladders['TB-10']?.[0]).toEqual([
      'first-two-below-96',
      'third-below-96',
      'fourth-on',
    ]);
  });

  it('promises no step where every order is documented: nothing would be left', async () => {
    const { client } = desk;
    const { caseId, orders } = await newCase(1);
    await proveOrders(client, desk.files, caseId, orders);
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' });
    expect((await fitting(caseId)).ladders['TB-10']?.[1]).toEqual([]);
  });
});
