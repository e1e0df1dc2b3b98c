import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { flaggedNumbers, noticeStore, openFromNotice, proveOrders } from '../helpers/notice-case.ts';
import { pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('a seller who writes down what the notice costs (%s)', (language) => {
  test(
    'keeps it line by line, and sees which step is left without the documented orders',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, hands, client, showCase } = desk;
      try {
        const orders = flaggedNumbers(97, 70_000);
        const storeId = await noticeStore(client);
        const caseId = await openFromNotice(client, storeId, orders, { issuedAt: Date.now() });
        const proven = orders.slice(0, 3);
        await proveOrders(client, desk.files, caseId, proven);
        await client.cases.sortOrders({ caseId, orderNumbers: proven, class: 'documented-genuine' });
        const line = { points: null, from: null, until: null, endedBy: '' };
        const fine = { ...line, kind: 'fine' as const, money: { minor: 15_000, currency: 'USD' } };
        await client.notices.save({ caseId, penalties: [fine] });
        await showCase(caseId, 'notice');

        // What stands there in another currency than the shop's stays in it.
        await hands.press(page.getByRole('button', { name: t('notices:penalty.edit') }));
        await page.getByLabel(t('notices:penalty.money', { currency: 'USD' })).waitFor();
        await page.getByLabel(t('notices:penalty.endedBy')).fill('缴清');
        await hands.press(page.getByRole('button', { name: t('notices:penalty.saveAgain'), exact: true }));

        await hands.press(page.getByRole('button', { name: t('notices:penalty.add') }));
        await page.getByLabel(t('notices:penalty.points')).fill('12');
        await page.getByLabel(t('notices:penalty.from'), { exact: true }).fill('2026-11-12');
        const until = page.getByLabel(t('notices:penalty.until'), { exact: true });
        await until.fill('2026-11-11');
        const save = page.getByRole('button', { name: t('notices:penalty.save'), exact: true });
        await page.getByText(t('notices:penalty.until.wrong')).waitFor();
        await expect.poll(() => save.isDisabled()).toBe(true);
        await until.fill('2027-11-11');
        await page.getByLabel(t('notices:penalty.endedBy')).fill('申诉成立后解除');
        await hands.press(save);

        await hands.press(page.getByRole('button', { name: t('notices:penalty.add') }));
        await page.getByLabel(t('notices:penalty.kind')).selectOption('money-held');
        await page.getByLabel(t('notices:penalty.money', { currency: 'CNY' })).fill('¥3,000');
        await hands.press(save);
        await page.getByLabel(t('notices:outlook.occurrence')).fill('1');

        // A line that is half written when the step is left, or another line is taken up, is there afterwards.
        await hands.press(page.getByRole('button', { name: t('notices:penalty.add') }));
        await page.getByLabel(t('notices:penalty.points')).fill('6');
        await showCase(caseId, 'orders');
        await showCase(caseId, 'notice');
        const lines = page
          .getByRole('list', { name: t('notices:penalty'), exact: true })
          .getByRole('listitem');
        const six = lines.filter({ hasText: t('rulebook:does-points', { count: 6 }) });
        await six.getByRole('button', { name: t('notices:penalty.edit') }).click();
        await page.getByLabel(t('notices:penalty.points')).fill('7');
        await lines
          .first()
          .getByRole('button', { name: t('notices:penalty.remove') })
          .waitFor();
        await lines
          .nth(1)
          .getByRole('button', { name: t('notices:penalty.edit') })
          .click();
        const seven = lines.filter({ hasText: t('rulebook:does-points', { count: 7 }) });
        await seven.getByRole('button', { name: t('notices:penalty.remove') }).click();
        await seven.waitFor({ state: 'detached' });
        await expect.poll(() => lines.count()).toBe(3);

        const saved = () => client.notices.get({ caseId });
        await expect
          .poll(async () => {
            const notice = await saved();
            return [notice?.penalties, notice?.occurrence];
          })
          .toEqual([
            [
              { ...fine, endedBy: '缴清' },
              {
                kind: 'points',
                points: 12,
                from: '2026-11-12',
                until: '2027-11-11',
                money: null,
                endedBy: '申诉成立后解除',
              },
              { ...line, kind: 'money-held', money: { minor: 300_000, currency: 'CNY' } },
            ],
            1,
          ]);

        // An undo under an open line that nobody touched: the step is left, and every line is as the undo left it.
        const three = (await saved())?.penalties;
        await lines
          .first()
          .getByRole('button', { name: t('notices:penalty.remove') })
          .click();
        await expect.poll(async () => (await saved())?.penalties.length).toBe(2);
        await lines
          .first()
          .getByRole('button', { name: t('notices:penalty.edit') })
          .click();
        await page.getByRole('button', { name: t('notices:penalty.saveAgain'), exact: true }).waitFor();
        await pressAct(desk, 'mod+z');
        await expect.poll(() => lines.count()).toBe(3);
        await showCase(caseId, 'orders');
        await showCase(caseId, 'notice');
        await expect.poll(() => lines.count()).toBe(3);
        expect((await saved())?.penalties).toEqual(three);

        await page
          .getByText(t('notices:outlook.after', { count: 3, left: 94 }))
          .first()
          .waitFor();
        await page.getByText(t('notices:outlook.unconfirmed')).waitFor();
        await page.getByRole('heading', { name: t('notices:penalty'), exact: true }).scrollIntoViewIfNeeded();
        await desk.shot(`penalty-${language}`);
        await page.getByRole('heading', { name: t('notices:outlook'), exact: true }).scrollIntoViewIfNeeded();
        await desk.shot(`penalty-outlook-${language}`);
        expect(await findings(desk, `penalty-${language}`)).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );
});
