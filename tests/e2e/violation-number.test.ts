import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { FLAGGED_ORDERS } from '../helpers/case.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { flaggedNumbers, noticeStore, noticeText } from '../helpers/notice-case.ts';
import { expectTicked, noticeField, pasteNotice } from './page-models/notice-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ONE = 'WG20261112001';
const OTHER = 'CF-2026-0042';

describe.each(['zh-CN', 'en'] as const)(
  'the number of a violation that the notice names (%s)',
  (language) => {
    test(
      'is filled in where the text leaves no doubt, offered where it names several, and kept',
      { timeout: 120_000 },
      async () => {
        const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
        const { page, t, hands, client, showCase } = desk;
        try {
          const storeId = await noticeStore(client);
          const orders = flaggedNumbers(2, 9400);
          const text = noticeText(orders);
          const field = page.getByRole('textbox', { name: t('notices:step.platformNumber'), exact: true });
          const from = page.getByText(t('notices:matter.from', { label: '违规编号' }), { exact: true });
          const offer = (label: string, number: string) =>
            page.getByRole('button', { name: `${label} ${number}`, exact: true });
          const number = async (caseId: string) => (await client.notices.get({ caseId }))?.platformNumber;

          await desk.go(`/cases/new?what=appeal&store=${storeId}&scenario=${FLAGGED_ORDERS}`);
          await page.getByText(t('notices:found.empty')).waitFor();
          await expect.poll(() => field.count()).toBe(0);
          await pasteNotice(desk, text);
          await expectTicked(desk, { ticked: 2, total: 2 });
          await expect.poll(() => field.inputValue()).toBe(ONE);
          await from.waitFor();
          await expect.poll(() => offer('违规编号', ONE).count()).toBe(0);
          await expect
            .poll(() => page.locator('.notice-ground mark[data-kind=matter]').allInnerTexts())
            .toEqual([ONE]);
          await field.scrollIntoViewIfNeeded();
          await desk.shot(`v1-number-filled-${language}`);

          // A second number leaves it open, until a person says which.
          await noticeField(desk).fill(`${text}\n处罚编号：${OTHER}`);
          await page.getByText(t('notices:matter.several'), { exact: true }).waitFor();
          await expect.poll(() => field.inputValue()).toBe('');
          await desk.shot(`v2-number-offered-${language}`);
          expect(await findings(desk, `violation-number-${language}`)).toEqual([]);
          await hands.press(offer('处罚编号', OTHER));
          await expect.poll(() => field.inputValue()).toBe(OTHER);
          await expect.poll(() => offer('处罚编号', OTHER).getAttribute('aria-pressed')).toBe('true');
          // What was chosen stands there again after a reload, as the rest of the notice does.
          await expect.poll(async () => (await client.notices.unopened({}))?.platformNumber).toBe(OTHER);
          await page.reload();
          await expect.poll(() => field.inputValue()).toBe(OTHER);
          await expectTicked(desk, { ticked: 2, total: 2 });
          await hands.press(page.getByRole('button', { name: t('notices:openWith', { count: 2 }) }));
          await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
          const caseId = /cases\/([^/]+)/.exec(page.url())?.[1] ?? '';
          expect(await number(caseId)).toBe(OTHER);

          // In a case whose text was there before, looking alone writes nothing: one press takes it.
          const { id: quiet } = await client.cases.create({
            ...{ storeId, scenarioId: FLAGGED_ORDERS, orderNumbers: flaggedNumbers(1, 9500) },
            notice: { text },
          });
          await showCase(quiet, 'notice');
          await offer('违规编号', ONE).waitFor();
          await offer('违规编号', ONE).scrollIntoViewIfNeeded();
          await desk.shot(`v3-number-in-case-${language}`);
          expect(await findings(desk, `violation-number-in-case-${language}`)).toEqual([]);
          await expect.poll(() => field.inputValue()).toBe('');
          expect(await number(quiet)).toBe('');
          await hands.press(offer('违规编号', ONE));
          await from.waitFor();
          await expect.poll(() => number(quiet)).toBe(ONE);

          // A text that is pasted there brings its number, and gives way to what a person writes.
          const { id: bare } = await client.cases.create({
            ...{ storeId, scenarioId: FLAGGED_ORDERS, orderNumbers: flaggedNumbers(1, 9600) },
            notice: { text: '' },
          });
          await showCase(bare, 'notice');
          await pasteNotice(desk, text);
          await expect.poll(() => field.inputValue()).toBe(ONE);
          await expect.poll(() => number(bare)).toBe(ONE);
          await field.fill('');
          await noticeField(desk).press('End');
          await page.keyboard.insertText('。');
          await expect.poll(async () => (await client.notices.get({ caseId: bare }))?.text).not.toBe(text);
          await expect.poll(() => number(bare)).toBe('');
          await offer('违规编号', ONE).waitFor();
          expect(desk.problems).toEqual([]);
        } finally {
          await desk.shot(`v9-last-${language}`);
          await desk.close();
        }
      },
    );
  },
);
