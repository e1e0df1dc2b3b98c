import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { flaggedNumbers } from '../helpers/notice-case.ts';
import { explainTheRise } from './campaign-walk.ts';
import { notice, WORDS, type At } from './notice-inputs.ts';
import { enterPriorAttempt, expectWord, openStep } from './page-models/case-pages.ts';
import { openDesk, sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import {
  beginFromNotice,
  expectOneChance,
  expectTicked,
  openNoticeCase,
  pasteNotice,
} from './page-models/notice-pages.ts';
import { exportTheAppeal, fileTwiceAndLose, writeTheAppeal } from './the-appeal-walk.ts';
import { gatherVouchers, giveUpVouchers, openFromThePastedNotice, sortTheOrders } from './the-notice-walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** A window of a workspace with nothing in it, watched to its end. */
async function onNewDesk(
  language: 'zh-CN' | 'en',
  work: (desk: DeskWindow, at: At) => Promise<void>,
): Promise<void> {
  const desk = await openDesk(browser, { language });
  const at: At = (screen) => desk.shot(`${screen}-${language}`);
  try {
    await work(desk, at);
    expect(desk.problems).toEqual([]);
  } finally {
    await at('n-last');
    await desk.close();
  }
}

describe('the evening a notice of forty orders arrives, all in the window', () => {
  test('by keys, voucher by voucher, with what explains the rise (zh-CN)', { timeout: 600_000 }, () =>
    onNewDesk('zh-CN', async (desk, at) => {
      await openFromThePastedNotice(desk, at);
      await gatherVouchers(desk, at);
      await sortTheOrders(desk, 'keys', at);
      await giveUpVouchers(desk, 'voucher by voucher', at);
      await writeTheAppeal(desk, at);
      await explainTheRise(desk, at);
      await exportTheAppeal(desk, at);
      await fileTwiceAndLose(desk, at);
    }),
  );

  test('by mouse, what cannot be had given up in one answer (en)', { timeout: 600_000 }, () =>
    onNewDesk('en', async (desk, at) => {
      await openFromThePastedNotice(desk, at);
      await gatherVouchers(desk, at);
      await sortTheOrders(desk, 'mouse', at);
      await giveUpVouchers(desk, 'in one answer', at);
      await writeTheAppeal(desk, at);
      await explainTheRise(desk, at);
      await exportTheAppeal(desk, at);
      await fileTwiceAndLose(desk, at);
    }),
  );
});

/** What the pack says is left once the one chance is used. */
const AFTER_CHANCE = {
  'zh-CN': '来源里没有第二次申诉的办法',
  en: 'no source names a second appeal',
} as const;

describe.each(['zh-CN', 'en'] as const)('an earlier appeal was rejected (%s)', (language) => {
  test('the first question leads to what was handed in then, and no second attempt is exported', () =>
    onNewDesk(language, async (desk, at) => {
      const { page, t } = desk;
      const words = WORDS[language];
      const orders = flaggedNumbers(2, 9200);
      await beginFromNotice(desk, 'rejected', { name: words.shop, platform: words.platform });
      await page.getByText(t('notices:priorNext')).waitFor();
      await pasteNotice(desk, notice(orders));
      await expectTicked(desk, { ticked: 3, total: 3 });
      await openNoticeCase(desk, words.scene, 3);
      await page.getByText(t('attempts:prior.matter', { count: 3 })).waitFor();
      await enterPriorAttempt(desk, {
        state: 'spent',
        madeAt: '2026-11-02T20:14',
        madeBy: '前一家代运营',
        platformNumber: 'SS-OLD-1',
        sentText: '都是真实订单。',
        result: '凭证不全，不通过',
      });
      await expectOneChance(desk, 'spent', 3);
      const earlier = page.locator('.earlier-attempts');
      await earlier.locator('summary').click();
      for (const known of ['前一家代运营', 'SS-OLD-1', '都是真实订单。', '凭证不全，不通过'])
        await earlier.getByText(known).first().waitFor();
      await at('n30-spent-before');

      await openStep(desk, 'packet');
      await page.getByText(t('packets:finding.chance-spent')).waitFor();
      await page.getByText(t('packets:export.blocked')).waitFor();
      const go = page.getByRole('button', { name: t('packets:export'), exact: true });
      await expect.poll(() => go.isDisabled()).toBe(true);
      await at('n31-blocked');

      // The check says so too: no word of handing it in, and what is left to do opens by itself.
      await openStep(desk, 'check');
      await expectWord(desk, 'not-eligible');
      const card = sectionNamed(page, t('cases:check.title')).getByRole('status');
      await card.getByText(AFTER_CHANCE[language]).waitFor();
      await page.locator('details.ways-on[open]').waitFor();
      await at('n32-no-chance');

      // It was another shop's: one correction for all three orders, which the dialog names; the check follows at once.
      await earlier.getByRole('button', { name: t('attempts:correct.open') }).click();
      const dialog = page.getByRole('dialog', { name: t('attempts:correct.title') });
      const concerned = dialog.locator('form > p');
      for (const order of orders) await expect.poll(() => concerned.innerText()).toContain(order);
      await expect.poll(() => concerned.innerText()).toContain('3');
      await dialog.getByLabel(t('attempts:correct.reason')).fill('是另一家店的');
      await at('n33-correct');
      await dialog.getByRole('button', { name: t('attempts:correct.save') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText(t('journal:done.attempts.correct'), { exact: true }).waitFor();
      await expectWord(desk, 'fact-missing');
      await expectOneChance(desk, 'held', 3);
      await expect.poll(() => earlier.getByText(t('attempts:state.left'), { exact: true }).count()).toBe(3);
      await at('n34-corrected');
    }));
});
