import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { resultOf } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { screenshot } from './inputs.ts';
import { openStep } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';
import { dropNamed } from './page-models/voucher-pages.ts';

const DAY = 24 * 3_600_000;

let browser: Browser;
let desk: PreparedDesk;
beforeAll(async () => {
  browser = await launchBrowser();
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

test('proposals that are put off stay put off while the window is open, and come back when they are asked for', async () => {
  const { page, t, client } = desk;
  const numbers = flaggedNumbers(2);
  const caseId = await openFromNotice(client, await noticeStore(client), numbers);
  await desk.showCase(caseId, 'evidence');
  const named = await Promise.all(
    numbers.map((number, place) => screenshot(`${number} 发货底单.png`, 200 + place, 150)),
  );
  const proposals = await dropNamed(desk, named, 2);
  await proposals.getByRole('button', { name: t('requirements:proposals.later') }).click();
  const again = page.getByRole('button', { name: t('requirements:proposals.again', { count: 2 }) });
  await again.waitFor();
  await desk.shot('p1-put-off');

  await openStep(desk, 'facts');
  await openStep(desk, 'evidence');
  await again.waitFor();
  await expect.poll(() => sectionNamed(page, t('requirements:proposals')).count()).toBe(0);
  await desk.go('/cases');
  await page.getByRole('heading', { level: 1, name: t('app:cases') }).waitFor();
  await desk.showCase(caseId, 'evidence');
  await again.waitFor();
  // What comes later is proposed by itself; what was put off is not brought up with it.
  const later = await dropNamed(desk, [await screenshot(`${numbers[0] ?? ''} 签收底单.png`, 210, 150)], 1);
  await later.getByRole('button', { name: t('requirements:proposals.accept', { count: 1 }) }).click();
  await again.click();
  await sectionNamed(page, t('requirements:proposals'))
    .getByRole('button', { name: t('requirements:proposals.accept', { count: 2 }) })
    .waitFor();
});

/** Makes every backup as old as it would be had none been made since. */
async function ageBackups(milliseconds: number): Promise<void> {
  const folder = join(desk.host.workspaceDir, 'backups');
  for (const name of await readdir(folder)) {
    const file = join(folder, name, 'backup.json');
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const record = JSON.parse(text) as { madeAt: number };
    await writeFile(file, JSON.stringify({ ...record, madeAt: record.madeAt - milliseconds }));
  }
}

test('Today says when backups have stopped, and says nothing while they are made', async () => {
  const { page, t, client } = desk;
  const line = page.getByText(t('today:oldBackup', { count: 4 }), { exact: false });
  await resultOf(client, await client.workspace.backUp({}));
  await desk.go('/');
  await page.reload();
  await page.getByText(t('today:emptyTitle')).waitFor();
  const toBackups = page.getByRole('link', { name: t('today:toBackups') });
  await expect.poll(() => toBackups.count()).toBe(0);
  await ageBackups(4 * DAY + 1000);
  await page.reload();
  await line.waitFor();
  await desk.shot('p2-backups-stopped');
  await toBackups.click();
  await page.getByRole('heading', { level: 1, name: t('app:settings') }).waitFor();
  // A new one, and the line is gone.
  await resultOf(client, await client.workspace.backUp({}));
  await desk.go('/');
  await page.reload();
  await page.getByText(t('today:emptyTitle')).waitFor();
  await expect.poll(() => toBackups.count()).toBe(0);
});
