import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { orderNumbers } from '../helpers/case.ts';
import { orderExport, putFile, testFolder } from '../helpers/files.ts';
import type { DeskWindow } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
let desk: PreparedDesk;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await testFolder();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  desk = await openPreparedDesk(browser, { language: 'zh-CN' }, 0);
});
afterEach(async () => {
  const { problems } = desk;
  await desk.close();
  expect(problems).toEqual([]);
});

const rowsOf = (count: number) => orderNumbers(count).map((orderNumber) => ({ orderNumber }));
const largeExport = (): Promise<string> => putFile(folder, '全年订单.csv', orderExport(rowsOf(120_000)));

/** Makes what the page sends as slow as a bad line; the answer makes it as fast again as it goes. */
async function sendSlowly({ page }: DeskWindow): Promise<() => Promise<void>> {
  const line = await page.context().newCDPSession(page);
  const carry = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await line.send('Network.enable');
  await carry(500_000);
  return async () => {
    await carry(-1);
    await line.detach();
  };
}

/** Picks files as a person does, also the one that was picked just before. */
async function pick({ page }: DeskWindow, ...paths: string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('main .ad-drop').click(),
  ]);
  await chooser.setFiles(paths);
}

/** Nothing of what was sent stays in the workspace. */
async function expectNothingLeft({ host }: DeskWindow): Promise<void> {
  await expect.poll(() => readdir(join(host.workspaceDir, 'incoming'))).toEqual([]);
}

describe('a large export can be given up, and the next file is taken', () => {
  test('while it is sent, and while it is read', async () => {
    const { page, t } = desk;
    const path = await largeExport();
    await desk.go(`/orders/import?store=${desk.storeId}`);
    const cancel = page.getByRole('button', { name: t('ui:cancel'), exact: true });

    const sendFast = await sendSlowly(desk);
    await pick(desk, path);
    await page.getByText(t('orders:sending', { name: '全年订单.csv' })).waitFor();
    await desk.shot('w1-sending');
    await cancel.click();
    await page.getByText(t('orders:sending', { name: '全年订单.csv' })).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('main .ad-note').count()).toBe(0);
    await expectNothingLeft(desk);

    await sendFast();
    await pick(desk, path);
    await page.getByText(t('orders:reading', { name: '全年订单.csv' })).waitFor();
    await desk.shot('w2-reading');
    await cancel.click();
    await page.getByText(t('orders:dropExport')).waitFor();
    await expectNothingLeft(desk);

    await writeFile(join(folder, '本周.csv'), orderExport(rowsOf(3)));
    await pick(desk, join(folder, '本周.csv'));
    await page
      .getByRole('radio', { name: t('ui:zone-Asia/Shanghai') })
      .or(page.locator('.ad-counts'))
      .first()
      .waitFor();
    await page.getByRole('button', { name: t('orders:startImport', { count: 3 }) }).click();
    await page.getByRole('link', { name: t('orders:toOrders') }).waitFor();
    expect((await desk.client.orders.list({ storeId: desk.storeId })).total).toBe(3);
    await expectNothingLeft(desk);
  });

  test('also while it is read once more before its import, which then does not begin', async () => {
    const { page, t } = desk;
    await desk.go(`/orders/import?store=${desk.storeId}`);
    await pick(desk, await largeExport());
    const start = page.getByRole('button', { name: t('orders:startImport', { count: 120_000 }) });
    await start.click({ timeout: 60_000 });
    await page.getByText(t('orders:reading', { name: '全年订单.csv' })).waitFor();
    await desk.shot('w3-before-import');
    await page.getByRole('button', { name: t('ui:cancel'), exact: true }).click();
    await start.waitFor();
    expect((await desk.client.orders.imports({ storeId: desk.storeId })).items).toEqual([]);
    await page.getByRole('button', { name: t('orders:another') }).click();
    await expectNothingLeft(desk);
  });
});

test('evidence can be given up while it is sent, and the next file is taken', async () => {
  const { page, t } = desk;
  const large = await largeExport();
  await desk.go('/evidence');
  const small = await putFile(folder, '聊天记录.txt', '买家：不要了');
  const sendFast = await sendSlowly(desk);
  await pick(desk, small, large);
  await page.getByText(t('evidence:intake.upload', { name: '全年订单.csv' })).waitFor();
  await page.getByRole('button', { name: t('ui:cancel'), exact: true }).click();
  await page.getByText(t('evidence:intake.upload', { name: '全年订单.csv' })).waitFor({ state: 'detached' });
  await expectNothingLeft(desk);
  expect((await desk.client.evidence.list({})).total).toBe(0);
  await sendFast();
  await pick(desk, small);
  await page.getByText(t('evidence:intake.done', { count: 1 })).waitFor();
  expect((await desk.client.evidence.list({})).total).toBe(1);
});
