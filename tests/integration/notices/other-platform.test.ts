import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCase, takeIn } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import { stateFact } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';
import { readMaterial } from '../../helpers/packet-folder.ts';
import { squeeze } from '../../helpers/pdf.ts';

const SCENE = 'general.fake-transaction.flagged-orders';
const OFFLINE = 'general.fake-transaction.offline-to-online';
const CLAIM = '这两笔订单的商品和物流都拿得出来，是真实交易。';
const PLAN = '从本月起每单发货前核对单号，当天归档。';
/** Whatever the platform may be called: two of what an order must show, and what its page may not ask for. */
const PAPERS = { 'item-detail': '商品详情', logistics: '物流信息' };
const MAYBE = ['buyer-info', 'chat-log'];

const desk = oneDesk();
let cases = 0;
let pictures = 0;

/** A shop on a platform that no rulebook names, and a case of what its notice flags. */
async function pastedCase(scenarioId = SCENE) {
  const { client } = desk;
  const place = (cases += 1);
  const { id: storeId } = await client.stores.create({
    platform: 'general',
    name: `别家平台 ${place}`,
    exportZone: 'Asia/Shanghai',
  });
  const orders = [1, 2, 3].map((order) => `230815-7766889${place}00${order}`);
  const text = `【虚假交易处罚】以下订单存在虚假交易：${orders.join('、')}。\n处罚编号 CF-8812，客服 400-800-1234`;
  const reading = await client.notices.read({ storeId, text });
  const { id: caseId } = await client.cases.create({
    storeId,
    scenarioId,
    orderNumbers: reading.orderNumbers.map((found) => found.orderNumber),
    notice: { text },
  });
  return { storeId, caseId, orders, reading };
}

/** Takes in what there is for each order by the names of its files, and says what the page does not ask for. */
async function prove(caseId: string, orderNumbers: readonly string[]): Promise<string[]> {
  const { client, files } = desk;
  const named = orderNumbers.flatMap((orderNumber) =>
    Object.entries(PAPERS).map(([requirementId, word]) => ({
      orderNumber,
      requirementId,
      fileName: `${orderNumber} ${word}.png`,
    })),
  );
  const paths: string[] = [];
  for (const { fileName } of named)
    paths.push(await putFile(files, fileName, await screenshot(5000 + (pictures += 1), 60, 45)));
  const itemIds = await takeIn(client, paths, caseId);
  const proposals = await client.requirements.proposals({ caseId });
  expect(proposals).toEqual(named.map((each, place) => ({ ...each, itemId: itemIds[place] })));
  await client.requirements.acceptProposals({
    caseId,
    proposals: proposals.map(({ itemId, orderNumber, requirementId }) => ({
      itemId,
      orderNumber,
      requirementId,
    })),
  });
  for (const requirementId of MAYBE)
    await client.requirements.notAsked({
      caseId,
      requirementId,
      orderNumbers: [...orderNumbers],
      notAsked: true,
    });
  return itemIds;
}

/** Answers everything the check asks with what lets it pass. */
async function answerAll(caseId: string): Promise<string[]> {
  const { client } = desk;
  const asked = (await client.cases.verdict({ caseId })).questions.map((question) => question.id);
  for (const factId of asked) await client.cases.answer({ caseId, factId, value: true });
  return asked;
}

const findings = async (caseId: string) =>
  (await desk.client.packets.readiness({ caseId, language: 'zh-CN' })).map(
    ({ code, weight }) => `${weight}:${code}`,
  );

/** A case whose material can be exported: two orders proven, the third admitted among ourselves. */
async function readyCase() {
  const { client } = desk;
  const opened = await pastedCase();
  const { caseId, orders } = opened;
  const genuine = orders.slice(0, 2);
  const itemIds = await prove(caseId, genuine);
  await client.cases.sortOrders({ caseId, orderNumbers: genuine, class: 'documented-genuine' });
  await client.cases.sortOrders({ caseId, orderNumbers: orders.slice(2), class: 'admitted' });
  await answerAll(caseId);
  await stateFact(client, caseId, itemIds[0] ?? '', CLAIM);
  return { ...opened, genuine, admitted: orders[2] ?? '' };
}

describe('a notice of a platform that no rulebook names', { timeout: 90_000 }, () => {
  it('gives its order numbers and nothing else, whatever they look like', async () => {
    const { orders, reading } = await pastedCase();
    expect(reading.orderNumbers.map((found) => found.orderNumber)).toEqual(orders);
    expect(reading.otherNumbers.map((found) => found.text)).toContain('400-800-1234');
  });

  it('is checked by what the article says, and the check asks only what nobody can read off the case', async () => {
    const { client } = desk;
    const { caseId, orders } = await pastedCase();
    const verdict = await client.cases.verdict({ caseId });
    expect(verdict.word).toBe('fact-missing');
    expect(verdict.questions.map((question) => question.id)).toEqual([
      'window-still-open',
      'basis-known',
      'logistics-agree',
    ]);
    // Every rule it rests on is second-hand, and says so.
    expect(verdict.rules.map((rule) => rule.secondHand)).not.toContain(false);
    expect(await answerAll(caseId)).toEqual(['window-still-open', 'basis-known', 'logistics-agree']);
    // As long as orders are not sorted, nobody can say that there is nothing to contest.
    const unsorted = await client.cases.verdict({ caseId });
    expect(unsorted).toMatchObject({ word: 'fact-missing', nextAct: { checkId: 'all-sorted' } });
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'cannot-be-proven' });
    const unproven = await client.cases.verdict({ caseId });
    expect(unproven.word).toBe('not-eligible');
    expect(unproven.why.map((each) => each.checkId)).toContain('something-to-contest');
    await prove(caseId, orders);
    await client.cases.sortOrders({ caseId, orderNumbers: orders, class: 'documented-genuine' });
    expect((await client.cases.verdict({ caseId })).word).toBe('eligible');
    await client.cases.answer({ caseId, factId: 'logistics-agree', value: false });
    expect((await client.cases.verdict({ caseId })).word).toBe('weak');
    await client.cases.answer({ caseId, factId: 'window-still-open', value: false });
    expect((await client.cases.verdict({ caseId })).word).toBe('not-eligible');
  });

  it('asks of each order what the article lists, a delivery record in place of a parcel', async () => {
    const { client } = desk;
    const { caseId, orders } = await pastedCase();
    const [first = ''] = orders;
    const { requirements, orders: covered } = await client.requirements.coverage({ caseId });
    expect(requirements.filter((each) => each.per === 'order').map((each) => each.id)).toEqual([
      'item-detail',
      'buyer-info',
      'chat-log',
      'logistics',
      'delivery-record',
    ]);
    expect(covered.map(({ orderNumber, met, total }) => [orderNumber, met, total])).toEqual(
      orders.map((number) => [number, 0, 4]),
    );
    await expect(
      client.cases.sortOrders({ caseId, orderNumbers: [first], class: 'documented-genuine' }),
    ).rejects.toMatchObject({ code: 'NOT_READY' });
    const [item = '', record = ''] = await takeIn(
      client,
      [
        await putFile(desk.files, '快照.png', await screenshot(5900, 60, 45)),
        await putFile(desk.files, '自提登记.png', await screenshot(5901, 60, 45)),
      ],
      caseId,
    );
    const meet = (requirementId: string, itemId: string) =>
      client.requirements.meet({ caseId, requirementId, orderNumbers: [first], itemIds: [itemId] });
    await meet('item-detail', item);
    await meet('delivery-record', record);
    for (const requirementId of MAYBE)
      await client.requirements.notAsked({ caseId, requirementId, orderNumbers: [first], notAsked: true });
    await client.cases.sortOrders({ caseId, orderNumbers: [first], class: 'documented-genuine' });
    const [sorted] = await client.cases.orders({ caseId });
    expect(sorted?.class).toBe('documented-genuine');
  });

  it('proves a deal made offline by the papers that the article names', async () => {
    const { client } = desk;
    const { caseId } = await pastedCase(OFFLINE);
    const { requirements } = await client.requirements.coverage({ caseId });
    expect(requirements.map((each) => each.id)).toEqual(expect.arrayContaining(['contract', 'invoice']));
    expect((await client.cases.verdict({ caseId })).questions.map((question) => question.id)).toContain(
      'offline-papers-agree',
    );
  });

  it('runs no clock of ours: only the end that its page shows counts', async () => {
    const { client, clock } = desk;
    const { caseId } = await pastedCase();
    const clocks = async () => (await client.deadlines.list({ caseId })).items;
    expect((await client.cases.get({ caseId })).nextAct).toMatchObject({ step: 'notice', code: 'give-time' });
    await client.notices.save({ caseId, issuedAt: clock.now() - HOUR });
    expect(await clocks()).toEqual([]);
    // Nothing more can be known of the time: it is not asked for again and again.
    expect((await client.cases.get({ caseId })).nextAct).toMatchObject({ code: 'prove-orders' });
    const pageDeadline = clock.now() + 50 * HOUR;
    await client.notices.save({ caseId, pageDeadline, pageReadAt: clock.now() });
    expect(await clocks()).toMatchObject([{ owner: 'mine', dueAt: pageDeadline }]);
    expect((await client.cases.get({ caseId })).nextAct).toMatchObject({
      step: 'evidence',
      code: 'prove-orders',
    });
  });
});

describe('the material for it', { timeout: 90_000 }, () => {
  it('holds the proven orders, their files and the texts to copy, and no trace of the admitted one', async () => {
    const { client, folder } = desk;
    const { caseId, genuine, admitted } = await readyCase();
    expect((await findings(caseId)).filter((each) => each.startsWith('stop:'))).toEqual([]);
    // Nothing is known of the form's limits: that is said, and nothing is measured against a made-up figure.
    expect(await findings(caseId)).toContain('know:limit-unknown');
    expect(await findings(caseId)).not.toContain('look:limit-broken');
    expect(await findings(caseId)).toContain('look:plan-missing');
    const plan = await client.drafting.get({ caseId, document: 'plan', language: 'zh-CN' });
    await client.drafting.save({
      caseId,
      document: 'plan',
      language: 'zh-CN',
      baseVersion: plan.version,
      title: plan.title,
      sections: plan.sections.map(({ heading }) => ({
        heading,
        paragraphs: [{ sentences: [{ text: PLAN, factIds: [] }] }],
      })),
    });
    await exportCase(client, caseId);
    const [packet] = await client.packets.list({ caseId });
    expect(packet?.orderNumbers).toEqual(genuine);
    const text = (fieldId: string) => packet?.fields.find((field) => field.fieldId === fieldId)?.text ?? '';
    expect(text('order-number')).toBe(genuine.join('\n'));
    expect(text('statement')).toContain(CLAIM);
    expect(text('plan')).toContain(PLAN);
    const material = await readMaterial(join(folder, 'exports', ...(packet?.folder ?? '').split('/')));
    for (const number of genuine) {
      const own = material.paths.filter(
        (path) => path.startsWith('上传包/') && path.includes(`订单${number}/`),
      );
      expect(own.sort().map((path) => path.split('/').at(-1))).toEqual([
        `001_${number} 商品详情.png`,
        `001_${number} 物流信息.png`,
      ]);
      expect(material.pdf).toContain(number);
    }
    for (const each of [CLAIM, PLAN, '其他平台（通用）', '证据4', '逐单凭证'])
      expect(material.pdf).toContain(squeeze(each));
    for (const each of [admitted, '确有违规', 'CF-8812']) expect(material.names(each), each).toBe(false);
  });

  it('is filed, returned for more, filed again and rejected, with no clock but those a page shows', async () => {
    const { client, clock } = desk;
    const { caseId, genuine } = await readyCase();
    const clocks = async () =>
      (await client.deadlines.list({ caseId })).items.map(({ owner, dueAt }) => ({ owner, dueAt }));
    const fileIt = async () =>
      await client.submissions.record({
        caseId,
        packetId: await exportCase(client, caseId),
        submittedAt: clock.now(),
        platformNumber: 'SS-9',
        spends: genuine,
      });
    clock.pass(HOUR);
    await fileIt();
    expect(await clocks()).toEqual([]);
    const pageDeadline = clock.now() + 30 * HOUR;
    await client.decisions.record({
      caseId,
      outcome: 'returned',
      decidedAt: clock.now(),
      reason: '补物流',
      pageDeadline,
    });
    expect(await clocks()).toEqual([{ owner: 'mine', dueAt: pageDeadline }]);
    clock.pass(HOUR);
    await fileIt();
    clock.pass(HOUR);
    await client.decisions.record({
      caseId,
      outcome: 'rejected',
      decidedAt: clock.now(),
      reason: '申诉失败，凭证不足',
    });
    expect(await clocks()).toEqual([]);
    expect((await client.decisions.list({ caseId })).map((each) => each.outcome)).toEqual([
      'returned',
      'rejected',
    ]);
    const [after] = await client.followThrough.list({ caseId });
    expect(after?.text.zh).toContain('先问官方客服没通过的具体原因');
  });
});

describe('how many chances there are, nobody knows', { timeout: 90_000 }, () => {
  it("a rejected appeal does not forbid another one, and the article's one hint is passed on as advice", async () => {
    const { client, clock } = desk;
    const { caseId, storeId, genuine } = await readyCase();
    const { scenario } = await client.rulebook.scenario({ scenarioId: SCENE });
    expect(scenario.chancePer).toBeNull();
    const { advice } = await client.cases.verdict({ caseId });
    expect(advice.map((each) => each.says.zh).join()).toContain('来源没写能申诉几次，就当只有一次来准备');
    clock.pass(HOUR);
    await client.submissions.record({
      caseId,
      packetId: await exportCase(client, caseId),
      submittedAt: clock.now(),
      platformNumber: 'SS-1',
      spends: genuine,
    });
    await client.decisions.record({ caseId, outcome: 'rejected', decidedAt: clock.now(), reason: '不通过' });
    const again = await client.cases.create({ storeId, scenarioId: SCENE, orderNumbers: genuine });
    expect((await client.attempts.list({ caseId: again.id })).map((each) => each.state).sort()).toEqual([
      'held',
      'held',
      'spent',
      'spent',
    ]);
    expect(await findings(again.id)).not.toContain('stop:attempt-spent');
  });
});
