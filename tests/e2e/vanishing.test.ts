import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { screenshot } from './inputs.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { pressAct } from './page-models/key-pages.ts';
import { openVanishingDesk, type VanishingDesk } from './page-models/vanishing-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('nothing goes out of reach without a word (%s)', (language) => {
  let desk: VanishingDesk;
  beforeAll(async () => {
    desk = await openVanishingDesk(browser, { language });
  });
  afterAll(async () => {
    const { problems } = desk;
    await desk.close();
    expect(problems).toEqual([]);
  });
  const lines = () => desk.page.getByRole('list', { name: desk.t('radar:soon') }).getByRole('listitem');

  test('Today says what to look into, what to ship or hold, and what to save before it is gone', async () => {
    const { page, t, numbers } = desk;
    // From the hour of the digest on it stands among the reminders.
    await page
      .getByText(t('lookUps:due', { count: 2 }))
      .or(page.getByText(t('reminders:round.look-ups', { count: 2 })))
      .waitFor();
    await page.getByText(t('shipping:undated', { count: 1 })).waitFor();
    const orders = page.getByRole('list', { name: t('shipping:title') }).getByRole('listitem');
    await orders.first().waitFor();
    // Red is what is past its time to ship by, and nothing else of it.
    await expect.poll(() => orders.locator('.ad-seal-late').count()).toBe(1);
    await lines().first().waitFor();
    await expect.poll(() => lines().count()).toBe(4);
    // Each of the two pictures that the chat leads to.
    for (const picture of ['1.png', '2.png'])
      await lines()
        .filter({ hasText: picture })
        .getByText(t('radar:lead-unknown'), { exact: true })
        .waitFor();
    await lines()
      .filter({ hasText: numbers[0] ?? '' })
      .getByText(t('radar:lead-doubtful'), { exact: true })
      .waitFor();
    await desk.shot(`90-today-${language}`);
  });

  test('the room of deadlines has all of it by how near it is', async () => {
    const { page, t, numbers } = desk;
    await pressAct(desk, 'g d');
    await page.getByRole('heading', { level: 1, name: t('app:deadlines') }).waitFor();
    await pressAct(desk, 'v');
    for (const group of ['doubtful', 'unknown', 'days-30'] as const)
      await sectionNamed(page, t(`radar:group-${group}`)).waitFor();
    const near = sectionNamed(page, t('radar:group-days-30')).getByRole('listitem');
    await expect.poll(() => near.count()).toBe(2);
    await near
      .first()
      .getByText(numbers[1] ?? '')
      .waitFor();
    await desk.shot(`91-radar-${language}`);
  });

  test('the act leads to the voucher of the order; what is not to be had says why, and both can be taken back', async () => {
    const { page, t, numbers, caseId } = desk;
    const near = sectionNamed(page, t('radar:group-days-30')).getByRole('listitem').first();
    await near.getByRole('link', { name: t('radar:capture') }).click();
    await page.waitForURL(`**/cases/${caseId}/evidence?order=${numbers[1] ?? ''}`);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    const beside = sectionNamed(page, t('radar:ofCase'));
    await beside.getByRole('listitem').first().waitFor();
    await desk.shot(`92-case-${language}`);
    const second = beside.getByRole('listitem').filter({ hasText: numbers[1] ?? '' });
    await second.getByRole('button', { name: t('radar:giveUp') }).click();
    await page.getByLabel(t('radar:reason')).fill('授权不了');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('radar:save') })
      .click();
    const given = beside.locator('.ad-entry-lead').getByText(t('radar:state-given-up'), { exact: true });
    await given.waitFor();
    await pressAct(desk, 'mod+z');
    await given.waitFor({ state: 'detached' });
  });

  test('a link is saved by what it showed, and leaves the list', async () => {
    const { page, t } = desk;
    await desk.go('/');
    const link = lines().filter({ hasText: '1.png' });
    await link.getByRole('button', { name: t('radar:capture') }).click();
    const dialog = page.getByRole('dialog', { name: t('radar:settle-saved') });
    await dialog.locator('input[type=file]').setInputFiles([await screenshot('shown.png', 300, 200)]);
    await dialog.getByText('shown.png').waitFor();
    await desk.shot(`93-save-link-${language}`);
    await dialog.getByRole('button', { name: t('radar:save') }).click();
    await link.waitFor({ state: 'detached' });
    await lines().filter({ hasText: '2.png' }).waitFor();
    await pressAct(desk, 'mod+z');
    await link.waitFor();
  });

  test('an order is held back with a reason, or shipped; Today asks no more, its case still tells', async () => {
    const { page, t, numbers, caseId } = desk;
    const orders = page.getByRole('list', { name: t('shipping:title') }).getByRole('listitem');
    const late = orders.filter({ hasText: numbers[0] ?? '' });
    await late.getByRole('button', { name: t('shipping:hold'), exact: true }).click();
    await page.getByLabel(t('shipping:reason')).fill('正在核实买家');
    await desk.shot(`94-hold-${language}`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('shipping:save') })
      .click();
    await late.waitFor({ state: 'detached' });
    await orders
      .filter({ hasText: numbers[1] ?? '' })
      .getByRole('button', { name: t('shipping:ship'), exact: true })
      .click();
    await orders.first().waitFor({ state: 'detached' });
    await pressAct(desk, 'mod+z');
    await orders.filter({ hasText: numbers[1] ?? '' }).waitFor();
    await desk.go(`/cases/${caseId}/orders`);
    const ofCase = sectionNamed(page, t('shipping:title'));
    await ofCase.getByText('正在核实买家').waitFor();
    await ofCase.getByText(t('shipping:decided-hold'), { exact: true }).waitFor();
    await desk.shot(`95-orders-${language}`);
  });

  test('the calendar has the days on which back offices have to be looked into, and orders to be shipped', async () => {
    const { page, t } = desk;
    await desk.go('/deadlines?view=month');
    await page.locator('.ad-calendar [aria-current="date"] .ad-day-rounds').waitFor();
    const toShip = page.locator('.ad-day-rounds [data-kind="to-ship"]');
    await expect.poll(() => toShip.count()).toBeGreaterThan(0);
    await desk.shot(`99-calendar-${language}`);
    await page.locator('.ad-calendar [aria-current="date"]').click();
    const full = page.locator('.ad-day-rounds-full');
    await full.getByText('南风小店').first().waitFor();
    await full.getByRole('link', { name: t('lookUps:open') }).waitFor();
    await desk.shot(`99-day-${language}`);
  });

  test('back offices are ticked down by keys alone, and what was found is gone on with', async () => {
    const { page, t } = desk;
    await pressAct(desk, 'g b');
    const grid = page.getByRole('grid', { name: t('lookUps:title') });
    await grid.waitFor();
    const rows = grid.getByRole('row');
    await rows.nth(1).waitFor();
    const before = await rows.count();
    await desk.shot(`96-look-ups-${language}`);
    await grid.focus();
    await pressAct(desk, 's');
    const found = page.getByRole('list', { name: t('lookUps:goOn') });
    await found.getByRole('link').waitFor();
    await expect.poll(() => rows.count()).toBe(before - 1);
    await desk.shot(`97-found-${language}`);
    for (let left = before - 2; left > 0; left -= 1) {
      await page.keyboard.press('Enter');
      if (left > 1) await expect.poll(() => rows.count()).toBe(left);
    }
    await page.getByText(t('lookUps:doneTitle')).waitFor();
    // Shown all the same, and put off for good in one store.
    await pressAct(desk, 'h');
    await grid.getByRole('row').filter({ hasText: '南风小店' }).first().click();
    await page.getByRole('switch', { name: t('lookUps:lookFor') }).click();
    await page.getByRole('button', { name: t('lookUps:save') }).click();
    await grid.getByText(t('lookUps:off')).waitFor();
    await desk.shot(`98-all-look-ups-${language}`);
    await desk.go('/');
    await page.getByRole('heading', { level: 1, name: t('app:today') }).waitFor();
    await expect.poll(() => page.getByText(t('lookUps:due', { count: 1 })).count()).toBe(0);
  });
});
