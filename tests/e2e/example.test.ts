import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { openDesk, openWindow, sectionNamed } from './page-models/desk-window.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('a seller who wants to look before they begin (%s, %s)', (language, colorScheme) => {
  test('opens the example, sees on every screen what it is, and is rid of it in one act', async () => {
    const desk = await openDesk(browser, { language, theme: 'system' });
    const { page, t } = desk;
    const other = await openWindow(browser, desk.host, { language });
    await page.emulateMedia({ colorScheme });
    const shot = (name: string) => desk.shot(`60-${language}-${name}`);
    const question = (in_: typeof page) =>
      in_.getByRole('heading', { level: 1, name: t('onboarding:question') });
    try {
      await question(page).waitFor();
      await question(other.page).waitFor();
      await shot('offer');
      await page.getByRole('button', { name: t('workspace:exampleOpen') }).click();
      const band = page.getByRole('region', { name: t('workspace:exampleBand'), exact: true });
      await band.waitFor({ timeout: 60_000 });
      await page.getByRole('heading', { level: 1, name: t('app:today'), exact: true }).waitFor();
      // A window that was open beside it is taken along: nothing of the other workspace stays on its screen.
      await other.page.getByRole('region', { name: t('workspace:exampleBand'), exact: true }).waitFor();
      await shot('today');

      await page
        .getByRole('main')
        .getByRole('link', { name: /^(示例·|Example · )/ })
        .first()
        .click();
      await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
      await expect.poll(() => band.isVisible()).toBe(true);
      await shot('case');
      for (const [room, address] of [
        ['cases', '/cases'],
        ['orders', '/orders'],
        ['settings', '/settings'],
      ] as const) {
        await desk.go(address);
        await page.getByRole('heading', { level: 1, name: t(`app:${room}`), exact: true }).waitFor();
        await expect.poll(() => band.isVisible(), { message: room }).toBe(true);
        await shot(room);
      }
      expect(await findings(desk, `example-${language}`)).toEqual([]);
      // Neither another example nor a move is offered in it.
      const about = sectionNamed(page, t('settings:about'));
      await about.getByText(desk.host.exampleDir).waitFor();
      await expect
        .poll(() => about.getByRole('button', { name: t('workspace:exampleOpen') }).count())
        .toBe(0);
      await expect.poll(() => about.getByRole('button', { name: t('workspace:move') }).count()).toBe(0);

      await band.getByRole('button', { name: t('workspace:exampleLeave') }).click();
      await question(page).waitFor();
      await expect.poll(() => band.count()).toBe(0);
      await desk.go('/settings');
      await page.getByRole('button', { name: t('workspace:exampleOpen') }).click();
      await band.waitFor({ timeout: 60_000 });

      await band.getByRole('button', { name: t('workspace:exampleRemove') }).click();
      const dialog = page.getByRole('dialog', { name: t('workspace:exampleRemove') });
      await dialog.getByText(t('workspace:exampleRemoveText')).waitFor();
      await shot('remove');
      await dialog.getByRole('button', { name: t('workspace:exampleRemove') }).click();
      await question(page).waitFor();
      await question(other.page).waitFor();
      await vi.waitFor(() => expect(existsSync(desk.host.exampleDir)).toBe(false), { timeout: 20_000 });
      expect([...desk.problems, ...other.problems]).toEqual([]);
    } finally {
      await other.close();
      await desk.close();
    }
  });
});
