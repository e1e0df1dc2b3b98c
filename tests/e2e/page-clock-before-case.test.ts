import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { FLAGGED_ORDERS } from '../helpers/case.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { flaggedNumbers, noticeStore, noticeText } from '../helpers/notice-case.ts';
import { installUpdate, signedUpdate, type PackEdit } from '../helpers/pack-update.ts';
import { expectTicked, pasteNotice } from './page-models/notice-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A corrector lets the notice start a second deadline of the seller's. */
const SECOND: PackEdit = {
  file: 'taobao/fake-transaction.yaml',
  from: 'startsOn: [returned]\n    rules: ["TB-09"]',
  to: 'startsOn: [returned, notice-issued]\n    rules: ["TB-09"]',
};

describe.each(['zh-CN', 'en'] as const)('a countdown that may be of several deadlines (%s)', (language) => {
  test('is of the one the person says, before its case is open', { timeout: 120_000 }, async () => {
    const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    const { page, t, hands, client } = desk;
    try {
      const storeId = await noticeStore(client);
      const which = page.getByRole('combobox', { name: t('notices:deadline.which') });
      const begin = async (order: string): Promise<void> => {
        await desk.go(`/cases/new?what=appeal&store=${storeId}&scenario=${FLAGGED_ORDERS}`);
        await page.getByText(t('notices:found.empty')).waitFor();
        await pasteNotice(desk, `${noticeText([order])}\n剩2天21小时13分`);
        await expectTicked(desk, { ticked: 1, total: 1 });
        await expect
          .poll(() => page.getByLabel(t('notices:deadline.words')).inputValue())
          .toBe('剩2天21小时13分');
      };
      // One deadline only, no question.
      const [first = '', second = ''] = flaggedNumbers(2, 9700);
      await begin(first);
      await page.getByText(t('notices:matter.from', { label: '违规编号' })).waitFor();
      await expect.poll(() => which.count()).toBe(0);
      await hands.press(page.getByRole('button', { name: t('notices:unopened.discard') }));
      await page.getByText(t('notices:found.empty')).waitFor();

      await installUpdate(client, await signedUpdate('taobao', [SECOND]));
      await begin(second);
      const ask = { storeId, scenarioId: FLAGGED_ORDERS, pageDeadline: Date.now() + 69 * 3_600_000 };
      const { clocks, counted } = await client.notices.pageClocks(ask);
      expect(clocks.map(({ id }) => id)).toEqual(['file', 'resubmit', 'page']);
      const title = (id: string | null): string => {
        const found = clocks.find((each) => each.id === id);
        return found === undefined ? '' : t.pick(found.title);
      };
      await expect.poll(() => which.inputValue()).toBe(title(counted));
      await which.click();
      await page.getByRole('option', { name: title('resubmit'), exact: true }).click();
      await expect.poll(() => which.inputValue()).toBe(title('resubmit'));
      await which.scrollIntoViewIfNeeded();
      await desk.shot(`q1-page-clock-before-${language}`);
      expect(await findings(desk, `page-clock-before-${language}`)).toEqual([]);
      // Kept with the rest of what was typed.
      await expect.poll(async () => (await client.notices.unopened({}))?.deadline.pageClock).toBe('resubmit');
      await page.reload();
      await expect.poll(() => which.inputValue()).toBe(title('resubmit'));
      await hands.press(page.getByRole('button', { name: t('notices:openWith', { count: 1 }) }));
      await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
      const caseId = /cases\/([^/]+)/.exec(page.url())?.[1] ?? '';
      const { items } = await client.deadlines.list({ caseId });
      const byPage = items.filter(({ computed }) => computed.readings.some(({ ruleId }) => ruleId === null));
      expect(byPage.map(({ specId }) => specId)).toEqual(['resubmit']);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.shot(`q9-last-${language}`);
      await desk.close();
    }
  });
});
