import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { orderExport } from '../helpers/files.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
let desk: PreparedDesk;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPreparedDesk(browser, { language: 'zh-CN' }, 0);
});
afterAll(async () => {
  const { problems } = desk;
  await desk.close();
  await browser.close();
  expect(problems).toEqual([]);
});

const PACIFIC = '美国太平洋时间（America/Los_Angeles）';
const BEIJING = '北京时间（Asia/Shanghai）';

describe('a store is added under Clients & stores', () => {
  test("zone and currency follow the platform until they are written, and a law's shop is not offered", async () => {
    const { page, t, hands } = desk;
    await desk.go('/clients');
    await page.getByRole('button', { name: t('clients:addStore') }).click();
    const form = page.getByRole('dialog', { name: t('clients:addStore') });
    const platform = form.getByRole('combobox', { name: t('clients:platform') });
    const zone = form.getByRole('combobox', { name: t('clients:zone') });
    const currency = form.getByLabel(t('clients:currency'));
    await form.getByLabel(t('clients:storeName')).fill('小木屋旗舰店');
    await expect.poll(() => currency.inputValue()).toBe('USD');

    await platform.click();
    await page.getByRole('option', { name: '淘宝/天猫' }).waitFor();
    await expect.poll(() => page.getByRole('option', { name: '中国法律' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await hands.pick(platform, '淘宝/天猫');
    await expect.poll(() => currency.inputValue()).toBe('CNY');
    await hands.pick(platform, '亚马逊');
    await expect.poll(() => zone.inputValue()).toBe(PACIFIC);
    await expect.poll(() => currency.inputValue()).toBe('USD');

    // What was written stays, whatever is chosen after it.
    await currency.fill('EUR');
    await hands.pick(platform, '淘宝/天猫');
    await expect.poll(() => zone.inputValue()).toBe(BEIJING);
    await expect.poll(() => currency.inputValue()).toBe('EUR');
    await desk.shot('s01-store-of-platform');

    await currency.fill('人民币');
    await currency.blur();
    await form.getByText(t('clients:currencyShape')).waitFor();
    await currency.fill('CNY');

    await zone.fill('火星时间');
    await zone.blur();
    await form.getByText(t('ui:zoneUnknown')).waitFor();
    await form.getByRole('button', { name: t('ui:save') }).click();
    await expect.poll(() => zone.inputValue()).toBe('火星时间');
    await desk.shot('s02-zone-unknown');
    expect((await desk.client.stores.list({})).length).toBe(1);

    await hands.pickTyped(zone, '上海', BEIJING);
    await desk.shot('s03-zone-found');
    await form.getByText(t('ui:zoneUnknown')).waitFor({ state: 'hidden' });
    await form.getByRole('button', { name: t('ui:save') }).click();
    await form.waitFor({ state: 'hidden' });
    const made = (await desk.client.stores.list({})).find(({ name }) => name === '小木屋旗舰店');
    expect(made).toMatchObject({ platform: 'taobao', zone: 'Asia/Shanghai', currency: 'CNY' });
  });

  test('its orders are looked at with the currency they are taken in, and a clock that leaves no choice is not asked for', async () => {
    const { page, t, client } = desk;
    const store = await client.stores.create({ platform: 'taobao', name: '订单小店' });
    await desk.go(`/orders/import?store=${store.id}`);
    const rows = ['88.00', '1,288.50', 'US $9.90'].map((amount, place) => ({
      orderNumber: `23145678901234567${String(place).padStart(2, '0')}`,
      amount,
    }));
    await page.locator('main input[type=file]').setInputFiles({
      name: 'tb.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${orderExport(rows)}`),
    });
    await page.getByText(t('orders:amountsIn', { currency: '人民币（CNY）' }), { exact: false }).waitFor();
    await page
      .getByText(t('orders:otherCurrency', { count: 1, named: '美元（USD）', own: '人民币（CNY）' }))
      .waitFor();
    await page.getByText(t('orders:timesIn', { zone: t('ui:zone-Asia/Shanghai') })).waitFor();
    await expect.poll(() => page.getByText(t('orders:zoneQuestion')).count()).toBe(0);
    await desk.shot('s04-currencies');
    await page.getByRole('button', { name: t('orders:startImport', { count: 3 }) }).click();
    await page.getByRole('link', { name: t('orders:thenCase') }).waitFor();
    const { items } = await client.orders.list({ storeId: store.id });
    expect(items.map(({ currency }) => currency).sort()).toEqual(['CNY', 'CNY', 'USD']);
    expect(items[0]?.orderedAt).toBe(Date.parse('2026-11-02T20:14:00+08:00'));
    expect((await client.stores.list({})).find(({ id }) => id === store.id)?.exportZone).toBe(
      'Asia/Shanghai',
    );

    await page.getByRole('link', { name: t('orders:toOrders') }).click();
    const row = t('ui:tickRow', { row: rows[0]?.orderNumber ?? '' });
    await page.getByRole('checkbox', { name: row, exact: true }).check();
    await page.getByText(t('orders:selected', { count: 1 })).waitFor();
  });

  test('one whose platform sends no notices of orders is named where a notice is taken in, with the way to go instead', async () => {
    const { page, t, client, hands } = desk;
    const store = await client.stores.create({ platform: 'amazon', name: 'Cabin US' });
    await desk.go('/cases/new?what=appeal');
    const instead = page.getByRole('link', {
      name: t('cases:create.store.instead', { store: 'Cabin US', what: t('onboarding:dispute') }),
    });
    await instead.waitFor();
    await desk.shot('s05-other-stores');
    await instead.click();
    await expect
      .poll(() => page.getByRole('combobox', { name: t('cases:create.store') }).inputValue())
      .toBe('Cabin US');
    expect(new URL(page.url()).searchParams.get('store')).toBe(store.id);

    const numbers = page.getByRole('textbox', { name: t('cases:create.typed'), exact: true });
    await hands.write(numbers, 'abc');
    await page.getByText(t('cases:create.typed.bad', { numbers: 'abc' })).waitFor();
    await page.getByText(t('cases:create.selected', { count: 0 })).waitFor();
    await hands.write(numbers, '114-123');
    await page.getByText('这不像亚马逊的订单号', { exact: false }).waitFor();
    await page.getByText(t('cases:create.selected', { count: 1 })).waitFor();
    await desk.shot('s06-unlike-number');
    await hands.write(numbers, '701-7777777-0000001');
    await page.getByText('这不像亚马逊的订单号', { exact: false }).waitFor({ state: 'hidden' });
  });
});
