import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { MALICIOUS_ORDER, MALICIOUS_REVIEW, orderNumbers } from '../helpers/case.ts';
import { answerQuestion, changeAnswer, expectWord } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';

const COMPETITION = '有没有迹象说明买家是同行，或者在替同行做事？';
const ACCOUNT = '凭证能不能看出这个买家账号的一贯做法，而不只是这一笔订单？';
const GENUINE = '这条差评是不是正常买家收到货后按自己的感受写的？';
const HINT = '有迹象，但拿不出凭证';

const desk = onePreparedDesk({ language: 'zh-CN', theme: 'system' });

/** Shows the check of a new case of two orders, from the given place on. */
async function openCheck(scenarioId: string, from: number): Promise<void> {
  const { id } = await desk.client.cases.create({
    storeId: desk.storeId,
    scenarioId,
    orderNumbers: orderNumbers(40).slice(from, from + 2),
  });
  await desk.showCase(id, 'check');
}

const THEN = {
  eligible: 'prepare-material',
  weak: 'strengthen',
  'not-eligible': 'do-not-file',
  'fact-missing': 'answer-question',
} as const;

/** The one line of the card: the word, and what to do about it. */
async function expectLine(
  word: keyof typeof THEN,
  act: string,
  then: (typeof THEN)[keyof typeof THEN] = THEN[word],
): Promise<void> {
  const { page, t } = desk;
  await expectWord(desk, word);
  const line = sectionNamed(page, t('cases:check.title')).getByRole('status');
  await line.getByText(t(`cases:check.then.${then}`, { act }), { exact: true }).waitFor();
}

/** What stands against it or is still open, under its own words. */
const entry = (title: 'against' | 'open', says: string): Locator =>
  sectionNamed(desk.page, desk.t(`cases:check.${title}`))
    .getByRole('listitem')
    .filter({ hasText: says });

/** The rule as the card rests on it: in its source's words, with source, date and the day it was looked up. */
async function expectRule(ruleId: string, words: string): Promise<void> {
  const { page, t } = desk;
  const quote = sectionNamed(page, t('cases:check.rules'))
    .getByRole('figure')
    .filter({ has: page.getByRole('link', { name: ruleId, exact: true }) });
  const [said, origin] = [quote.locator('blockquote'), quote.locator('figcaption')];
  await expect.poll(() => said.innerText()).toBe(t('ui:quoted', { words }));
  const caption = await origin.innerText();
  expect(caption).toContain(`${ruleId} · 速卖通卖家文章汇编（二手，未注明日期） · ${t('ui:undated')} · `);
  for (const part of [t('ui:secondHand'), t('cases:rule.verified', { date: '2026-11-22' })])
    expect(caption).toContain(part);
}

describe('the check says in one line whether to file, and why', () => {
  test('what is missing is asked first; an answer that would change it changes it, as far as "file it"', async () => {
    const { page, t } = desk;
    await openCheck(MALICIOUS_ORDER, 0);

    await expectLine('fact-missing', COMPETITION);
    // What nobody knows yet is not said as a fact.
    await entry('open', t('cases:check.proof.openText', { says: '看不出恶意竞争，一般举报不成立。' }))
      .getByText(t('cases:check.changes.ifSo', { question: COMPETITION, answer: HINT }))
      .waitFor();
    await expectRule('S1-16', '若非恶意竞争则一般举报不成立');
    await desk.shot('70-fact-missing');

    await answerQuestion(desk, COMPETITION, '没有迹象');
    await expectLine('not-eligible', '先别提交。没付款的订单等系统关闭就好，留意是否再有同类订单。');
    const against = entry('against', '看不出恶意竞争，一般举报不成立。');
    const change = t('cases:check.changes.ifSo', { question: COMPETITION, answer: HINT });
    await against.getByText(change, { exact: true }).waitFor();
    await against.getByRole('link', { name: 'S1-16', exact: true }).waitFor();
    await expectRule('S1-16', '若非恶意竞争则一般举报不成立');
    // The line, then the rules and what would change it: all of it without leaving the step.
    await page.getByRole('link', { name: t('cases:check.notFile') }).waitFor();
    await desk.shot('71-not-eligible');

    // Exactly the answer that it names: nothing stands against it any more.
    await answerQuestion(desk, COMPETITION, HINT);
    await against.waitFor({ state: 'detached' });
    await expectLine(
      'weak',
      '找能把买家和同行连起来的凭证：相同的收件信息、聊天里自己说的话、短时间内成批的账号。',
    );
    const weak = entry('against', '有同行的迹象，但没有凭证能让人看出来。');
    await weak
      .getByText(t('cases:check.changes.ifSo', { question: COMPETITION, answer: '有，凭证上看得出来' }), {
        exact: true,
      })
      .waitFor();
    await expectRule('S1-15', '比如同行注册买家账号去同行店铺大量拍产品恶意竞争');
    await desk.shot('72-weak');

    await answerQuestion(desk, COMPETITION, '有，凭证上看得出来');
    await weak.waitFor({ state: 'detached' });
    await expectLine('weak', ACCOUNT, 'answer-question');
    await answerQuestion(desk, ACCOUNT, t('cases:check.answer.yes'));
    await expectLine('eligible', '可以准备材料：按账号把订单排好，提交前核对订单没有举报过。');
    await sectionNamed(page, t('cases:check.open')).waitFor({ state: 'detached' });
    await expect.poll(() => sectionNamed(page, t('cases:check.against')).count()).toBe(0);
    await expectRule('S1-14', '恶拍下单:主要是针对账号维度进行排查');
    await desk.shot('73-eligible');

    // How the word came about, opened by keys: what passed, by which answer, by which rule.
    const tree = page.locator('.proof-tree');
    const opener = tree.locator('summary').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const says = t('cases:check.proof.passedText', { says: '看不出恶意竞争，一般举报不成立。' });
    const branch = tree.getByRole('listitem').filter({ hasText: says });
    await branch.locator('summary').focus();
    await page.keyboard.press('Enter');
    await branch.getByText(`${COMPETITION} → 有，凭证上看得出来`, { exact: true }).waitFor();
    const words = t('ui:quoted', { words: '若非恶意竞争则一般举报不成立' });
    await branch.getByRole('figure').getByText(words, { exact: true }).waitFor();
    expect(await findings(desk, 'proof-tree', { part: '.proof-tree' })).toEqual([]);
    await desk.shot('73-proof-tree');
  });

  test('a bad review of a genuine purchase is not to be filed, with the rule that says so', async () => {
    const { page, t } = desk;
    await openCheck(MALICIOUS_REVIEW, 2);
    await answerQuestion(desk, GENUINE, t('cases:check.answer.yes'));
    await expectLine(
      'not-eligible',
      '不建议提交。把评价回复写好，真有质量问题就去解决，机会留给真正的恶意评价。',
    );
    await expectRule('S1-18', '评价是买家的一种主观感受,正常的交易即使买家给差评也是无法举报成立的');
    const against = entry('against', '这是正常交易的差评，属于买家的主观感受，举报不成立。');
    const change = t('cases:check.changes.alone', { question: GENUINE, answer: t('cases:check.answer.no') });
    await against.getByText(change, { exact: true }).waitFor();
    await desk.shot('74-genuine-review');

    // Seen again another day, the answer stands under what was answered, and can still be changed there.
    await page.reload();
    await expectWord(desk, 'not-eligible');
    await changeAnswer(desk, GENUINE, t('cases:check.answer.no'));
    await expectWord(desk, 'weak');
    await against.waitFor({ state: 'detached' });

    await entry('open', '看不出是同行在刷差评。').getByRole('link', { name: 'S1-17', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: /^S1-17 / }).waitFor();
  });
});

describe('what is on record is not asked', () => {
  test('the card says from which day it counts, and that an answer does not agree with it', async () => {
    const { page, t } = desk;
    const { id: caseId } = await desk.client.cases.create({
      ...{ storeId: desk.storeId, scenarioId: 'aliexpress.dispute-appeal.lost-dispute' },
      orderNumbers: orderNumbers(40).slice(20, 21),
      answers: { 'days-since-closed': 3 },
    });
    const happenedAt = Date.now() - 60 * 24 * 3_600_000;
    await desk.client.events.save({ caseId, event: 'dispute-closed', happenedAt });
    await desk.showCase(caseId, 'check');
    await expectWord(desk, 'not-eligible');
    const told = sectionNamed(page, t('cases:check.answered'));
    const differs = t('cases:check.since.differs', { given: 3 });
    await expect.poll(() => told.locator('.question-ground').innerText()).toContain(differs);
    await expect.poll(() => told.locator('.question-ground').innerText()).toContain('已过 60 天');
    await expect.poll(() => told.getByRole('spinbutton').count()).toBe(0);
    expect(await findings(desk, 'known-by-itself', { part: 'main' })).toEqual([]);
    await desk.shot('74-known-by-itself');
  });

  test('time that runs is taken as it runs, and a page that is closed before is believed', async () => {
    const { page, t } = desk;
    const { id: caseId } = await desk.client.cases.create({
      ...{ storeId: desk.storeId, scenarioId: 'aliexpress.dispute.quality' },
      orderNumbers: orderNumbers(40).slice(21, 22),
    });
    const happenedAt = Date.now() - 3_600_000;
    await desk.client.events.save({ caseId, event: 'dispute-opened', happenedAt });
    await desk.showCase(caseId, 'check');
    const told = sectionNamed(page, t('cases:check.answered'));
    await told.locator('.question-ground').waitFor();
    await desk.shot('75-time-runs');
    await told.getByRole('button', { name: t('cases:check.clock.isClosed') }).click();
    await expectWord(desk, 'not-eligible');
    await told.getByRole('radio', { name: t('cases:check.answer.no') }).waitFor();
    await expect.poll(() => told.locator('.question-ground').innerText()).toContain('按你的算');
    await desk.shot('76-closed-before-its-time');
  });
});
