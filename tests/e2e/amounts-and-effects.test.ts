import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { exportCase, file, prepareCase } from '../helpers/case.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testFolder } from '../helpers/files.ts';
import { orderNumberOf } from '../helpers/order-number.ts';
import { openStep, recordDecision } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PRICE = { 'zh-CN': '这件商品单价多少美元？', en: 'What is the price of the item in US dollars?' };

describe.each(['zh-CN', 'en'] as const)('what money and metrics have to do with it (%s)', (language) => {
  test(
    'an amount is asked to the cent, in its currency; what false vouchers cost stands beside what is asked for',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, client, hands, showCase } = desk;
      try {
        const found = (await client.rulebook.platforms({})).find(({ platform }) => platform.id === 'walmart');
        if (found === undefined) throw new Error('walmart');
        const { id: storeId } = await client.stores.create({ platform: 'walmart', name: '高价退货的店' });
        const { id: caseId } = await client.cases.create({
          ...{ storeId, scenarioId: 'walmart.dispute.high-value' },
          orderNumbers: [orderNumberOf(found.platform, 41)],
        });
        for (const [factId, value] of [
          ['window-still-open', true],
          ['seller-gave-refund', false],
        ] as const)
          await client.cases.answer({ caseId, factId, value });
        const stored = async () =>
          (await client.cases.answers({ caseId })).find(({ factId }) => factId === 'item-amount')?.value;

        await showCase(caseId, 'check');
        const amount = page.getByLabel(PRICE[language], { exact: true });
        const record = page
          .locator('form', { has: amount })
          .getByRole('button', { name: t('cases:check.answer.save'), exact: true });
        // Nothing written and nothing recorded: there is nothing to write down.
        await expect.poll(() => record.isDisabled()).toBe(true);
        for (const other of ['abc', '€100.01', '-5', '1e3', '￥100']) {
          await hands.write(amount, other);
          await page
            .getByText(t('cases:check.answer.otherAmount', { currency: t.format.currency('USD') }))
            .waitFor();
          await expect.poll(() => record.isDisabled()).toBe(true);
        }
        // What is said under the field moves no button out of its line.
        await expect
          .poll(async () => {
            const [field, button] = [await amount.boundingBox(), await record.boundingBox()];
            return Math.abs((field?.y ?? 0) - (button?.y ?? 99));
          })
          .toBeLessThan(8);
        await desk.shot(`m1-other-amount-${language}`);
        await hands.write(amount, '100');
        await hands.press(record);
        await expect.poll(stored).toBe(100_00);
        const against = sectionNamed(page, t('cases:check.against'));
        await against.getByText(t.format.price(100_01, 'USD')).waitFor();
        await desk.shot(`m2-a-cent-more-${language}`);
        expect(await findings(desk, `amount-${language}`)).toEqual([]);

        await openStep(desk, 'evidence');
        const prices = page.locator('details', { hasText: t('rulebook:falseEvidence') });
        await hands.press(prices.locator('summary'));
        await prices.getByText(t('rulebook:does-account-terminated')).first().waitFor();
        await desk.shot(`m3-false-evidence-${language}`);
        expect(await findings(desk, `false-evidence-${language}`)).toEqual([]);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );

  test('what an upheld report changes is told thing by thing', { timeout: 120_000 }, async () => {
    const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    const { page, t, client, showCase } = desk;
    try {
      const found = (await client.rulebook.platforms({})).find(({ platform }) => platform.id === 'ebay');
      if (found === undefined) throw new Error('ebay');
      const { id: storeId } = await client.stores.create({ platform: 'ebay', name: '举报成立的店' });
      const made = await prepareCase(client, await testFolder(), {
        ...{ storeId, scenarioId: 'ebay.report-buyer.abusive-buyer', seed: 78, pictures: 1 },
        orders: [orderNumberOf(found.platform, 78)],
      });
      const { caseId } = made;
      await file(client, made, await exportCase(client, caseId), Date.now() - 10 * 60_000);
      await showCase(caseId, 'decision');
      await recordDecision(desk, 'upheld', '成立');
      await openStep(desk, 'follow-through');
      const effects = page.getByRole('list', { name: t('followThrough:promised') });
      for (const [what, change] of [
        ['feedback', 'removed'],
        ['defects', 'removed'],
        ['open-cases', 'excluded'],
      ] as const) {
        const words = t('rulebook:effect', {
          what: t(`rulebook:effectOn-${what}`),
          change: t(`rulebook:effectIs-${change}`),
        });
        await effects.getByText(words, { exact: true }).waitFor();
      }
      await desk.shot(`m4-effects-${language}`);
      expect(await findings(desk, `effects-${language}`)).toEqual([]);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
