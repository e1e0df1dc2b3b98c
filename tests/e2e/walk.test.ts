import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openDesk } from './page-models/desk-window.ts';
import { walkTheCase } from './the-walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(['zh-CN', 'en'] as const)(
  'from a bad buyer to the applied result, all in the window (%s)',
  (language) => {
    test('a seller walks the ten steps, and the page never complains', { timeout: 240_000 }, async () => {
      const desk = await openDesk(browser, { language });
      try {
        await walkTheCase(desk);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`last-${language}`);
        await desk.close();
      }
    });
  },
);

describe.each(['zh-CN', 'en'] as const)('the same walk needs no mouse (%s)', (language) => {
  test('every act is reached by Tab, arrows, Enter and Space', { timeout: 300_000 }, async () => {
    const desk = await openDesk(browser, { language, keysOnly: true });
    try {
      await walkTheCase(desk, async () => undefined);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.shot(`last-keys-${language}`);
      await desk.close();
    }
  });
});
