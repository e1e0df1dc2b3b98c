import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openDesk, type DeskWindow } from '../e2e/page-models/desk-window.ts';
import { walkTheCase } from '../e2e/the-walk.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ROOMS = [
  '/',
  '/cases',
  '/cases/new',
  '/orders',
  '/orders/import',
  '/evidence',
  '/deadlines',
  '/rulebook',
  '/clients',
  '/settings',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Waits until nothing fades or slides any more: axe would measure the contrast of half a fade. */
async function settled(page: DeskWindow['page']): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
}

/** What axe finds on the screen as it stands, in light and in dark, each finding in one line. */
async function findings({ page }: DeskWindow, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    for (const { id, nodes } of violations) {
      for (const node of nodes)
        found.push(`${screen} ${colorScheme} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

describe.each(['zh-CN', 'en'] as const)('everybody can use every screen (%s)', (language) => {
  test(
    'axe finds nothing on any screen of the walk or in any room, in light and in dark',
    { timeout: 900_000 },
    async () => {
      const desk = await openDesk(browser, { language, theme: 'system' });
      const found: string[] = [];
      try {
        found.push(...(await findings(desk, 'first')));
        await walkTheCase(desk, async (screen) => {
          found.push(...(await findings(desk, screen)));
          await desk.shot(`a11y-${screen}`);
        });
        for (const room of ROOMS) {
          await desk.go(room);
          await desk.page.getByRole('heading', { level: 1 }).waitFor();
          found.push(...(await findings(desk, room)));
        }
        expect(found).toEqual([]);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );
});
