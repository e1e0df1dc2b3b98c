import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attach } from '../../main/hosts/desk/connection.ts';
import { exportCase, takeIn } from '../helpers/case.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { putFile, screenshot, testFolder } from '../helpers/files.ts';
import { stateFact } from '../helpers/notice-case.ts';
import { screenshot as picture } from './inputs.ts';
import { expectChances, expectWord, openStep, recordSubmission } from './page-models/case-pages.ts';
import { localOf } from './page-models/local-time.ts';
import { openDesk, sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import {
  beginFromNotice,
  expectMyDeadline,
  expectTicked,
  openNoticeCase,
  pasteNotice,
} from './page-models/notice-pages.ts';

const ORDERS = ['230815-776688990011', '230815-776688990012'];
const NOTICE = `【虚假交易处罚】以下订单存在虚假交易：${ORDERS.join('、')}。\n处罚编号 CF-8812，客服 400-800-1234`;
const WORDS = {
  'zh-CN': { platform: '其他平台（通用）', scene: '虚假交易申诉·真实订单被误判', shop: '多多小店' },
  en: {
    platform: 'Other platform (general)',
    scene: 'Fake-transaction appeal: genuine orders flagged',
    shop: 'Side street',
  },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** What there is for every order, put in by script: the steps in between are walked elsewhere. */
async function prepareMaterial(desk: DeskWindow, caseId: string): Promise<void> {
  const script = await attach(desk.host.workspaceDir);
  try {
    const { client } = script;
    const files = await testFolder();
    const [operator] = await client.operators.list({});
    await client.operators.signIn({ operatorId: operator?.id ?? '' });
    const itemIds = await takeIn(
      client,
      [await putFile(files, '快照和物流.png', await screenshot(61, 90, 70))],
      caseId,
    );
    for (const requirementId of ['item-detail', 'logistics'])
      await client.requirements.meet({ caseId, requirementId, orderNumbers: ORDERS, itemIds });
    for (const requirementId of ['buyer-info', 'chat-log'])
      await client.requirements.notAsked({ caseId, requirementId, orderNumbers: ORDERS, notAsked: true });
    await client.cases.sortOrders({ caseId, orderNumbers: ORDERS, class: 'documented-genuine' });
    await stateFact(client, caseId, itemIds[0] ?? '', '两笔订单都是真实交易。');
    await exportCase(client, caseId);
  } finally {
    await script.close();
  }
}

describe.each(['zh-CN', 'en'] as const)('a notice of a platform that no rulebook names (%s)', (language) => {
  test(
    "opens a case whose times and chances are the page's to say, and no chance is called the only one",
    { timeout: 120_000 },
    async () => {
      const desk = await openDesk(browser, { language });
      try {
        const { page, t } = desk;
        const words = WORDS[language];
        const chances = sectionNamed(page, t('attempts:title'));
        await beginFromNotice(desk, 'appeal', { name: words.shop, platform: words.platform });
        await pasteNotice(desk, NOTICE);
        await expectTicked(desk, { ticked: 2, total: 2 });
        await desk.shot(`g01-pasted-${language}`);
        await openNoticeCase(desk, words.scene, 2);
        await expectChances(desk, { held: 2 });
        await chances.getByText(t('attempts:uncounted.note')).waitFor();
        await expect.poll(() => chances.locator('.ad-seal-stamp').count()).toBe(0);
        await desk.shot(`g02-case-${language}`);
        const [, caseId = ''] = /cases\/([^/]+)/.exec(page.url()) ?? [];

        await openStep(desk, 'check');
        await expectWord(desk, 'fact-missing');
        await desk.shot(`g03-check-${language}`);
        await openStep(desk, 'notice');
        await page.getByText(t('notices:step.clocks.none')).waitFor();
        await page.getByLabel(t('notices:step.issuedAt'), { exact: true }).fill('2026-11-20T09:00');
        await page.getByText(t('notices:step.clocks.unnamed')).waitFor();
        await sectionNamed(page, t('cases:side.next'))
          .getByText(t('today:next-prove-orders', { left: 2 }))
          .waitFor();
        // Where the page names its end by date and time, that is copied as it stands.
        const end = Date.now() + 30 * HOUR;
        await page
          .getByLabel(t('notices:deadline.words'))
          .fill(`请于 ${localOf(end).replace('T', ' ')} 前申诉`);
        await expectMyDeadline(desk, Math.floor(end / 60_000) * 60_000);
        await desk.shot(`g04-notice-${language}`);

        await prepareMaterial(desk, caseId);
        await page.reload();
        await openStep(desk, 'submission');
        await page.getByText(t('submissions:spend.uncounted'), { exact: true }).waitFor();
        await expect
          .poll(() => page.getByText(t('submissions:spend.title'), { exact: true }).count())
          .toBe(0);
        await expect.poll(() => page.locator('main .ad-seal-stamp').count()).toBe(0);
        await desk.shot(`g05-submission-${language}`);
        await recordSubmission(desk, {
          platformNumber: 'CF-SS-1',
          receipt: await picture('成功.png', 300, 200),
          spends: 2,
          uncounted: true,
        });
        await expectChances(desk, { spent: 2 });
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`g-last-${language}`);
        await desk.close();
      }
    },
  );
});
