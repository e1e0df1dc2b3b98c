import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, takeIn } from '../helpers/case.ts';
import { putFile, screenshot } from '../helpers/files.ts';
import { stateFact } from '../helpers/notice-case.ts';
import { screenshot as picture } from './inputs.ts';
import { openStep, recordDecision, recordSubmission } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { noticeField } from './page-models/notice-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

const SCENE = { 'zh-CN': '行动计划（POA）', en: 'Plan of action' } as const;
const MAIL = 'Your Amazon selling account has been deactivated. Send us a plan of action.';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('a suspended account, which is about no order (%s)', (language) => {
  test('is taken from the mail to the answer, and no order is asked for', { timeout: 120_000 }, async () => {
    const desk = await openPreparedDesk(browser, { language }, 0);
    try {
      const { page, t, hands, client, files } = desk;
      const store = await client.stores.create({ platform: 'amazon', name: 'Harbour goods' });
      await desk.go(`/cases/new?what=dispute&store=${store.id}`);
      await hands.choose(page.getByRole('radio', { name: SCENE[language], exact: true }));
      await hands.press(page.getByRole('button', { name: t('cases:create.open') }));
      await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
      await openStep(desk, 'notice');
      await hands.write(noticeField(desk), MAIL);
      await openStep(desk, 'orders');
      await page.getByText(t('cases:orders.none.title')).waitFor();
      await desk.shot(`w01-orders-${language}`);

      // Somebody before us may have sent a plan: that counts for the matter itself.
      await hands.press(page.getByRole('button', { name: t('attempts:prior.open') }));
      const dialog = page.getByRole('dialog', { name: t('attempts:prior.title') });
      await dialog.getByText(t('attempts:prior.whole')).waitFor();
      // An empty form uses up no chance: whether it was filed is said, and one thing of it, or that nobody remembers.
      const save = dialog.getByRole('button', { name: t('attempts:prior.save') });
      await expect.poll(() => save.isDisabled()).toBe(true);
      await expect.poll(() => dialog.getByRole('radio', { checked: true }).count()).toBe(0);
      await hands.choose(dialog.getByRole('radio', { name: t('attempts:prior.state.spent') }));
      await expect.poll(() => save.isDisabled()).toBe(true);
      await hands.tick(dialog.getByRole('checkbox', { name: t('attempts:prior.forgotten') }));
      await expect.poll(() => save.isDisabled()).toBe(false);
      await desk.shot(`w01-prior-${language}`);
      await hands.write(dialog.getByLabel(t('attempts:prior.madeBy')), 'Quick Appeals Ltd');
      await hands.press(save);
      await dialog.waitFor({ state: 'hidden' });

      const [, caseId = ''] = /cases\/([^/]+)/.exec(page.url()) ?? [];
      const invoice = await putFile(files, 'invoice.png', await screenshot(81, 90, 70));
      const [itemId = ''] = await takeIn(client, [invoice], caseId);
      await stateFact(client, caseId, itemId, '供货商发票和采购数量一致。');
      await exportCase(client, caseId);
      await page.reload();
      await openStep(desk, 'submission');
      await recordSubmission(desk, {
        platformNumber: 'POA-1',
        receipt: await picture('receipt.png', 300, 200),
        spends: 'matter',
        uncounted: true,
      });
      const chances = sectionNamed(page, t('attempts:title'));
      await chances.getByText(t('attempts:matter.whole')).waitFor();
      await hands.press(chances.getByText(t('attempts:by.elsewhere')));
      await chances.getByText(t('attempts:ofMatter'), { exact: true }).waitFor();
      await desk.shot(`w02-filed-${language}`);
      await openStep(desk, 'decision');
      await recordDecision(desk, 'upheld', 'Reinstated.');
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.shot(`w-last-${language}`);
      await desk.close();
    }
  });
});
