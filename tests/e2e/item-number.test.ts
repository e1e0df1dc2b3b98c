import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { ITEM_RETURN } from '../helpers/case.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { orderNumberOf } from '../helpers/order-number.ts';
import { openStep } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)(
  'the number of an item in a dispute that the seller begins (%s)',
  (language) => {
    test(
      'tells a second item of the same order from the first, before there is a case and in it',
      { timeout: 120_000 },
      async () => {
        const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
        const { page, t, client } = desk;
        try {
          const found = (await client.rulebook.platforms({})).find(
            ({ platform }) => platform.id === 'walmart',
          );
          if (found === undefined) throw new Error('walmart');
          const order = orderNumberOf(found.platform, 7);
          const { id: storeId } = await client.stores.create({ platform: 'walmart', name: '退货店' });
          const first = await client.cases.create({
            ...{ storeId, scenarioId: ITEM_RETURN, orderNumbers: [order] },
          });
          const field = page.getByRole('textbox', { name: t('cases:number.item'), exact: true });
          const open = page.getByRole('button', { name: t('cases:create.open') });
          const refused = page.getByText(t('cases:duplicate.refused', { number: order }));
          const address = `/cases/new?what=dispute&store=${storeId}&scenario=${ITEM_RETURN}&orders=${order}`;
          const number = async (caseId: string) => (await client.cases.get({ caseId })).record.matterNumber;

          // The first item has no number yet: another one's alone does not tell them apart, and both are asked for.
          await desk.go(address);
          await refused.waitFor();
          await page.getByText(t('cases:duplicate.by-item')).waitFor();
          await field.fill('LN-2');
          await refused.waitFor();
          await expect.poll(() => open.isDisabled()).toBe(true);
          await open.scrollIntoViewIfNeeded();
          await desk.shot(`i1-number-missing-${language}`);
          expect(await findings(desk, `item-number-missing-${language}`)).toEqual([]);

          // It is said in the case of the first, where its orders are.
          await page.getByRole('link', { name: t('cases:duplicate.open', { number: first.number }) }).click();
          await openStep(desk, 'orders');
          await expect.poll(() => field.inputValue()).toBe('');
          await field.fill(' LN-1');
          await field.blur();
          await expect.poll(() => number(first.id)).toBe('LN-1');
          await field.scrollIntoViewIfNeeded();
          await desk.shot(`i2-number-in-case-${language}`);
          expect(await findings(desk, `item-number-in-case-${language}`)).toEqual([]);

          // The same item is refused under whatever it is typed as, another one opens.
          await desk.go(address);
          await refused.waitFor();
          await field.fill('＃ｌｎ－１');
          const sameNumber = page.getByText(
            t('cases:duplicate.refused.number', { number: '＃ｌｎ－１', first: first.number }),
          );
          await sameNumber.waitFor();
          // Both numbers are there: nobody is asked for them.
          await page.getByText(t('cases:duplicate.by-item.same')).waitFor();
          await refused.waitFor({ state: 'detached' });
          await page
            .getByRole('textbox', { name: t('cases:create.typed') })
            .fill(orderNumberOf(found.platform, 8));
          await sameNumber.waitFor();
          await expect.poll(() => open.isDisabled()).toBe(true);
          await open.scrollIntoViewIfNeeded();
          await desk.shot(`i3-same-item-${language}`);
          await page.getByRole('textbox', { name: t('cases:create.typed') }).fill(order);
          await sameNumber.waitFor();
          await field.fill('LN-2');
          await sameNumber.waitFor({ state: 'detached' });
          await expect.poll(() => open.isDisabled()).toBe(false);
          await desk.shot(`i4-other-item-${language}`);
          await open.click();
          await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
          const caseId = /cases\/([^/]+)/.exec(page.url())?.[1] ?? '';
          expect(caseId).not.toBe(first.id);
          expect(await number(caseId)).toBe('LN-2');

          // What was filed elsewhere of another item does not count here.
          await openStep(desk, 'orders');
          await page.getByRole('button', { name: t('attempts:prior.open') }).click();
          const dialog = page.getByRole('dialog', { name: t('attempts:prior.title') });
          await dialog.getByRole('textbox', { name: t('attempts:prior.of-item') }).fill('LN-3');
          await dialog.getByRole('radio', { name: t('attempts:prior.state.spent') }).check();
          await desk.shot(`i5-prior-of-another-${language}`);
          await dialog.getByRole('button', { name: t('attempts:prior.save') }).click();
          await dialog.waitFor({ state: 'hidden' });
          expect((await client.cases.get({ caseId })).nextAct.code).not.toBe('chance-gone');
          const earlier = sectionNamed(page, t('attempts:title')).locator('details');
          await earlier.locator('summary').click();
          await earlier.getByText('LN-3', { exact: true }).waitFor();
          await expect
            .poll(() => page.locator('.order-chance').allInnerTexts())
            .toEqual([t('attempts:state.held')]);
          expect(desk.problems).toEqual([]);
        } finally {
          await desk.shot(`i9-last-${language}`);
          await desk.close();
        }
      },
    );
  },
);
