import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

const MANY = 600;

let browser: Browser;
let desk: PreparedDesk;
let caseId: string;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPreparedDesk(browser, { language: 'zh-CN' });
  ({ caseId } = await desk.openReadyCase('notice'));
  // The window looks elsewhere meanwhile: it would show each of them as it comes, which is not what this is about.
  await desk.go('/help');
  await desk.page.getByRole('heading', { level: 1, name: desk.t('help:title') }).waitFor();
  const before = (await desk.client.evidence.exhibits({ caseId })).length;
  for (let number = before + 1; number <= MANY; number += 1)
    await desk.client.evidence.takeInText({ caseId, label: `旺旺举证号 ${number}`, text: `token-${number}` });
}, 240_000);
afterAll(async () => {
  const { problems } = desk;
  await desk.close();
  await browser.close();
  expect(problems).toEqual([]);
});

test('a case with hundreds of exhibits draws only those in sight, and its last is two keys away', async () => {
  const { page, t } = desk;
  await desk.showCase(caseId, 'evidence');
  const list = page.getByRole('list', { name: t('requirements:exhibits') });
  const cards = list.getByRole('listitem');
  await cards.first().waitFor();
  // What came in is told of in parts: the list grows until it has them all.
  await expect.poll(() => cards.first().getAttribute('aria-setsize')).toBe(String(MANY));
  await expect.poll(() => cards.count()).toBeLessThan(60);

  const last = list.locator(`[aria-posinset="${MANY}"]`);
  await expect.poll(() => last.count()).toBe(0);
  await cards.first().focus();
  await page.keyboard.press('End');
  await page.waitForFunction(
    (place) => document.activeElement?.getAttribute('aria-posinset') === place,
    String(MANY),
  );
  const { top, bottom } = await last.evaluate((card) => card.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThanOrEqual(900);
  await expect.poll(() => cards.count()).toBeLessThan(60);
  await desk.shot('56-last-of-many');

  await pressAct(desk, 'o');
  const shown = page.getByRole('dialog', { name: `旺旺举证号 ${MANY}` });
  await shown.waitFor();
  await shown.getByText(`token-${MANY}`).waitFor();
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'hidden' });
  await page.waitForFunction(
    (place) => document.activeElement?.getAttribute('aria-posinset') === place,
    String(MANY),
  );

  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-posinset') === '1');
});

test('the wheel reaches the last exhibit too, with every one on the way where it belongs', async () => {
  const { page, t } = desk;
  await desk.showCase(caseId, 'evidence');
  const list = page.getByRole('list', { name: t('requirements:exhibits') });
  await list.getByRole('listitem').first().waitFor();
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight / 2));
  await list
    .getByRole('listitem')
    .filter({ hasText: /证据3\d\d/ })
    .first()
    .waitFor();
  const places = await list.getByRole('listitem').evaluateAll((cards) =>
    cards
      .map((card) => ({
        place: Number(card.getAttribute('aria-posinset')),
        top: card.getBoundingClientRect().top,
      }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ top }) => Math.round(top)),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(new Set(places).size).toBe(places.length);
  await desk.shot('57-middle-of-many');
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await list.locator(`[aria-posinset="${MANY}"]`).waitFor();
});
