import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sectionNamed } from '../e2e/page-models/desk-window.ts';
import { pressAct } from '../e2e/page-models/key-pages.ts';
import { openVanishingDesk } from '../e2e/page-models/vanishing-desk.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { findings } from './axe.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('everybody can save what vanishes (%s)', (language) => {
  test('axe finds nothing in what vanishes, what to look into and what to ship, in light and in dark', async () => {
    const desk = await openVanishingDesk(browser, { language, theme: 'system' });
    const { page, t, caseId } = desk;
    const found: string[] = [];
    try {
      await page.getByRole('list', { name: t('radar:soon') }).waitFor();
      found.push(...(await findings(desk, 'vanishing-today')));
      await page
        .getByRole('button', { name: t('radar:capture') })
        .first()
        .click();
      await page.getByRole('dialog', { name: t('radar:settle-saved') }).waitFor();
      found.push(...(await findings(desk, 'vanishing-save', { part: '[role=dialog]' })));
      await page.keyboard.press('Escape');
      await page
        .getByRole('button', { name: t('shipping:hold'), exact: true })
        .first()
        .click();
      await page.getByLabel(t('shipping:reason')).waitFor();
      found.push(...(await findings(desk, 'vanishing-hold', { part: '[role=dialog]' })));
      await page.keyboard.press('Escape');
      await desk.go('/deadlines?view=vanishing');
      await sectionNamed(page, t('radar:group-unknown')).waitFor();
      found.push(...(await findings(desk, 'vanishing-room')));
      await desk.go(`/cases/${caseId}/orders`);
      await sectionNamed(page, t('radar:ofCase')).getByRole('listitem').first().waitFor();
      found.push(...(await findings(desk, 'vanishing-case')));
      await desk.go('/look-ups');
      const grid = page.getByRole('grid', { name: t('lookUps:title') });
      await grid.focus();
      await pressAct(desk, 's');
      await page.getByRole('list', { name: t('lookUps:goOn') }).waitFor();
      found.push(...(await findings(desk, 'look-ups')));
      expect(found).toEqual([]);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
