import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openDesk } from '../e2e/page-models/desk-window.ts';
import { ROOMS } from '../e2e/page-models/rooms.ts';
import { walkTheCase } from '../e2e/the-walk.ts';
import { findings } from './axe.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

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
        });
        for (const room of ROOMS) {
          await desk.go(room);
          await desk.page.getByRole('heading', { level: 1 }).waitFor();
          found.push(...(await findings(desk, `room${room.replaceAll('/', '-')}`)));
        }
        expect(found).toEqual([]);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );
});
