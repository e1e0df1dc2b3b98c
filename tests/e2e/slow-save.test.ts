import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { holdAnswers } from './page-models/held-answers.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test(
  'what a seller writes while a slow computer still saves stays before their eyes, and is saved whole',
  { timeout: 120_000 },
  async () => {
    const desk = await openPreparedDesk(browser, { language: 'zh-CN', theme: 'system' }, 0);
    const { page, t, hands, client, showCase } = desk;
    try {
      const storeId = await noticeStore(client);
      const caseId = await openFromNotice(client, storeId, flaggedNumbers(2, 70_000), {
        issuedAt: Date.now(),
      });
      const answers = await holdAnswers(page);
      await page.reload();
      await showCase(caseId, 'notice');
      const lines = page.getByRole('list', { name: t('notices:penalty'), exact: true }).getByRole('listitem');
      const addPoints = async (points: number): Promise<void> => {
        await hands.press(page.getByRole('button', { name: t('notices:penalty.add') }));
        await page.getByLabel(t('notices:penalty.points')).fill(String(points));
        await hands.press(page.getByRole('button', { name: t('notices:penalty.save'), exact: true }));
        await lines.filter({ hasText: String(points) }).waitFor();
      };
      const saved = async (): Promise<unknown[]> => {
        const notice = await client.notices.get({ caseId });
        return notice?.penalties.map(({ points }) => points) ?? [];
      };

      // The first line is saved, but the window does not hear of it yet; the second is written meanwhile.
      await page.getByRole('button', { name: t('notices:penalty.add') }).waitFor();
      await expect.poll(() => page.getByText(t('ui:loading')).count()).toBe(0);
      answers.hold();
      await addPoints(12);
      await expect.poll(saved).toEqual([12]);
      await addPoints(48);
      // Now it hears of the first, and saves the second, of which it does not hear.
      answers.release('hold');
      await expect.poll(saved).toEqual([12, 48]);
      await expect.poll(() => lines.count()).toBe(2);
      await addPoints(6);
      answers.release();
      await expect.poll(saved).toEqual([12, 48, 6]);
      await expect.poll(() => lines.count()).toBe(3);
    } finally {
      await desk.close();
    }
  },
);
