import { beforeAll, describe, expect, it } from 'vitest';
import { exportCase, file, prepareCase, type PreparedCase } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { orderNumberOf } from '../../helpers/order-number.ts';

const desk = oneDesk();
let seed = 900;

async function storeOn(platform: string, name = platform): Promise<string> {
  const found = (await desk.client.rulebook.platforms({})).find((each) => each.platform.id === platform);
  const [exportZone = ''] = found?.platform.exportZones ?? [];
  return (await desk.client.stores.create({ platform, name, exportZone })).id;
}

async function numberOn(platform: string): Promise<string> {
  const found = (await desk.client.rulebook.platforms({})).find((each) => each.platform.id === platform);
  if (found === undefined) throw new Error(platform);
  seed += 1;
  return orderNumberOf(found.platform, seed);
}

/** A matter that was filed just now. */
async function filed(storeId: string, scenarioId: string, orders: readonly string[]): Promise<PreparedCase> {
  seed += 1;
  const prepared = await prepareCase(desk.client, desk.files, { storeId, scenarioId, orders, seed });
  await file(desk.client, prepared, await exportCase(desk.client, prepared.caseId), desk.clock.now());
  return prepared;
}

/** The seller's own clocks of a case that run. */
async function own(caseId: string) {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items.filter(({ owner, stoppedAt }) => owner === 'mine' && stoppedAt === null);
}

describe('an end that only the page shows', () => {
  it('is counted down where a matter comes back for more and no rule names a time', async () => {
    const { client, clock } = desk;
    const storeId = await storeOn('jd');
    const { caseId } = await filed(storeId, 'jd.violation.other-violation', [await numberOn('jd')]);
    const pageDeadline = clock.now() + 72 * HOUR;
    await client.decisions.record({
      ...{ caseId, outcome: 'returned', decidedAt: clock.now() },
      ...{ pageWords: '剩3天', pageReadAt: clock.now(), pageDeadline },
    });
    expect(await own(caseId)).toMatchObject([{ dueAt: pageDeadline, title: { zh: '补充材料截止' } }]);
    const [decision] = await client.decisions.list({ caseId });
    expect(decision).toMatchObject({ pageWords: '剩3天', pageReadAt: clock.now(), pageDeadline });
  });

  it('is asked for, and without it the window that the filing stopped goes on, but not for sure', async () => {
    const { client, clock } = desk;
    const storeId = await storeOn('kuaishou');
    const orders = [await numberOn('kuaishou')];
    seed += 1;
    const scenarioId = 'kuaishou.violation.violation';
    const prepared = await prepareCase(client, desk.files, { storeId, scenarioId, orders, seed });
    const { caseId } = prepared;
    await client.notices.save({ caseId, text: '…', issuedAt: clock.now() });
    const [window] = await own(caseId);
    await file(client, prepared, await exportCase(client, caseId), clock.now());
    expect(await own(caseId)).toEqual([]);
    clock.pass(2 * HOUR);
    const returned = { caseId, outcome: 'returned' as const };
    await client.decisions.record({ ...returned, decidedAt: clock.now() });
    expect(await own(caseId)).toMatchObject([
      { id: window?.id, dueAt: window?.dueAt, computed: { certainty: 'arguable', wasReturned: true } },
    ]);
    // It stays so when it is counted again, and what was over at the second return stays over.
    expect(
      (await client.deadlines.changes({})).items.filter(({ clock: { caseId: of } }) => of === caseId),
    ).toEqual([]);
    await file(client, prepared, await exportCase(client, caseId), clock.now());
    expect(await own(caseId)).toEqual([]);
    clock.pass(8 * 24 * HOUR);
    await client.decisions.record({ ...returned, decidedAt: clock.now() });
    expect(await own(caseId)).toEqual([]);
  });

  it('is counted down from a notice for which no rule names a time, and moves with it', async () => {
    const { client, clock } = desk;
    const storeId = await storeOn('walmart');
    const pageDeadline = clock.now() + 70 * HOUR;
    const notice = { text: '…', issuedAt: clock.now() - HOUR, pageDeadline };
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: 'walmart.suspension.plan-of-action',
      notice,
    });
    const [before] = await own(caseId);
    expect(before).toMatchObject({ dueAt: pageDeadline, title: { zh: '页面上的截止' } });
    await client.notices.save({ caseId, pageDeadline: pageDeadline + HOUR });
    expect(await own(caseId)).toMatchObject([{ id: before?.id, dueAt: pageDeadline + HOUR }]);
    await client.notices.save({ caseId, pageDeadline: null });
    expect(await own(caseId)).toEqual([]);
  });
});

describe('a notice of which nobody knows when it was issued', () => {
  it('counts from the earliest time at which somebody had it, and says that it can only end earlier', async () => {
    const { client, clock } = desk;
    const caseId = await openFromNotice(
      client,
      await noticeStore(client, '不知道时间的店'),
      flaggedNumbers(1, 4400),
    );
    expect(await own(caseId)).toEqual([]);
    const handedOverAt = clock.now() - HOUR;
    await client.notices.save({ caseId, handedOverAt });
    await client.notices.save({ caseId, seenAt: handedOverAt - 5 * HOUR });
    const [unsure] = await own(caseId);
    expect(unsure).toMatchObject({ dueAt: handedOverAt + 67 * HOUR });
    expect(unsure?.computed).toMatchObject({ startIsLatest: true, certainty: 'estimate' });
    await client.notices.save({ caseId, issuedAt: handedOverAt - 8 * HOUR });
    const [sure] = await own(caseId);
    expect(sure).toMatchObject({ id: unsure?.id, dueAt: handedOverAt + 64 * HOUR });
    expect(sure?.computed.startIsLatest).toBeUndefined();
  });
});

describe('what counts down to a chance', () => {
  const SCENARIO = 'tiktok-shop.violation.appeal';
  let storeId = '';
  beforeAll(async () => {
    storeId = await storeOn('tiktok-shop');
  });
  const reject = async (caseId: string): Promise<void> => {
    await desk.client.decisions.record({ caseId, outcome: 'rejected', decidedAt: desk.clock.now() });
  };
  const titles = async (caseId: string) => (await own(caseId)).map(({ title }) => title.zh);

  it('starts with a rejection while there is a second one, and is over once that is used, in another case too', async () => {
    const orders = [await numberOn('tiktok-shop')];
    const first = await filed(storeId, SCENARIO, orders);
    await reject(first.caseId);
    expect(await titles(first.caseId)).toEqual(['第二次申诉']);
    const second = await filed(storeId, SCENARIO, orders);
    expect(await titles(first.caseId)).toEqual([]);
    await reject(second.caseId);
    expect(await titles(second.caseId)).toEqual([]);
    const all = (await desk.client.deadlines.list({ caseId: second.caseId })).items;
    expect(all.filter(({ title }) => title.zh === '第二次申诉')).toEqual([]);
  });

  it('is ended by whoever means to use it no more, with the reason, and runs on when that is taken back', async () => {
    const { client } = desk;
    const first = await filed(storeId, SCENARIO, [await numberOn('tiktok-shop')]);
    await reject(first.caseId);
    const [{ id: clockId = '' } = {}] = await own(first.caseId);
    await expect(client.deadlines.stop({ clockId, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const stopped = await client.deadlines.stop({ clockId, reason: '决定不再申诉' });
    expect(stopped).toMatchObject({ stoppedAt: desk.clock.now(), stopReason: '决定不再申诉' });
    expect(await own(first.caseId)).toEqual([]);
    await expect(client.deadlines.stop({ clockId, reason: '再来一次' })).rejects.toMatchObject({
      data: { params: { reason: 'stopped-already' } },
    });
    await client.journal.undo({});
    expect(await own(first.caseId)).toMatchObject([{ id: clockId, stopReason: '' }]);
  });

  it('runs on where the second filing was recorded by mistake and is put right', async () => {
    const { client } = desk;
    const orders = [await numberOn('tiktok-shop')];
    const first = await filed(storeId, SCENARIO, orders);
    await reject(first.caseId);
    const second = await filed(storeId, SCENARIO, orders);
    const [submission] = await client.submissions.list({ caseId: second.caseId });
    await client.submissions.correct({ submissionId: submission?.id ?? '', reason: '点错了，没有提交' });
    expect(await titles(first.caseId)).toEqual(['第二次申诉']);
  });

  it('runs on where the second filing turns out to be of another violation, and is over again when it is not', async () => {
    const { client } = desk;
    const orders = [await numberOn('tiktok-shop')];
    const first = await filed(storeId, SCENARIO, orders);
    await reject(first.caseId);
    const [running] = await own(first.caseId);
    const second = await filed(storeId, SCENARIO, orders);
    expect(await own(first.caseId)).toEqual([]);
    await client.notices.save({ caseId: first.caseId, platformNumber: 'V-1' });
    await client.notices.save({ caseId: second.caseId, platformNumber: 'V-2' });
    expect(await own(first.caseId)).toMatchObject([{ id: running?.id, dueAt: running?.dueAt }]);
    // It was filed: what ran before that does not come back.
    expect(await own(second.caseId)).toEqual([]);
    await client.notices.save({ caseId: second.caseId, platformNumber: 'V-1' });
    expect(await own(first.caseId)).toEqual([]);
  });

  it('is over when it turns out that the only one was spent elsewhere, and runs on when that is corrected', async () => {
    const { client, clock } = desk;
    const taobao = await noticeStore(client, '机会用掉的店');
    const orders = flaggedNumbers(1, 4500);
    const caseId = await openFromNotice(client, taobao, orders, { issuedAt: clock.now() - HOUR });
    const [running] = await own(caseId);
    const entered = await client.attempts.enterPrior({
      ...{ storeId: taobao, scenarioId: 'taobao.fake-transaction.goods', caseId, orderNumbers: orders },
      ...{ state: 'spent', madeBy: '同事' },
    });
    expect(await own(caseId)).toEqual([]);
    await client.attempts.correct({ attemptIds: entered.map(({ id }) => id), reason: '是另一份通知' });
    expect(await own(caseId)).toMatchObject([{ id: running?.id, dueAt: running?.dueAt }]);
  });
});

describe('a second violation of the same order', () => {
  it('is let in by its number, and the first one by its own is not', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '两条违规的店');
    const orderNumbers = flaggedNumbers(1, 4600);
    const scenarioId = 'taobao.violation.general';
    const open = (platformNumber: string) =>
      client.cases.create({
        ...{ storeId, scenarioId, orderNumbers },
        notice: { text: '…', issuedAt: clock.now() - HOUR, platformNumber },
      });
    await open('WG-1');
    await expect(open('WG-1')).rejects.toMatchObject({ code: 'DUPLICATE_CASE' });
    await expect(open('')).rejects.toMatchObject({ code: 'DUPLICATE_CASE' });
    const [refused] = await client.cases.duplicates({ storeId, scenarioId, orderNumbers });
    expect(refused).toMatchObject({ allowed: 'refused', countedBy: ['violation'] });
    const [free] = await client.cases.duplicates({ storeId, scenarioId, orderNumbers, matter: 'WG-2' });
    expect(free?.allowed).toBe('yes');
    expect((await open('WG-2')).scenarioId).toBe(scenarioId);
  });

  it('that turns out to be the first one has no time left, as one act; named otherwise its clock runs on', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '填错编号的店');
    const orderNumbers = flaggedNumbers(1, 4700);
    const scenarioId = 'taobao.violation.general';
    const open = async (platformNumber: string) =>
      (
        await client.cases.create({
          ...{ storeId, scenarioId, orderNumbers },
          notice: { text: '…', issuedAt: clock.now() - HOUR, platformNumber },
        })
      ).id;
    const first = await open('WG-1');
    await client.attempts.enterPrior({
      ...{ storeId, scenarioId, caseId: first, orderNumbers, state: 'spent', madeBy: '同事' },
    });
    expect(await own(first)).toEqual([]);
    const second = await open('WG-2');
    const [running] = await own(second);
    expect(running).toBeDefined();
    const number = (caseId: string, platformNumber: string) =>
      client.notices.save({ caseId, platformNumber });

    await number(second, 'WG-1');
    expect(await own(second)).toEqual([]);
    await client.journal.undo({});
    expect(await own(second)).toEqual([running]);

    await number(second, 'WG-1');
    await number(second, 'WG-3');
    expect(await own(second)).toMatchObject([{ id: running?.id, dueAt: running?.dueAt }]);
    // The other case's number says the same of this one; what its own chance was spent on stays spent.
    await number(first, 'WG-3');
    expect(await own(second)).toEqual([]);
    await number(first, 'WG-1');
    expect(await own(second)).toMatchObject([{ id: running?.id, dueAt: running?.dueAt }]);
    expect(await own(first)).toEqual([]);

    await client.deadlines.stop({ clockId: running?.id ?? '', reason: '决定不申诉' });
    await number(second, 'WG-1');
    await number(second, 'WG-2');
    expect(await own(second)).toEqual([]);
  });

  it('is counted by the rules of the day its notice was issued, before there is a case as after', async () => {
    const { client } = desk;
    const storeId = await storeOn('shopee', '老政策的店');
    const scenarioId = 'shopee.fake-order.flagged-orders';
    const orderNumbers = [await numberOn('shopee')];
    await client.cases.create({ storeId, scenarioId, orderNumbers });
    const allowed = async (noticeDate?: string) =>
      (await client.cases.duplicates({ storeId, scenarioId, orderNumbers, noticeDate }))[0]?.allowed;
    expect(await allowed()).toBe('refused');
    expect(await allowed('2024-10-28')).toBe('refused');
    // The policy that counts came into force on the day after.
    expect(await allowed('2024-10-27')).toBe('yes');
    const open = (issuedAt: number) =>
      client.cases.create({ storeId, scenarioId, orderNumbers, notice: { text: '…', issuedAt } });
    await expect(open(Date.parse('2024-10-28T12:00:00+08:00'))).rejects.toMatchObject({
      code: 'DUPLICATE_CASE',
    });
    const { id: caseId } = await open(Date.parse('2024-10-27T12:00:00+08:00'));
    expect((await client.cases.get({ caseId })).record.noticeDate).toBe('2024-10-27');
  });

  it('has no chance from the second offence on where the rule says so', async () => {
    const { client } = desk;
    const storeId = await storeOn('shopee');
    const scenarioId = 'shopee.fake-order.flagged-orders';
    const open = async (offence: number) =>
      await client.cases.create({
        ...{ storeId, scenarioId, orderNumbers: [await numberOn('shopee')] },
        answers: { 'offence-number': offence },
      });
    await expect(open(2)).rejects.toMatchObject({ code: 'ATTEMPT_SPENT' });
    expect((await open(1)).scenarioId).toBe(scenarioId);
  });
});
