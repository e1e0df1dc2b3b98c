import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { screenshot } from './inputs.ts';
import {
  acknowledgeReadiness,
  dropEvidence,
  enterPriorAttempt,
  expectChances,
  exportMaterial,
  openRequirement,
  openStep,
  settleAttempt,
  tickRequirement,
} from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { dropFiles, hoverFiles } from './page-models/file-drag.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';

const CHAT = '买家承认或暗示恶意竞争的聊天';

const desk = onePreparedDesk({ language: 'zh-CN' });

describe('files go in by dragging them', () => {
  test('files dropped on the evidence step become exhibits, byte for byte, and the grip changes their order', async () => {
    const { page, t } = desk;
    await desk.openReadyCase('evidence');
    const names = ['拖进来 一.png', '拖进来 二.png'];
    const dropped = await Promise.all(names.map((name, at) => screenshot(name, 300 + at, 200)));
    const place = page.locator('main .ad-drop');
    await dropFiles(page, place, dropped);
    const exhibits = page.getByRole('list', { name: t('requirements:exhibits') }).getByRole('listitem');
    await exhibits.nth(3).waitFor();
    for (const file of dropped) {
      const row = exhibits.filter({ has: page.locator(`input[value="${file.name}"]`) });
      const src = (await row.locator('img').getAttribute('src')) ?? '';
      const kept = await page.evaluate(async (url) => {
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        return [...bytes];
      }, src);
      expect(Buffer.from(kept).equals(file.buffer), file.name).toBe(true);
    }
    const last = exhibits.filter({ has: page.locator(`input[value="${names[1] ?? ''}"]`) });
    await last.locator('.exhibit-grip').dragTo(exhibits.first());
    await exhibits
      .first()
      .locator(`input[value="${names[1] ?? ''}"]`)
      .waitFor();
    await desk.shot('40-dropped');
  });

  test('files let go beside the place do not take the page away', async () => {
    const { page, t } = desk;
    await desk.go('/settings');
    const heading = page.getByRole('heading', { level: 1, name: t('app:settings') });
    await heading.waitFor();
    const stray = [await screenshot('beside.png', 90, 90)];
    expect(await hoverFiles(page, heading, stray)).toBe('refused');
    await desk.go('/evidence');
    expect(await hoverFiles(page, page.locator('main .ad-drop'), stray)).toBe('taken');
  });
});

describe('what came in before there was a case', () => {
  test('is put into one from the evidence room, and is its exhibit then', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('evidence');
    const { record } = await desk.client.cases.get({ caseId });
    await desk.go('/evidence');
    await page.getByRole('heading', { level: 1, name: t('app:evidence') }).waitFor();
    const name = 'came-in-early.png';
    await dropFiles(page, page.locator('main .ad-drop'), [await screenshot(name, 333, 222)]);
    await page.getByRole('row').filter({ hasText: name }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('combobox', { name: t('evidence:whichCase') }).fill(record.number);
    await page.getByRole('option', { name: new RegExp(record.number) }).click();
    await sheet.getByRole('button', { name: t('evidence:intoCaseAct') }).click();
    await sheet.getByRole('link', { name: t('evidence:caseLink', { number: 1 }) }).waitFor();
    await desk.shot('41-into-case');
    const exhibits = await desk.client.evidence.exhibits({ caseId });
    expect(exhibits.map(({ item }) => item.fileName)).toContain(name);
  });
});

describe('what cannot be had is said, not faked', () => {
  test('a voucher that cannot be had is marked with its reason, and an exhibit that turns up still counts', async () => {
    const { page, t } = desk;
    await desk.openReadyCase('evidence');
    const row = await openRequirement(desk, CHAT);
    await row.getByRole('button', { name: t('requirements:unavailable') }).click();
    const save = row.getByRole('button', { name: t('requirements:unavailable.save') });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await row.getByLabel(t('requirements:unavailable.title')).fill('聊天记录已过平台保存期');
    await save.click();
    await row.getByText(t('requirements:unavailable.reason', { reason: '聊天记录已过平台保存期' })).waitFor();
    await row.getByText(t('requirements:unavailable.short'), { exact: true }).waitFor();
    await desk.shot('41-unavailable');
    await page.reload();
    await openRequirement(desk, CHAT);
    await row.getByText(t('requirements:unavailable.reason', { reason: '聊天记录已过平台保存期' })).waitFor();
    await dropEvidence(desk, [await screenshot('found-chat.png', 320, 500)], 3);
    await tickRequirement(desk, CHAT, 'found-chat.png');
    await row.getByText(t('requirements:ticked', { count: 1 })).waitFor();
  });
});

describe('originals leave only when asked for', () => {
  test('an export holds none, until the warning about buyer data was read', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('packet');
    await exportMaterial(desk, 1);
    expect(readdirSync(await folderOf(1))).not.toContain('原始文件');

    await page.getByRole('checkbox', { name: t('packets:export.originals') }).check();
    await acknowledgeReadiness(desk);
    await page.getByText(t('packets:originals.warning')).waitFor();
    const go = page.getByRole('button', { name: t('packets:export'), exact: true });
    await expect.poll(() => go.isDisabled()).toBe(true);
    await desk.shot('42-originals');
    await page.getByRole('checkbox', { name: t('packets:originals.accept') }).check();
    await exportMaterial(desk, 2);
    await packet(2).getByText(t('packets:packet.originals')).waitFor();

    const exhibits = await desk.client.evidence.exhibits({ caseId });
    const originals = join(await folderOf(2), '原始文件');
    const hashes = readdirSync(originals, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.png'))
      .map((entry) => sha256Of(readFileSync(join(entry.parentPath, entry.name))));
    expect(hashes.sort()).toEqual(exhibits.map(({ item }) => item.sha256).sort());
    await desk.shot('43-with-originals');
  });
});

describe('an attempt made elsewhere counts', () => {
  test('a spent one stays with all that is known of it, and nothing more is exported for its order', async () => {
    const { page, t } = desk;
    const { orders } = await desk.openReadyCase('orders');
    await enterPriorAttempt(desk, {
      order: orders[0] ?? '',
      state: 'spent',
      madeAt: '2026-10-08T09:30',
      madeBy: '前任运营小王',
      platformNumber: 'R-OLD-5',
      sentText: '买家恶意拍下不付款',
      result: '举报不成立：证据不足',
    });
    await expectChances(desk, { held: 1, spent: 1 });
    const earlier = sectionNamed(page, t('attempts:title')).locator('details');
    await earlier.locator('summary').click();
    for (const known of ['前任运营小王', 'R-OLD-5', '买家恶意拍下不付款', '举报不成立：证据不足'])
      await earlier.getByText(known).waitFor();
    await desk.shot('44-elsewhere');

    await openStep(desk, 'packet');
    await page.getByText(t('packets:finding.attempt-spent', { orderNumber: orders[0] ?? '' })).waitFor();
    await page.getByText(t('packets:export.blocked')).waitFor();
  });

  test('one that nobody is sure of blocks the export and the filing, until somebody has looked', async () => {
    const { page, t } = desk;
    const { orders } = await desk.openReadyCase('packet');
    const [order = ''] = orders;
    await exportMaterial(desk, 1);
    await openStep(desk, 'orders');
    await enterPriorAttempt(desk, { order, state: 'unknown' });
    await expectChances(desk, { held: 1, unknown: 1 });

    // Material that was frozen before the doubt came up cannot be filed either.
    await openStep(desk, 'submission');
    await page.getByRole('button', { name: t('submissions:spend.open') }).click();
    const asked = page.getByRole('dialog', { name: t('submissions:ask.title') });
    await asked.getByRole('checkbox', { name: t('submissions:ask2.check') }).check();
    await asked.getByRole('button', { name: t('submissions:ask2.confirm', { count: 2 }) }).click();
    await page
      .getByRole('alert')
      .getByText(t('errors:ATTEMPT_UNKNOWN', { orderNumber: order }))
      .waitFor();
    await desk.shot('45-unknown-not-filed');
    await asked.getByRole('button', { name: t('ui:notNow') }).click();

    await openStep(desk, 'packet');
    await page.getByText(t('packets:finding.attempt-unknown', { orderNumber: order })).waitFor();
    await page.getByText(t('packets:export.blocked')).waitFor();
    const go = page.getByRole('button', { name: t('packets:export'), exact: true });
    await expect.poll(() => go.isDisabled()).toBe(true);

    await openStep(desk, 'orders');
    await settleAttempt(desk, 'left', '举报记录里查无此单');
    await expectChances(desk, { held: 2 });
    await openStep(desk, 'packet');
    await exportMaterial(desk, 2);
  });
});

const packet = (number: number): Locator => sectionNamed(desk.page, desk.t('packets:packet', { number }));

const folderOf = (number: number): Promise<string> => packet(number).locator('.packet-folder').innerText();

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
