import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { importRows, MALICIOUS_ORDER, orderNumbers } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('many orders to ship or to hold stand a dozen at first, each with why it is there', async () => {
  const desk = await openPreparedDesk(browser, { language: 'zh-CN', theme: 'system' }, 0);
  const { page, t, client, files, storeId } = desk;
  try {
    const [reported = '', ...others] = orderNumbers(16, 60);
    const at = (days: number): string =>
      new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 'yyyy-mm-dd'.length) + ' 10:00';
    await importRows(client, files, storeId, [
      { orderNumber: reported, buyerName: 'Anna Kuznetsova', paidAt: at(-9), shippedAt: at(-8) },
      ...others.map((orderNumber, place) => ({
        ...{ orderNumber, buyerName: 'Anna Kuznetsova', paidAt: at(-3), shipBy: at(place - 1) },
      })),
    ]);
    await client.cases.create({ storeId, scenarioId: MALICIOUS_ORDER, orderNumbers: [reported] });
    await desk.go('/');
    const list = page.getByRole('list', { name: t('shipping:title') });
    const orders = list.getByRole('listitem');
    await orders.first().waitFor();
    await expect.poll(() => orders.count()).toBe(12);
    await expect.poll(() => list.getByText(t('shipping:sameBuyer', { number: reported })).count()).toBe(12);
    await list.scrollIntoViewIfNeeded();
    await desk.shot('c81-same-buyer');
    const more = page.getByRole('button', { name: t('shipping:more', { count: 3 }) });
    await more.scrollIntoViewIfNeeded();
    await desk.shot('c82-more-to-ship');
    expect(await findings(desk, 'many-to-ship')).toEqual([]);
    await more.click();
    await expect.poll(() => orders.count()).toBe(15);
    // Where the list was, the person goes on reading: the one that came first is the one under the keys.
    await orders.last().scrollIntoViewIfNeeded();
    await desk.shot('c83-all-to-ship');
    await orders
      .last()
      .getByRole('button', { name: t('shipping:hold'), exact: true })
      .click();
    await page.getByRole('dialog').waitFor();
    await desk.shot('c84-hold-same-buyer');
    expect(desk.problems).toEqual([]);
  } finally {
    await desk.close();
  }
});
