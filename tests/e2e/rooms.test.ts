import { chmodSync, truncateSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobPath, workspacePaths } from '../../main/workspace/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR, resultOf } from '../helpers/core.ts';
import { orderExport } from '../helpers/files.ts';
import { dropEvidence } from './page-models/case-pages.ts';
import { openDesk, sectionNamed } from './page-models/desk-window.ts';
import { comeToRest } from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';
import { archiveCase, takeBack } from './page-models/room-pages.ts';
import { screenshot } from './inputs.ts';

const DAY = 24 * HOUR;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('somebody who reads English', () => {
  test('sees quotation marks as wide as English ones, and Chinese ones in Chinese words', async () => {
    const desk = await openDesk(browser, { language: 'en' });
    const widthOf = (lang: string) =>
      desk.page.evaluate((language) => {
        const mark = document.createElement('span');
        mark.lang = language;
        mark.style.fontSize = '100px';
        mark.style.position = 'absolute';
        mark.textContent = '“';
        document.body.append(mark);
        const { width } = mark.getBoundingClientRect();
        mark.remove();
        return width;
      }, lang);
    try {
      await expect.poll(() => widthOf('zh-CN')).toBe(100);
      await expect.poll(() => widthOf('en')).toBeLessThan(60);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

describe('somebody who only wants to look up a rule', () => {
  test('is led there by the first question, finds it by two characters, and reads who says so and who says otherwise', async () => {
    const desk = await openDesk(browser, { language: 'zh-CN' });
    const { page, t } = desk;
    try {
      await page.getByRole('button', { name: t('onboarding:lookUp') }).click();
      await page.getByRole('heading', { level: 1, name: t('app:rulebook'), exact: true }).waitFor();
      await page.getByRole('textbox', { name: t('rulebook:search') }).fill('骚扰');
      const found = sectionNamed(page, t('rulebook:found'));
      const harassment = found.getByRole('heading', { level: 3, name: /^S1-43 / });
      await harassment.waitFor();
      // By its words, and not what lacks them.
      await expect.poll(() => found.getByRole('heading', { level: 3, name: /^S1-11 / }).count()).toBe(0);
      // Rules of every platform stand together: each says whose it is.
      const title = page.getByRole('heading', { level: 3, name: /^S1-43 / });
      await found.locator('.ad-sheet', { has: title }).getByText('速卖通', { exact: true }).waitFor();
      await desk.shot('85-found');
      await harassment.getByRole('link', { name: 'S1-43', exact: true }).click();
      await page.getByRole('heading', { level: 2, name: /^S1-43 恶意骚扰按订单维度排查/ }).waitFor();
      await page
        .getByText('“恶意骚扰:主要是针对订单维度进行排查,比如买家下单不支付并备注无效信息”')
        .waitFor();
      for (const fact of ['C, 58', '2026-11-22', t('rulebook:instant-conduct')])
        await page.locator('.ad-rule-facts').getByText(fact, { exact: true }).waitFor();
      await expect
        .poll(() => page.locator('.ad-quote figcaption').innerText())
        .toContain(`速卖通卖家文章汇编（二手，未注明日期） · ${t('ui:undated')} · ${t('ui:confidenceM')}`);

      // A rule on which sources differ leads to all of them, the strictest first, and says by which one we go.
      await page.getByRole('textbox', { name: t('rulebook:search') }).fill('审核一般');
      const review = found
        .locator('.ad-sheet')
        .filter({ has: page.getByRole('heading', { name: /^S1-03 / }) });
      await review.getByRole('link', { name: t('ui:readingsDiffer') }).click();
      const conflict = page
        .locator('.ad-sheet')
        .filter({ has: page.getByRole('heading', { level: 3, name: /^X1 / }) });
      await conflict.waitFor();
      const sides = conflict.locator('.ad-quote');
      await expect
        .poll(() => sides.locator('figcaption a:first-child').allInnerTexts())
        .toEqual(['S1-11', 'S1-36', 'AE-05', 'S1-03']);
      const [quick, , , slow] = await sides.allInnerTexts();
      expect(quick).toContain('“举报结果快速反馈,最晚48小时给到处理结果”');
      expect(slow).toContain('“相关团队一般会在7-15个工作日内完成审核”');
      expect(slow).toContain(t('rulebook:actsFor-clock'));
      expect(quick).not.toContain(t('rulebook:actsFor-clock'));
      await conflict.getByText('最长的 15 个工作日过了才催', { exact: false }).waitFor();
      await comeToRest(desk);
      // Side by side: two lines of two, each with a place of its own.
      const boxes = await Promise.all((await sides.all()).map((side) => side.boundingBox()));
      expect(new Set(boxes.map((box) => box?.y)).size).toBe(2);
      expect(new Set(boxes.map((box) => box?.x)).size).toBe(2);
      await desk.shot('86-conflict');
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

describe('in a workspace where work is going on', () => {
  let desk: PreparedDesk;
  beforeAll(async () => {
    desk = await openPreparedDesk(browser, { language: 'zh-CN' });
  });
  afterAll(async () => {
    const { problems } = desk;
    await desk.close();
    expect(problems).toEqual([]);
  });

  test('rows of an import that a spreadsheet may have changed are shown before anything is taken', async () => {
    const { page, t } = desk;
    await desk.go(`/orders/import?store=${desk.storeId}`);
    const rows = ['8012345678999000', '8.01235E+15', '8012345678998000'].map((orderNumber) => ({
      orderNumber,
    }));
    await page.locator('main input[type=file]').setInputFiles({
      name: 'orders.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${orderExport(rows)}`),
    });
    const doubtful = page.getByRole('grid', { name: t('orders:doubtful', { count: 2 }) });
    for (const [row, orderNumber] of [
      ['2', '8012345678999000'],
      ['4', '8012345678998000'],
    ] as const) {
      const line = doubtful.getByRole('row').filter({ hasText: orderNumber });
      await line.getByText(row, { exact: true }).waitFor();
      await line.getByText(t('orders:reject-order-number-rounded')).waitFor();
    }
    await page.getByText(t('orders:doubtfulHint')).waitFor();
    const refused = page.getByRole('grid', { name: t('orders:rejects', { count: 1 }) });
    await refused.getByText('8.01235E+15').waitFor();
    await desk.shot('87-doubtful');
    expect((await desk.client.orders.list({ storeId: desk.storeId })).total).toBe(40);
    await page.getByRole('button', { name: t('orders:startImport', { count: 2 }) }).click();
    await page.getByRole('link', { name: t('orders:thenCase') }).waitFor();
    expect((await desk.client.orders.list({ storeId: desk.storeId })).total).toBe(42);
  });

  test('a case and a store that are put away are out of the lists, can be seen, and come back at once', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('notice');
    const { record } = await desk.client.cases.get({ caseId });
    await archiveCase(desk);
    await page.locator('.ad-page-sub').getByText(t('cases:header.archived')).waitFor();
    await desk.go('/cases');
    const row = page.getByRole('row').filter({ hasText: record.number });
    await page.getByText(t('cases:empty.title')).waitFor();
    await expect.poll(() => row.count()).toBe(0);
    await desk.go(`/cases/${caseId}/notice`);
    await takeBack(desk, t('acts:cases.archive'));
    await page.locator('.ad-page-sub').getByText(t('cases:header.archived')).waitFor({ state: 'detached' });
    await desk.go('/cases');
    await row.getByText(t('cases:stage.preparing'), { exact: true }).waitFor();

    await archiveFromList(row);
    await page.getByRole('checkbox', { name: t('cases:filter.archived') }).check();
    await row.getByText(t('cases:stage.closed'), { exact: true }).waitFor();
    await desk.shot('88-archived-cases');
    await row.click();
    await archiveCase(desk, 'bring back');
    await page.locator('.ad-page-sub').getByText(t('cases:header.archived')).waitFor({ state: 'detached' });

    await desk.go('/clients');
    const store = page.locator('.ad-entry').filter({ has: page.getByText('海港百货', { exact: true }) });
    await store.getByRole('button', { name: t('clients:archive'), exact: true }).click();
    await store.waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: t('clients:showArchived') }).click();
    await store.getByText(t('clients:archived'), { exact: true }).waitFor();
    await desk.shot('89-archived-store');
    await takeBack(desk, t('acts:stores.archive'));
    await store.getByText(t('clients:archived'), { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: t('clients:showArchived') }).click();
    await store.getByText(t('clients:orderCount', { count: 42 })).waitFor();
  });

  test('Today says when backups stop, and falls silent when there is one again', async () => {
    const { page, t } = desk;
    await resultOf(desk.client, await desk.client.workspace.backUp({}));
    const { lastBackupAt } = await desk.client.workspace.info({});
    const on = async (now: number): Promise<void> => {
      await page.clock.setFixedTime(now);
      await page.goto(desk.host.url);
      await page.getByRole('heading', { level: 1, name: t('app:today'), exact: true }).waitFor();
      await page.locator('main .ad-loading').first().waitFor({ state: 'detached' });
    };
    const says = page.getByText(t('today:oldBackup', { count: 4 }));
    await on((lastBackupAt ?? 0) + 2 * DAY);
    await expect.poll(() => page.getByRole('link', { name: t('today:toBackups') }).count()).toBe(0);
    await on((lastBackupAt ?? 0) + 4 * DAY + HOUR);
    await says.waitFor();
    await desk.shot('90-old-backup');
    await page.getByRole('link', { name: t('today:toBackups') }).click();
    await page.getByRole('button', { name: t('workspace:backUpNow') }).waitFor();
    await page.clock.setFixedTime(Date.now());
    await on(Date.now());
    await expect.poll(() => says.count()).toBe(0);
  });

  test('a check in the settings names the file that was damaged, and is content when it was handed in again', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('evidence');
    const picture = await screenshot('买家聊天 0412.png', 410, 320);
    await dropEvidence(desk, [picture], 3);
    const exhibits = await desk.client.evidence.exhibits({ caseId });
    const sha256 = exhibits.find(({ item }) => item.fileName === picture.name)?.item.sha256 ?? '';
    const path = blobPath(workspacePaths(desk.host.workspaceDir).vault, sha256);
    chmodSync(path, 0o644);
    truncateSync(path, 100);

    await desk.go('/settings');
    const verify = page.getByRole('button', { name: t('workspace:verifyNow') });
    await verify.click();
    const report = page.getByRole('note').filter({ hasText: t('workspace:verifiedFindings', { count: 1 }) });
    const finding = report.getByRole('listitem');
    await finding.getByText(picture.name, { exact: true }).waitFor();
    await expect.poll(() => finding.innerText()).toContain(t('workspace:finding-blob-changed'));
    await expect.poll(() => finding.innerText()).toContain(sha256);
    await desk.shot('91-damaged');

    await desk.showCase(caseId, 'evidence');
    await dropEvidence(desk, [picture], 3);
    await desk.go('/settings');
    await verify.click();
    await page.getByRole('note').getByText(t('workspace:verifiedClean')).waitFor();
  });

  /** Archives the case of a row, and comes back to the list. */
  async function archiveFromList(row: Locator): Promise<void> {
    await row.click();
    await desk.page.getByRole('navigation', { name: desk.t('cases:steps') }).waitFor();
    await archiveCase(desk);
    await desk.page.locator('.ad-page-sub').getByText(desk.t('cases:header.archived')).waitFor();
    await desk.go('/cases');
  }
});
