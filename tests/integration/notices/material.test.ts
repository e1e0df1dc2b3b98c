import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCase, FLAGGED_ORDERS, takeIn } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import {
  DELIVERY,
  flaggedNumbers,
  noticeStore,
  openFromNotice,
  proveOrders,
  SHIPPING,
  stateFact,
} from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { pdfText } from '../../helpers/pdf.ts';

const desk = oneDesk();

/** Eight flagged orders: five genuine, two that cannot be proven, one admitted. */
async function sortedCase(start: number) {
  const { client, clock, files } = desk;
  const orders = flaggedNumbers(8, start);
  const genuine = orders.slice(0, 5);
  const unproven = orders.slice(5, 7);
  const admitted = orders.slice(7);
  const storeId = await noticeStore(client, `材料 ${start}`);
  const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
  const itemIds = await proveOrders(client, files, caseId, genuine);
  const sort = (
    orderNumbers: readonly string[],
    to: 'documented-genuine' | 'cannot-be-proven' | 'admitted',
  ) => client.cases.sortOrders({ caseId, orderNumbers: [...orderNumbers], class: to });
  await sort(genuine, 'documented-genuine');
  await sort(unproven, 'cannot-be-proven');
  await sort(admitted, 'admitted');
  await stateFact(client, caseId, itemIds[0] ?? '', '五笔订单都有完整的发货和签收记录。');
  return { caseId, storeId, orders, genuine, unproven, admitted, itemIds };
}

async function writePlan(caseId: string, text: string): Promise<void> {
  const { client } = desk;
  const plan = await client.drafting.get({ caseId, document: 'plan', language: 'zh-CN' });
  expect(plan.sections.map((section) => section.heading)).toEqual(['原因', '已采取措施', '预防措施']);
  await client.drafting.save({
    caseId,
    document: 'plan',
    language: 'zh-CN',
    baseVersion: plan.version,
    title: plan.title,
    sections: plan.sections.map((section) => ({
      heading: section.heading,
      paragraphs: [{ sentences: [{ text, factIds: [] }] }],
    })),
  });
}

/** Everything of a packet that a person can read: paths, texts, and the words of the PDF. */
async function readableOf(caseId: string): Promise<{ paths: string[]; words: string }> {
  const packet = (await desk.client.packets.list({ caseId })).at(-1);
  const folder = join(desk.folder, 'exports', ...(packet?.folder ?? '').split('/'));
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const words = [...paths];
  for (const path of paths) {
    const bytes = await readFile(join(folder, path));
    if (path.endsWith('.pdf')) words.push(await pdfText(bytes));
    else if (/\.(txt|csv|sha256)$/.test(path)) words.push(bytes.toString('utf8'));
  }
  return { paths, words: words.join('\n') };
}

const findings = async (caseId: string) =>
  (await desk.client.packets.readiness({ caseId, language: 'zh-CN' })).map(
    ({ code, weight }) => `${weight}:${code}`,
  );

describe('the material contests what can be shown, and says nothing of the rest', { timeout: 90_000 }, () => {
  it('holds a folder for each genuine order and no trace of the others', async () => {
    const { caseId, genuine, unproven, admitted } = await sortedCase(3000);
    expect(await findings(caseId)).toContain('look:plan-missing');
    await writePlan(caseId, '发货交接没有逐单留底，从本月起每单扫描存档。');
    expect(await findings(caseId)).not.toContain('look:plan-missing');
    // A plan speaks of process: its sentences need no exhibit, and do not count as the statement's.
    const { steps } = await desk.client.cases.get({ caseId });
    expect(steps.find((step) => step.step === 'statement')).toMatchObject({ done: 1, total: 1 });
    await exportCase(desk.client, caseId);
    const { paths, words } = await readableOf(caseId);
    for (const number of genuine) {
      expect(
        paths.filter((path) => path.startsWith('上传包') && path.includes(`订单${number}`)),
      ).toHaveLength(4);
      expect(words).toContain(number);
    }
    for (const number of [...unproven, ...admitted]) expect(words).not.toContain(number);
    expect(words).toContain('从本月起每单扫描存档');
    for (const word of ['确有违规', 'admitted', '真实但凭证不足']) expect(words).not.toContain(word);
  });

  it('lists orders whose voucher is gone only when told to, each with the requests made for it', async () => {
    const { client, clock, files } = desk;
    const { caseId, unproven, admitted } = await sortedCase(3100);
    const [first = '', second = ''] = unproven;
    const [request = ''] = await takeIn(
      client,
      [await putFile(files, '问快递要底单.png', await screenshot(71, 44, 45))],
      caseId,
    );
    await client.requirements.unavailable({
      caseId,
      requirementId: DELIVERY,
      orderNumbers: [first],
      reason: '快递网点只留三个月',
      itemIds: [request],
    });
    await client.notices.disclose({ caseId, listsUnproven: true, disclosesAdmitted: false });
    expect(await findings(caseId)).toContain('look:unproven-without-request');
    await client.asks.record({
      caseId,
      addressee: 'courier',
      requirementIds: [SHIPPING],
      orderNumbers: [second],
      askedAt: clock.now(),
      itemId: request,
    });
    expect(await findings(caseId)).not.toContain('look:unproven-without-request');
    await exportCase(client, caseId);
    const { words } = await readableOf(caseId);
    expect(words).toContain('凭证已无法取得的订单');
    expect(words).toContain('快递网点只留三个月');
    for (const number of unproven) expect(words).toContain(number);
    for (const number of admitted) expect(words).not.toContain(number);
    expect(words).not.toMatch(/承认|违规订单|刷单/);
  });

  it('does not hand over what serves only orders it does not show, and numbers the rest without a gap', async () => {
    const { client, files } = desk;
    const { caseId, unproven, itemIds } = await sortedCase(3200);
    const [half = ''] = await takeIn(
      client,
      [await putFile(files, '只有一张.png', await screenshot(72, 44, 46))],
      caseId,
    );
    await client.requirements.meet({
      caseId,
      requirementId: SHIPPING,
      orderNumbers: unproven.slice(0, 1),
      itemIds: [half],
    });
    await client.evidence.arrange({ caseId, itemIds: [half, ...itemIds] });
    const numbers = (await client.evidence.exhibits({ caseId })).map((exhibit) => exhibit.exhibitNumber);
    expect(numbers).toEqual([0, 1, 2, 3, 4, 5]);
    await exportCase(client, caseId);
    const { words } = await readableOf(caseId);
    expect(words).not.toContain('只有一张');
    expect(words).toContain('证据5');
    await client.notices.disclose({ caseId, listsUnproven: true, disclosesAdmitted: false });
    expect((await client.evidence.exhibits({ caseId })).map((exhibit) => exhibit.exhibitNumber)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('stops when words that would be handed over name an admitted order', async () => {
    const { client } = desk;
    const { caseId, unproven, admitted, itemIds } = await sortedCase(3300);
    await writePlan(caseId, `订单 ${admitted[0]} 是运营补的单。`);
    expect(await findings(caseId)).toContain('stop:admitted-named');
    await expect(client.packets.export({ caseId, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { params: { reason: 'admitted-named' } },
    });
    await writePlan(caseId, '运营补过单，已停止。');
    expect(await findings(caseId)).not.toContain('stop:admitted-named');
    const reason = (words: string) =>
      client.requirements.unavailable({
        caseId,
        requirementId: DELIVERY,
        orderNumbers: unproven.slice(0, 1),
        reason: words,
        itemIds: [],
      });
    await reason(`和 ${admitted[0]} 同一包裹`);
    expect(await findings(caseId)).not.toContain('stop:admitted-named');
    await client.notices.disclose({ caseId, listsUnproven: true, disclosesAdmitted: false });
    expect(await findings(caseId)).toContain('stop:admitted-named');
    await reason('快递网点只留三个月');
    expect(await findings(caseId)).not.toContain('stop:admitted-named');
    await client.evidence.describe({ itemId: itemIds[0] ?? '', label: `底单（含 ${admitted[0]}）` });
    expect(await findings(caseId)).toContain('stop:admitted-named');
  });

  it('names admitted orders only for a seller who was told to take advice first', async () => {
    const { client } = desk;
    const { caseId, admitted } = await sortedCase(3400);
    const disclose = (adviceTaken: boolean) =>
      client.notices.disclose({ caseId, listsUnproven: false, disclosesAdmitted: true, adviceTaken });
    await expect(disclose(false)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'advice-first' } },
    });
    await disclose(true);
    await exportCase(client, caseId);
    const { words } = await readableOf(caseId);
    expect(words).toContain('店铺自查确认有问题的订单');
    expect(words).toContain(admitted[0]);
  });

  it('is refused while not one order can be shown', async () => {
    const { client, clock, files } = desk;
    const orders = flaggedNumbers(2, 3500);
    const storeId = await noticeStore(client, '材料 3500');
    const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
    const [itemId = ''] = await takeIn(
      client,
      [await putFile(files, 'x.png', await screenshot(73, 30, 31))],
      caseId,
    );
    await stateFact(client, caseId, itemId, '订单真实。');
    expect(await findings(caseId)).toEqual(
      expect.arrayContaining(['stop:no-documented-orders', 'look:unsorted-orders']),
    );
    await expect(client.packets.export({ caseId, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'NOT_READY',
    });
  });
});

describe('the one chance of a notice covers all its orders', { timeout: 90_000 }, () => {
  it('is spent for every order once, comes back for more within its own clock, and then is gone', async () => {
    const { client, clock } = desk;
    const { caseId, storeId, orders } = await sortedCase(3600);
    const packetId = await exportCase(client, caseId);
    const [packet] = await client.packets.list({ caseId });
    expect(packet?.orderNumbers).toEqual(orders);
    clock.pass(HOUR);
    const record = (id: string) =>
      client.submissions.record({
        caseId,
        packetId: id,
        submittedAt: clock.now(),
        platformNumber: 'SS-1',
        spends: [...orders],
      });
    await record(packetId);
    const states = async () =>
      new Set((await client.attempts.list({ caseId })).map((attempt) => attempt.state));
    expect(await states()).toEqual(new Set(['spent']));
    const { items: waiting } = await client.deadlines.list({ caseId });
    expect(waiting.map((clockOf) => clockOf.owner)).toEqual(['theirs']);
    await expect(
      client.cases.create({ storeId, scenarioId: FLAGGED_ORDERS, orderNumbers: orders.slice(0, 1) }),
    ).rejects.toMatchObject({ code: 'DUPLICATE_CASE' });

    clock.pass(24 * HOUR);
    const returnedAt = clock.now();
    await client.decisions.record({
      caseId,
      outcome: 'returned',
      decidedAt: returnedAt,
      reason: '签收底单不清晰',
    });
    expect(await states()).toEqual(new Set(['held']));
    expect((await client.deadlines.list({ caseId })).items).toMatchObject([
      { owner: 'mine', startedAt: returnedAt, dueAt: returnedAt + 72 * HOUR },
    ]);
    // In the very minute of the return: times are written down to the minute.
    await record(await exportCase(client, caseId));
    expect(await client.cases.get({ caseId })).toMatchObject({
      record: { stage: 'submitted' },
      nextAct: { step: 'decision', code: 'wait' },
    });
    clock.pass(48 * HOUR);
    await client.decisions.record({
      caseId,
      outcome: 'rejected',
      decidedAt: clock.now(),
      reason: '凭证不足',
    });
    expect(await states()).toEqual(new Set(['spent']));
    expect((await client.deadlines.list({ caseId })).items.filter((each) => each.owner === 'mine')).toEqual(
      [],
    );
    expect((await client.submissions.list({ caseId })).map((submission) => submission.round)).toEqual([1, 2]);
  });

  it('recorded as filed by mistake, it is free again and its time runs on to the same end', async () => {
    const { client, clock } = desk;
    const { caseId, orders } = await sortedCase(3650);
    const mine = async () =>
      (await client.deadlines.list({ caseId })).items.filter((each) => each.owner === 'mine');
    const [running] = await mine();
    const record = async () =>
      (
        await client.submissions.record({
          caseId,
          packetId: await exportCase(client, caseId),
          submittedAt: clock.now(),
          platformNumber: '',
          spends: [...orders],
        })
      ).id;
    clock.pass(HOUR);
    const mistaken = await record();
    expect(await mine()).toEqual([]);
    clock.pass(HOUR);
    await client.submissions.correct({ submissionId: mistaken, reason: '点错了，平台上没交' });
    expect(await mine()).toEqual([running]);

    // So does the time to supplement, and not the one of the notice that is over.
    clock.pass(HOUR);
    await record();
    clock.pass(HOUR);
    await client.decisions.record({
      caseId,
      outcome: 'returned',
      decidedAt: clock.now(),
      reason: '补底单',
    });
    const supplement = await mine();
    expect(supplement).toMatchObject([{ dueAt: clock.now() + 72 * HOUR }]);
    clock.pass(HOUR);
    const again = await record();
    clock.pass(HOUR);
    await client.submissions.correct({ submissionId: again, reason: '补交没有成功' });
    expect(await mine()).toEqual(supplement);
  });

  it('spent by somebody else before, it stops the material and says so before any work is lost', async () => {
    const { client, clock, files } = desk;
    const orders = flaggedNumbers(2, 3700);
    const storeId = await noticeStore(client, '材料 3700');
    const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
    await client.attempts.enterPrior({
      storeId,
      scenarioId: FLAGGED_ORDERS,
      orderNumbers: orders,
      state: 'spent',
      caseId,
      madeBy: '前一家代运营',
      madeAt: clock.now() - 20 * HOUR,
      sentText: '都是真实订单。',
      platformNumber: 'SS-0',
      result: '凭证不全，不通过',
    });
    const itemIds = await proveOrders(client, files, caseId, orders);
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' });
    await stateFact(client, caseId, itemIds[0] ?? '', '两笔订单都有签收记录。');
    expect((await findings(caseId)).filter((finding) => finding.startsWith('stop:'))).toEqual([
      'stop:chance-spent',
    ]);
    expect((await client.cases.get({ caseId })).nextAct).toMatchObject({
      step: 'decision',
      code: 'chance-gone',
    });
    await expect(client.packets.export({ caseId, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { params: { reason: 'chance-spent' } },
    });
  });

  it('unknown for all its orders, it is settled for all by one look in the back office', async () => {
    const { client, clock } = desk;
    const orders = flaggedNumbers(3, 3800);
    const storeId = await noticeStore(client, '材料 3800');
    const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
    await client.attempts.enterPrior({
      storeId,
      scenarioId: FLAGGED_ORDERS,
      orderNumbers: orders,
      state: 'unknown',
      caseId,
    });
    const unknown = (await client.attempts.list({ caseId })).filter((each) => each.state === 'unknown');
    expect(unknown).toHaveLength(3);
    await client.attempts.settle({
      attemptId: unknown[0]?.id ?? '',
      state: 'left',
      note: '后台看过，入口还开着',
    });
    expect((await client.attempts.list({ caseId })).map((each) => each.state).sort()).toEqual([
      'held',
      'held',
      'held',
      'left',
      'left',
      'left',
    ]);
  });
});
