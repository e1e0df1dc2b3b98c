import { describe, expect, it } from 'vitest';
import {
  exportCase,
  file,
  importRows,
  MALICIOUS_ORDER,
  newStore,
  orderNumbers,
  prepareCase,
  takeIn,
} from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { putFile, screenshot } from '../../helpers/files.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const ANSWER = '亲，系统判定的，\n以页面为准哦。 ';

/** A case with one contact in it that has an answer. */
async function answered(name: string, start: number) {
  const { client, clock } = desk;
  const storeId = await noticeStore(client, name);
  const caseId = await openFromNotice(client, storeId, flaggedNumbers(2, start), { issuedAt: clock.now() });
  const fields = {
    channel: 'ticket' as const,
    withWhom: '客服 07 号',
    contactedAt: Date.parse('2026-11-12T20:14:00+08:00'),
    ticketNumber: 'T-88',
    asked: '依据哪条规则？',
    answer: ANSWER,
  };
  return { caseId, fields, contact: await client.contacts.record({ caseId, ...fields }) };
}

describe('what was said with the platform is kept in its case', () => {
  it('newest first, with its screenshot among the exhibits', async () => {
    const { client, files } = desk;
    const { caseId, contact } = await answered('记录的店', 900);
    const [itemId = ''] = await takeIn(client, [
      await putFile(files, 'chat.png', await screenshot(901, 30, 30)),
    ]);
    const later = await client.contacts.record({
      caseId,
      channel: 'phone',
      contactedAt: contact.contactedAt + HOUR,
      itemId,
    });
    expect((await client.contacts.list({ caseId })).map(({ id }) => id)).toEqual([later.id, contact.id]);
    expect((await client.evidence.exhibits({ caseId })).map((each) => each.itemId)).toEqual([itemId]);
    expect(later).toMatchObject({ answer: '', answerItemId: null });
    await expect(client.contacts.exhibit({ contactId: later.id, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'NOT_READY',
      data: { params: { reason: 'no-answer' } },
    });
  });

  it('an answer becomes one exhibit with a number, word for word, and a fact can cite it', async () => {
    const { client } = desk;
    const { caseId, contact } = await answered('答复的店', 910);
    const item = await client.contacts.exhibit({ contactId: contact.id, language: 'zh-CN' });
    expect(item).toMatchObject({ kind: 'text', label: '平台答复 2026-11-12 20.14' });
    expect(await client.contacts.exhibit({ contactId: contact.id, language: 'zh-CN' })).toMatchObject({
      id: item.id,
    });
    const exhibits = await client.evidence.exhibits({ caseId });
    expect(exhibits.map(({ itemId, exhibitNumber }) => [itemId, exhibitNumber])).toEqual([[item.id, 1]]);
    expect((await client.contacts.list({ caseId }))[0]?.answerItemId).toBe(item.id);
    const { citations } = await client.facts.create({
      caseId,
      text: '平台客服答复以页面为准。',
      happened: '2026-11-12',
      citations: [{ itemId: item.id }],
    });
    expect(citations[0]?.itemId).toBe(item.id);
  });

  it('a corrected answer is no longer what the exhibit says, and the exhibit stays', async () => {
    const { client } = desk;
    const { caseId, contact, fields } = await answered('更正的店', 920);
    const first = await client.contacts.exhibit({ contactId: contact.id, language: 'zh-CN' });
    const same = await client.contacts.correct({ contactId: contact.id, ...fields });
    expect(same.answerItemId).toBe(first.id);
    const other = await client.contacts.correct({ contactId: contact.id, ...fields, answer: '另一句话' });
    expect(other.answerItemId).toBeNull();
    const second = await client.contacts.exhibit({ contactId: contact.id, language: 'zh-CN' });
    expect((await client.evidence.exhibits({ caseId })).map(({ itemId }) => itemId)).toEqual([
      first.id,
      second.id,
    ]);
  });
});

describe('what a case is about in money stands beside the ways to go on', () => {
  it('by currency, and says of how many orders no amount is known', async () => {
    const { client, files } = desk;
    const storeId = await newStore(client, '看金额的店');
    const [first = '', second = '', third = ''] = orderNumbers(3, 960);
    await importRows(client, files, storeId, [
      { orderNumber: first, amount: '12.50' },
      { orderNumber: second, amount: '30.00' },
    ]);
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [first, second, third],
    });
    expect((await client.cases.routes({ caseId })).stake).toEqual({
      orders: 3,
      amounts: [{ currency: 'USD', minor: 4250 }],
      withoutAmount: 1,
      held: [],
      shop: false,
    });
  });

  it('with what the notice holds, and that it takes the shop itself', async () => {
    const { client } = desk;
    const storeId = await noticeStore(client, '被押钱的店');
    const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 970));
    const line = { points: null, from: null, until: null, endedBy: '' };
    const held = (minor: number) => ({ kind: 'money-held' as const, money: { minor, currency: 'CNY' } });
    const stake = async () => (await client.cases.routes({ caseId })).stake;
    await client.notices.save({
      caseId,
      penalties: [
        { ...line, ...held(300_000) },
        { ...line, ...held(50_000) },
      ],
    });
    expect(await stake()).toMatchObject({ held: [{ currency: 'CNY', minor: 350_000 }], shop: false });
    await client.notices.save({ caseId, penalties: [{ ...line, kind: 'account-frozen', money: null }] });
    expect(await stake()).toMatchObject({ held: [], shop: true });
  });
});

describe('the script to send is filled with the case', () => {
  it('with the orders of the notice, the rule it cites, and when the first own clock ends, with its zone', async () => {
    const { client } = desk;
    const storeId = await noticeStore(client, '问客服的店');
    const numbers = flaggedNumbers(2, 930);
    const caseId = await openFromNotice(client, storeId, numbers, {
      pageDeadline: Date.parse('2027-03-01T18:30:00+08:00'),
    });
    await client.notices.save({ caseId, ruleCited: '《虚假交易实施细则》第二条' });
    const { routes, isNext } = await client.cases.routes({ caseId });
    expect(isNext).toBe(false);
    const [first] = routes;
    expect(first).toMatchObject({ by: 'support', turn: 'first' });
    for (const number of numbers) expect(first?.script?.zh).toContain(number);
    expect(first?.script?.zh).toContain('通知写的是“《虚假交易实施细则》第二条”');
    expect(first?.script?.en).toContain('2027-03-01 18:30 UTC+08:00');
  });

  it('without the orders that the seller takes for violations, and with no guess at what nobody said', async () => {
    const { client } = desk;
    const storeId = await noticeStore(client, '内部分类的店');
    const [kept = '', own = ''] = flaggedNumbers(2, 940);
    const caseId = await openFromNotice(client, storeId, [kept, own]);
    await client.cases.sortOrders({ caseId, orderNumbers: [own], class: 'admitted' });
    const script = (await client.cases.routes({ caseId })).routes[0]?.script?.zh ?? '';
    expect(script).toContain(kept);
    expect(script).not.toContain(own);
    expect(script).toContain('依据哪条规则。材料最晚什么时候交？');
  });

  it('after a rejected report: to support, with what came in since it was filed, and no second report', async () => {
    const { client, clock, files } = desk;
    const storeId = await newStore(client, '被驳回的店');
    const prepared = await prepareCase(client, files, {
      storeId,
      orders: orderNumbers(2, 700),
      scenarioId: MALICIOUS_ORDER,
      seed: 77,
    });
    const { caseId, orders } = prepared;
    const packetId = await exportCase(client, caseId);
    const submissionId = await file(client, prepared, packetId, clock.now());
    clock.pass(HOUR);
    await client.decisions.record({
      caseId,
      submissionId,
      outcome: 'rejected',
      decidedAt: clock.now(),
      reason: '证据不足',
    });
    const before = await client.cases.routes({ caseId });
    expect(before.isNext).toBe(true);
    expect(before.routes.map(({ id }) => id)).toEqual(['ask-support-again', 'ask-why', 'answer-the-dispute']);
    expect(before.routes[0]?.script?.zh).toMatch(/这次新增的材料是：……$/);
    const question = before.routes[0]?.open[0]?.id ?? '';
    await client.cases.answer({ caseId, factId: question, value: true });
    const [itemId = ''] = await takeIn(
      client,
      [await putFile(files, '同行账号.png', await screenshot(771, 31, 33))],
      caseId,
    );
    await client.evidence.describe({ itemId, label: '同行账号的截图' });
    const [chat = ''] = await takeIn(
      client,
      [await putFile(files, '客服聊天.png', await screenshot(772, 32, 33))],
      caseId,
    );
    const { id: contactId } = await client.contacts.record({
      caseId,
      channel: 'support-chat',
      contactedAt: clock.now(),
      answer: ANSWER,
      itemId: chat,
    });
    await client.contacts.exhibit({ contactId, language: 'zh-CN' });
    const { routes } = await client.cases.routes({ caseId });
    expect(routes.map(({ id }) => id)).toEqual(['ask-support-again', 'answer-the-dispute']);
    const script = routes[0]?.script?.zh ?? '';
    for (const number of orders) expect(script).toContain(number);
    expect(script).toContain('答复写的是“证据不足”');
    expect(script).toMatch(/这次新增的材料是：同行账号的截图$/);
  });
});
