import { expect } from 'vitest';
import type { Language } from '../../shared/i18n/index.ts';
import { expectWholeReport } from './exported-report.ts';
import { BUYER, chatLog, emptyFile, ORDERS, orderExport, pdfFile, screenshot } from './inputs.ts';
import {
  addTextEvidence,
  answerQuestion,
  dropEvidence,
  expectWord,
  exportMaterial,
  openStep,
  recordDecision,
  recordFact,
  recordSubmission,
  tickEffect,
  tickRequirement,
  writeStatement,
  type SentenceInput,
} from './page-models/case-pages.ts';
import { sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import { answerFirstQuestion, importOrders, openCase } from './page-models/opening-pages.ts';

/** What is typed and looked for in each language; rulebook texts are those of the pack. */
const WORDS: Record<
  Language,
  {
    readonly scene: string;
    readonly competition: string;
    readonly competitionShown: string;
    readonly account: string;
    readonly requirements: readonly [string, string, string];
    readonly facts: readonly [string, string];
    readonly title: string;
    readonly sentences: readonly SentenceInput[];
    readonly effect: string;
    readonly notPromised: string;
  }
> = {
  'zh-CN': {
    scene: '恶拍下单',
    competition: '有没有迹象说明买家是同行，或者在替同行做事？',
    competitionShown: '有，凭证上看得出来',
    account: '凭证能不能看出这个买家账号的一贯做法，而不只是这一笔订单？',
    requirements: ['每笔被拍订单的详情截图', '买家账号的其他订单或取消记录', '买家承认或暗示恶意竞争的聊天'],
    facts: ['同一买家两天内拍下三笔订单，都没有付款。', '买家在聊天里说还会再拍，不会付款。'],
    title: '关于买家连续拍下不付款的举报说明',
    sentences: [
      { text: '买家在两天内连续拍下三笔订单，至今都没有付款。', facts: [1] },
      { text: '买家在聊天里明确说还会再拍、不会付款。', facts: [2] },
    ],
    effect: '该买家造成的不良订单不计入卖家服务等级指标',
    notPromised: '差评不会删除，不用等',
  },
  en: {
    scene: 'Malicious ordering',
    competition: 'Is there any sign that the buyer is a competitor or acts for one?',
    competitionShown: 'Yes, and an exhibit shows it',
    account: "Do your exhibits show how this buyer's account behaves, not just this one order?",
    requirements: [
      "Screenshot of each order's details",
      "The account's other orders or cancellations",
      'Chat in which the buyer admits or implies it',
    ],
    facts: [
      'The same buyer placed three orders within two days and paid none of them.',
      'In the chat the buyer says that more orders will follow and none will be paid.',
    ],
    title: 'Report of orders placed and never paid',
    sentences: [
      { text: 'The buyer placed three orders within two days and has paid for none of them.', facts: [1] },
      { text: 'In the chat the buyer says plainly that more will follow and none will be paid.', facts: [2] },
    ],
    effect: 'Bad orders caused by this buyer are left out of the seller service-level metrics',
    notPromised: 'The reviews stay; do not wait for their removal',
  },
};

/**
 * Takes a case from the first question to the applied result, through the window only. `at` is called at every screen
 * on the way, as a seller would see it.
 */
export async function walkTheCase(
  desk: DeskWindow,
  at: (screen: string) => Promise<void> = desk.shot,
): Promise<void> {
  const { page, t } = desk;
  const words = WORDS[t.language];
  await answerFirstQuestion(desk, t.language === 'en' ? 'Harbour Goods' : '海港百货');
  await importOrders(desk, orderExport(), 4);
  await openCase(desk, { scene: words.scene, buyer: BUYER, orders: ORDERS });

  await openStep(desk, 'notice');
  await page.getByText(t('cases:notice.notNeeded')).waitFor();
  await at('04-notice');

  await openStep(desk, 'check');
  await expectWord(desk, 'fact-missing');
  await at('05-check-open');
  await answerQuestion(desk, words.competition, words.competitionShown);
  await answerQuestion(desk, words.account, t('cases:check.answer.yes'));
  await expectWord(desk, 'eligible');
  await at('05-check');

  await openStep(desk, 'orders');
  await page
    .getByRole('grid', { name: t('cases:orders.title') })
    .getByText(ORDERS[2])
    .waitFor();
  await at('06-orders');

  await openStep(desk, 'evidence');
  await at('07-evidence-empty');
  await dropEvidence(
    desk,
    [await screenshot('orders.png'), chatLog(), pdfFile('history.pdf'), emptyFile('broken.png')],
    3,
  );
  await page.getByText('broken.png').waitFor();
  await addTextEvidence(desk, t.language === 'en' ? 'Ticket' : '工单号', 'CASE-2026-77');
  await tickRequirement(desk, words.requirements[0], 'orders.png');
  await tickRequirement(desk, words.requirements[1], 'history.pdf');
  await tickRequirement(desk, words.requirements[2], 'chat.txt');
  await page.getByText(t('requirements:coverage', { met: 3, total: 3 })).waitFor();
  await at('07-evidence');

  await openStep(desk, 'facts');
  await at('08-facts-empty');
  await recordFact(desk, { text: words.facts[0], happened: '2026-11-16', exhibit: 'orders.png' });
  await recordFact(desk, { text: words.facts[1], happened: '2026-11-17 21:44', exhibit: 'chat.txt' });
  await at('08-facts');

  await openStep(desk, 'statement');
  await writeStatement(desk, words.title, words.sentences);
  await page.getByText(t('drafting:cited.all')).waitFor();
  await page.getByRole('img', { name: t('drafting:preview.page', { page: 1, total: 1 }) }).waitFor();
  await at('09-statement');
  await page.reload();
  await page
    .getByRole('textbox', { name: t('drafting:editor') })
    .getByText(words.sentences[1]?.text ?? '')
    .waitFor();
  await expect.poll(() => page.locator('.citation-chip').count()).toBe(2);

  await openStep(desk, 'packet');
  await at('10-readiness');
  await exportMaterial(desk, 1);
  await at('10-packet');
  const folder = await sectionNamed(page, t('packets:packet', { number: 1 }))
    .locator('.packet-folder')
    .innerText();
  const [first, second, third] = words.requirements;
  await expectWholeReport(folder, t.language, {
    title: words.title,
    sentences: words.sentences.map(({ text }) => text),
    facts: words.facts,
    vouchers: [
      [first, 'orders.png'],
      [second, 'history.pdf'],
      [third, 'chat.txt'],
    ],
    textEvidence: 'CASE-2026-77',
  });

  await openStep(desk, 'submission');
  await recordSubmission(desk, {
    platformNumber: 'R-20261123-1',
    receipt: await screenshot('receipt.png', 700, 420),
    spends: 3,
  });
  const clocks = sectionNamed(page, t('submissions:clocks'));
  await clocks.waitFor();
  await expect.poll(() => clocks.locator('details').count()).toBeGreaterThanOrEqual(2);
  for (const summary of await clocks.locator('summary').all()) await desk.hands.press(summary);
  await at('12-clocks');

  await openStep(desk, 'decision');
  await recordDecision(desk, 'upheld', t.language === 'en' ? 'Report upheld' : '举报成立');
  await at('13-decision');

  await openStep(desk, 'follow-through');
  await page.getByText(words.notPromised).waitFor();
  await tickEffect(desk, words.effect);
  await at('14-follow-through');

  await desk.hands.press(page.getByRole('link', { name: t('app:cases') }).first());
  await page
    .getByRole('grid', { name: t('cases:title') })
    .getByText(BUYER)
    .first()
    .waitFor();
  await at('15-cases');
}
