import { expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { startHost } from '../helpers/host.ts';
import { openWindow } from './page-models/desk-window.ts';

test.each(['zh-CN', 'en'] as const)(
  'a tab whose program is closed says so, and what to do, instead of trying for ever (%s)',
  { timeout: 120_000 },
  async (language) => {
    const browser = await launchBrowser();
    const host = await startHost({ settings: { language, zone: 'Asia/Shanghai' } });
    const desk = await openWindow(browser, host, { language });
    try {
      const { page, t } = desk;
      // The first screen is not the one that is lost: it has words of its own.
      await page.getByRole('navigation').first().waitFor();
      await host.close();
      await page.getByText(t('app:gone'), { exact: false }).waitFor({ timeout: 60_000 });
      await desk.shot(`old-tab-${language}`);
      await expect.poll(() => page.getByText(t('app:lost'), { exact: false }).count()).toBe(0);
    } finally {
      await desk.close();
      await browser.close();
    }
  },
);
