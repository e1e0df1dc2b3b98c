import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
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
    await currency.fill('CNY');
    await desk.shot('s01-store-of-platform');

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
});
