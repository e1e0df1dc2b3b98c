import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openTestCore } from '../helpers/core.ts';
import { openDesk, openWindow, sectionNamed } from './page-models/desk-window.ts';
import { holdAnswers } from './page-models/held-answers.ts';
import { pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';
import { expectOnDuty, idleFor, pickOperator, renameCase, signInAs } from './page-models/room-pages.ts';

let browser: Browser;
let desk: PreparedDesk;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPreparedDesk(browser, { language: 'zh-CN' });
});
afterAll(async () => {
  const { problems } = desk;
  await desk.close();
  await browser.close();
  expect(problems).toEqual([]);
});

describe('what was done can be taken back on the spot', () => {
  test('a toast names the act and takes it back, and the next one does it again', async () => {
    const { page, t } = desk;
    await desk.openReadyCase('notice');
    const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
    const before = await page.getByRole('heading', { level: 1 }).innerText();
    const act = t('acts:cases.update');
    await renameCase(desk, '改过的名字');
    await heading('改过的名字').waitFor();
    const toast = page.locator('.ad-toast');
    await toast
      .filter({ hasText: act })
      .getByRole('button', { name: t('app:undo') })
      .click();
    await toast.getByText(t('app:undone', { act })).waitFor();
    await heading(before).waitFor();
    await desk.shot('50-undone');
    await toast.getByRole('button', { name: t('app:redo') }).click();
    await heading('改过的名字').waitFor();
    await pressAct(desk, 'mod+z');
    await heading(before).waitFor();
  });
});

describe('two clerks share one computer', () => {
  beforeAll(async () => {
    const { page, t } = desk;
    await desk.go('/settings');
    await page.getByLabel(t('operators:newName')).fill('小林');
    await page.getByRole('button', { name: t('operators:add') }).click();
    const row = page
      .getByRole('list', { name: t('operators:title') })
      .getByRole('listitem')
      .filter({ hasText: '小林' });
    await row.getByRole('button', { name: t('operators:setPin') }).click();
    const dialog = page.getByRole('dialog', { name: t('operators:setPin') });
    await dialog.getByLabel(t('operators:pinOf', { name: '小林' })).fill('2468');
    await dialog.getByRole('button', { name: t('ui:save') }).click();
    // Exactly: the words for no PIN hold those for one.
    await row.getByText(t('operators:hasPin'), { exact: true }).waitFor();
  });

  test('who acts is switched in two clicks, and a wrong PIN switches nobody', async () => {
    const { page, t } = desk;
    await expectOnDuty(desk, '店主');
    await pickOperator(desk, '小林');
    const gate = page.getByRole('dialog', { name: t('operators:whoActs') });
    const pin = gate.getByLabel(t('operators:pinOf', { name: '小林' }));
    await pin.fill('1357');
    await pin.press('Enter');
    await gate.getByText(t('errors:WRONG_PIN')).waitFor();
    await desk.shot('51-wrong-pin');
    await expectOnDuty(desk, '店主');
    await pin.fill('2468');
    await pin.press('Enter');
    await gate.waitFor({ state: 'hidden' });
    await expectOnDuty(desk, '小林');

    await desk.openReadyCase('notice');
    await renameCase(desk, '小林改的');
    await desk.go('/settings');
    await page
      .getByRole('grid', { name: t('journal:title') })
      .getByRole('row')
      .filter({ hasText: '小林' })
      .first()
      .waitFor();

    // Two clicks and no question: the owner has no PIN.
    await pickOperator(desk, '店主');
    await expectOnDuty(desk, '店主');
  });

  test('a PIN that this window has not heard of yet is asked for, not refused in silence', async () => {
    const { page, t, client } = desk;
    const { id: operatorId } = await client.operators.create({ name: '小周' });
    // What the core says waits on the way: the window chooses by what it knew before.
    const answers = await holdAnswers(page);
    await page.reload();
    await signInAs(desk, '店主');
    await page.getByRole('button', { name: t('operators:switch') }).click();
    const choice = page.getByRole('menuitem', { name: '小周' });
    await choice.waitFor();
    answers.hold();
    await client.operators.setPin({ operatorId, pin: '9999' });
    await choice.click();
    answers.release();
    const gate = page.getByRole('dialog', { name: t('operators:whoActs') });
    await gate.getByLabel(t('operators:pinOf', { name: '小周' })).fill('9999');
    await page.keyboard.press('Enter');
    await gate.waitFor({ state: 'hidden' });
    await expectOnDuty(desk, '小周');
    await pickOperator(desk, '店主');
  });

  test('a window left alone asks again before anybody goes on, and keeps what was being written', async () => {
    const { page: first, t } = desk;
    const { caseId } = await desk.openReadyCase('notice');
    await expect.poll(() => first.getByRole('dialog').count()).toBe(0);
    const second = await openWindow(browser, desk.host, { language: 'zh-CN' });
    const { page } = second;
    await page.clock.install();
    await signInAs(second, '店主');
    await second.go(`/cases/${caseId}/facts`);
    await page.getByRole('button', { name: t('facts:add') }).click();
    await page.getByLabel(t('facts:text')).fill('写到一半的一条事实');

    await idleFor(second, 29);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await idleFor(second, 2);
    const gate = page.getByRole('dialog', { name: t('operators:stillYou') });
    await gate.waitFor();
    await page.keyboard.press('Escape');
    await gate.getByRole('button', { name: '小林' }).click();
    await second.shot('52-asked-again');
    await gate.getByLabel(t('operators:pinOf', { name: '小林' })).waitFor();
    await page.keyboard.type('2468');
    await page.keyboard.press('Enter');
    await gate.waitFor({ state: 'hidden' });
    await expectOnDuty(second, '小林');
    await expect.poll(() => page.getByLabel(t('facts:text')).inputValue()).toBe('写到一半的一条事实');
    // The other window goes on as whoever sits there.
    await expectOnDuty(desk, '店主');
    expect(second.problems).toEqual([]);
    await second.close();
  });
});

describe('two names of one shop become one', () => {
  test('a merged store gives its orders and cases to the other, and one click takes that back', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('notice');
    await desk.go('/clients');
    await page.getByRole('button', { name: t('clients:addStore') }).click();
    const form = page.getByRole('dialog', { name: t('clients:addStore') });
    await form.getByLabel(t('clients:storeName')).fill('海港百货旗舰店');
    await form.getByRole('button', { name: t('ui:save') }).click();
    await form.waitFor({ state: 'hidden' });

    const line = (name: string) =>
      page.locator('.ad-entry').filter({ has: page.getByText(name, { exact: true }) });
    const orders = t('clients:orderCount', { count: 40 });
    await line('海港百货').getByText(orders).waitFor();
    await line('海港百货')
      .getByRole('button', { name: t('clients:merge') })
      .click();
    const dialog = page.getByRole('dialog', { name: t('clients:mergeTitle', { name: '海港百货' }) });
    await dialog.getByRole('combobox', { name: t('clients:mergeInto') }).click();
    await page.getByRole('option', { name: '海港百货旗舰店' }).click();
    await desk.shot('53-merge');
    await dialog.getByRole('button', { name: t('clients:merge') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await line('海港百货旗舰店').getByText(orders).waitFor();
    await expect.poll(() => line('海港百货').count()).toBe(0);
    await desk.showCase(caseId, 'notice');
    await page.locator('.ad-page-sub').getByText('海港百货旗舰店').waitFor();

    await desk.go('/clients');
    await page
      .locator('.ad-toast', { hasText: t('acts:stores.merge') })
      .getByRole('button', { name: t('app:undo') })
      .click();
    await line('海港百货').getByText(orders).waitFor();
    await line('海港百货旗舰店')
      .getByText(t('clients:orderCount', { count: 0 }))
      .waitFor();
  });
});

describe('the workspace can be carried away and brought back', () => {
  test('a backup is restored into a new folder with everything in it, and not over anything', async () => {
    const { page, t } = desk;
    await desk.go('/settings');
    await page.getByRole('button', { name: t('workspace:backUpNow') }).click();
    const asked = page
      .getByRole('list', { name: t('workspace:backups') })
      .getByRole('listitem')
      .filter({ hasText: t('workspace:reason-asked') });
    await asked.getByRole('button', { name: t('workspace:restore') }).click();
    const dialog = page.getByRole('dialog', { name: t('workspace:restoreTitle') });
    const into = dialog.getByLabel(t('workspace:restoreInto'));
    const act = dialog.getByRole('button', { name: t('workspace:restoreAct') });
    await into.fill(desk.host.workspaceDir);
    await dialog.getByText(t('workspace:unfit-not-empty', { service: '' })).waitFor();
    await expect.poll(() => act.isDisabled()).toBe(true);
    await desk.shot('54-restore-refused');
    mkdirSync(join(desk.files, 'OneDrive'));
    await into.fill(join(desk.files, 'OneDrive', '资料库'));
    await dialog.getByText(t('workspace:unfit-synced', { service: 'OneDrive' })).waitFor();
    const folder = join(desk.files, '恢复出来的');
    await into.fill(folder);
    await act.click();
    await dialog.getByText(t('workspace:restored', { folder })).waitFor();
    await desk.shot('55-restored');
    await page.keyboard.press('Escape');

    const live = await desk.client.cases.list({});
    const restored = await openTestCore({ folder });
    try {
      expect((await restored.client.cases.list({})).items).toEqual(live.items);
      expect((await restored.client.evidence.list({})).total).toBe(
        (await desk.client.evidence.list({})).total,
      );
    } finally {
      await restored.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('a moved workspace opens in its new folder, and the old one takes no more work', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('notice');
    const before = await desk.client.cases.get({ caseId });
    await desk.go('/settings');
    await page.getByRole('button', { name: t('workspace:move') }).click();
    const dialog = page.getByRole('dialog', { name: t('workspace:moveTitle') });
    const folder = join(desk.files, '新家');
    await dialog.getByLabel(t('workspace:moveInto')).fill(folder);
    await dialog.getByRole('button', { name: t('workspace:moveAct') }).click();
    await dialog.getByText(t('workspace:moved', { folder })).waitFor();
    await desk.shot('56-moved');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await desk.showCase(caseId, 'notice');
    await renameCase(desk, '搬走以后改的');
    await page.getByRole('alert').getByText(t('errors:MOVED')).waitFor();
    await desk.shot('57-moved-refused');

    const moved = await openDesk(browser, { language: 'zh-CN', workspaceDir: folder });
    try {
      await signInAs(moved, '店主');
      await moved.go(`/cases/${caseId}/notice`);
      await moved.page.getByRole('heading', { level: 1, name: before.record.title }).waitFor();
      await renameCase(moved, '新家里改的');
      await moved.page.getByRole('heading', { level: 1, name: '新家里改的' }).waitFor();
      await moved.go('/settings');
      await sectionNamed(moved.page, t('settings:about')).getByText(folder).waitFor();
      expect(moved.problems).toEqual([]);
    } finally {
      await moved.close();
    }
  });
});
