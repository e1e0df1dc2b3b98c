import { describe, expect, it } from 'vitest';
import { HARASSMENT, importRows, newStore } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, noticeText, openFromNotice } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const clocksOf = async (caseId: string) => (await desk.client.deadlines.list({ caseId })).items;

describe('five minutes after a notice came, with nothing else in hand', () => {
  it('its order numbers are found beside the text, and no number that is none', async () => {
    const storeId = await noticeStore(desk.client, '只有通知的店');
    const numbers = flaggedNumbers(3);
    const text = noticeText(numbers);
    const reading = await desk.client.notices.read({ storeId, text });
    expect(reading.orderNumbers.map((found) => found.orderNumber)).toEqual(numbers);
    for (const { orderNumber, start, end, order } of reading.orderNumbers) {
      expect(text.slice(start, end)).toBe(orderNumber);
      expect(order).toBeNull();
    }
    expect(reading.otherNumbers.map((found) => found.text)).toContain('13800000000');
    expect(reading.matterNumbers).toMatchObject([
      { number: 'WG20261112001', label: '违规编号', isOwn: true, start: text.indexOf('WG2026') },
    ]);
  });

  it('an imported order is matched, and one that another case holds is named with that case', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '有订单的店');
    const [known = '', strange = ''] = flaggedNumbers(2, 50);
    await importRows(
      client,
      desk.files,
      storeId,
      [{ orderNumber: known, buyerName: '买家甲' }],
      'taobao.csv',
    );
    const caseId = await openFromNotice(client, storeId, [known], { issuedAt: clock.now() });
    const reading = await client.notices.read({ storeId, text: noticeText([known, strange]) });
    expect(reading.orderNumbers[0]).toMatchObject({ order: { buyerName: '买家甲' }, cases: [{ caseId }] });
    expect(reading.orderNumbers[1]).toMatchObject({ order: null, cases: [] });
  });

  it('the case shows the deadline, the orders and what to ask whom, and says what to do first', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '五分钟的店');
    const numbers = flaggedNumbers(4, 100);
    const issuedAt = clock.now() - 5 * HOUR;
    const caseId = await openFromNotice(client, storeId, numbers, { issuedAt });
    expect(await clocksOf(caseId)).toMatchObject([
      { owner: 'mine', startedAt: issuedAt, dueAt: issuedAt + 72 * HOUR },
    ]);
    expect((await client.cases.orders({ caseId })).map((order) => order.orderNumber)).toEqual(numbers);
    const needs = await client.asks.needs({ caseId });
    expect(needs.map((need) => need.addressee)).toEqual(['own-records', 'courier']);
    for (const { needs: kinds, message } of needs) {
      for (const { orderNumbers } of kinds) expect(orderNumbers).toEqual(numbers);
      for (const number of numbers) expect(message.zh).toContain(number);
    }
    const { nextAct, steps } = await client.cases.get({ caseId });
    expect(nextAct).toEqual({ step: 'evidence', code: 'prove-orders', params: { left: 4 } });
    expect(steps.find((step) => step.step === 'notice')).toMatchObject({ state: 'done' });
    expect((await client.cases.verdict({ caseId })).word).toBe('fact-missing');
  });

  it('takes a request off the list of what is still to be asked only when an answer settles it', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '催资料的店');
    const [first = '', second = ''] = flaggedNumbers(2, 150);
    const caseId = await openFromNotice(client, storeId, [first, second], { issuedAt: clock.now() });
    const courier = async () =>
      (await client.asks.needs({ caseId })).find((need) => need.addressee === 'courier')?.needs ?? [];
    const requirementId = (await courier())[0]?.requirementId ?? '';
    const asked = await client.asks.record({
      caseId,
      addressee: 'courier',
      requirementIds: [requirementId],
      orderNumbers: [first],
      askedAt: clock.now(),
    });
    expect((await courier())[0]).toMatchObject({ orderNumbers: [first, second], askedFor: [first] });
    await client.asks.answer({ askId: asked.id, state: 'refused', note: '超过三个月' });
    expect((await courier())[0]).toMatchObject({ askedFor: [] });
    await client.requirements.unavailable({
      caseId,
      requirementId,
      orderNumbers: [first],
      reason: '快递只留三个月',
    });
    expect((await courier())[0]).toMatchObject({ orderNumbers: [second] });
  });
});

describe('the end that counts is the one the page shows', () => {
  it('lets the countdown on the page win over 72 hours from the notice', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '倒计时的店');
    const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 200), {
      issuedAt: clock.now() - HOUR,
    });
    const pageDeadline = clock.now() + 69 * HOUR + 13 * 60_000;
    await client.notices.save({
      caseId,
      pageWords: '剩2天21小时13分',
      pageReadAt: clock.now(),
      pageDeadline,
    });
    expect(await clocksOf(caseId)).toMatchObject([{ dueAt: pageDeadline }]);
    expect((await client.notices.get({ caseId }))?.pageWords).toBe('剩2天21小时13分');
    await client.notices.save({ caseId, basis: '物流异常' });
    expect(await clocksOf(caseId)).toMatchObject([{ dueAt: pageDeadline }]);
  });

  it('runs no clock while nobody knows when the notice was issued, and asks for it first', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '不知道时间的店');
    const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 250));
    expect(await clocksOf(caseId)).toEqual([]);
    expect((await client.cases.get({ caseId })).nextAct).toMatchObject({ step: 'notice', code: 'give-time' });
    await client.notices.save({ caseId, issuedAt: clock.now() - 2 * HOUR });
    expect(await clocksOf(caseId)).toMatchObject([{ dueAt: clock.now() + 70 * HOUR }]);
  });

  it('says that the time is over once it is, instead of letting a chance be wasted on it', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '过期的店');
    const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 300), {
      issuedAt: clock.now() - 30 * 24 * HOUR,
    });
    await client.cases.answer({ caseId, factId: 'window-still-open', value: true });
    const verdict = await client.cases.verdict({ caseId });
    expect(verdict.word).toBe('not-eligible');
    expect(verdict.rules.map((rule) => rule.ruleId)).toContain('TB-01');
  });

  it('asks for no countdown and no voucher once somebody ended the deadline by hand, unless that is taken back', async () => {
    const { client, clock } = desk;
    const storeId = await noticeStore(client, '不申诉的店');
    const caseId = await openFromNotice(client, storeId, flaggedNumbers(2, 350), {
      pageDeadline: clock.now() + 69 * HOUR,
    });
    const next = async () => (await client.cases.get({ caseId })).nextAct;
    expect(await next()).toMatchObject({ code: 'prove-orders' });
    const [running] = await clocksOf(caseId);
    await client.deadlines.stop({ clockId: running?.id ?? '', reason: '金额太小，不申诉' });
    expect(await next()).toMatchObject({ step: 'decision', code: 'time-ended' });
    await client.journal.undo({});
    expect(await next()).toMatchObject({ code: 'prove-orders' });
  });

  it('refuses a notice in a matter that begins with the seller', async () => {
    const { client } = desk;
    const storeId = await newStore(client, '举报买家的店');
    const { id: caseId } = await client.cases.create({ storeId, scenarioId: HARASSMENT });
    await expect(client.notices.save({ caseId, text: '…' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await client.notices.get({ caseId })).toBeNull();
  });
});
