import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_STEPS } from '../../shared/cases/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase } from '../helpers/case.ts';
import { flaggedNumbers, noticeStore, openFromNotice, proveOrders } from '../helpers/notice-case.ts';
import {
  buttonsWithoutKey,
  leaveField,
  pressKeys,
  readKeys,
  sight,
  type KeyLine,
} from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
let desk: PreparedDesk;
let screens: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPreparedDesk(browser, { language: 'zh-CN' });
  const { client, files } = desk;
  const report = await desk.openReadyCase('notice');
  await exportCase(client, report.caseId);
  const numbers = flaggedNumbers(3);
  const flagged = await openFromNotice(client, await noticeStore(client), numbers);
  await proveOrders(client, files, flagged, numbers.slice(0, 1));
  screens = [
    '/',
    '/cases',
    '/cases/new?what=appeal',
    '/cases/new?what=report',
    '/orders',
    '/orders/import',
    '/evidence',
    '/deadlines',
    '/rulebook',
    '/clients',
    '/settings',
    '/help',
    ...[report.caseId, flagged].flatMap((caseId) => CASE_STEPS.map((step) => `/cases/${caseId}/${step}`)),
    `/cases/${flagged}/evidence?view=asks`,
    `/cases/${flagged}/evidence?view=exhibits`,
    `/cases/${flagged}/statement?document=plan`,
    `/cases/${flagged}/statement?document=campaigns`,
  ];
});
afterAll(async () => {
  const { problems } = desk;
  await desk.close();
  await browser.close();
  expect(problems).toEqual([]);
});

/** Shows a screen with everything on it that it waits for. */
async function show(path: string): Promise<void> {
  const { page } = desk;
  await page.goto(new URL(path, page.url()).href);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main .ad-loading') === null);
  await leaveField(desk);
}

/** What would end the test rather than act on the screen: it opens another workspace under the page. */
const LEAVES_THE_WORKSPACE = new Set(['example']);

describe('everything can be done by key', () => {
  test(
    'no two acts of a screen share a key, and no button is without one',
    { timeout: 300_000 },
    async () => {
      const twice: string[] = [];
      const without: string[] = [];
      for (const screen of screens) {
        await show(screen);
        const lines = await readKeys(desk);
        expect(lines.length, screen).toBeGreaterThan(15);
        const byKey = Map.groupBy(lines, ({ keys }) => keys);
        for (const [keys, same] of byKey)
          if (same.length > 1) twice.push(`${screen} ${keys}: ${same.map(({ act }) => act).join(', ')}`);
        without.push(...(await buttonsWithoutKey(desk)).map((button) => `${screen} ${button}`));
      }
      expect(twice).toEqual([]);
      expect(without).toEqual([]);
    },
  );

  test('every line of the sheet of keys does something on its screen', { timeout: 900_000 }, async () => {
    const dead: string[] = [];
    const everywhere = new Set<string>();
    for (const screen of screens) {
      await show(screen);
      const lines = await readKeys(desk);
      for (const line of lines) {
        const general =
          /^(go-|palette|keys|help|new-case|notice|rejected|import|undo|redo|language|theme)/.test(line.act);
        if (LEAVES_THE_WORKSPACE.has(line.act) || (general && everywhere.has(line.act))) continue;
        if (general) everywhere.add(line.act);
        if (!(await doesSomething(screen, line))) dead.push(`${screen} ${line.keys} ${line.act}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

async function doesSomething(screen: string, { keys }: KeyLine): Promise<boolean> {
  const { page, client } = desk;
  await client.settings.update({ language: 'zh-CN', theme: 'light' });
  await show(screen);
  let chooser = false;
  page.once('filechooser', () => {
    chooser = true;
  });
  const before = await sight(desk);
  await pressKeys(desk, keys);
  try {
    await expect.poll(async () => chooser || (await sight(desk)) !== before, { timeout: 4000 }).toBe(true);
    return true;
  } catch {
    return false;
  }
}
