import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { newStore } from '../helpers/case.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a computer that travelled with its window open goes on in the zone where it woke up', async () => {
  const desk = await openPreparedDesk(browser, { language: 'zh-CN' }, 0);
  const { page, t, client } = desk;
  try {
    // Nobody chose a zone: it is the computer's.
    await client.settings.update({ zone: '' });
    await page.reload();
    await desk.go('/settings');
    const zone = page.getByRole('combobox', { name: t('settings:zone') });
    const shown = (): Promise<string> => zone.inputValue();
    await expect.poll(shown).toBe(t('settings:zoneMachine', { zone: 'Asia/Shanghai' }));
    // What the system tells a page when the computer's zone changes; the browser of the tests cannot be moved twice.
    await page.evaluate(() => {
      const own = Intl.DateTimeFormat.prototype.resolvedOptions;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...own.call(this), timeZone: 'America/New_York' };
      };
      window.dispatchEvent(new Event('focus'));
    });
    await expect.poll(shown).toBe(t('settings:zoneMachine', { zone: 'America/New_York' }));
    // The core writes it down with whatever is done from then on.
    await expect
      .poll(async () => {
        await newStore(client, '路上的店');
        return (await client.journal.list({ limit: 1 })).items[0]?.zone;
      })
      .toBe('America/New_York');
    expect(desk.problems).toEqual([]);
  } finally {
    await desk.shot('c30-travelled-zone');
    await desk.close();
  }
});
