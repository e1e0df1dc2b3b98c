import { describe, test } from 'vitest';
import { onePreparedDesk } from '../page-models/prepared-desk.ts';

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  const desk = onePreparedDesk({ language, theme: 'system', height: language === 'en' ? 900 : 1700 }, 0);
  test('look', async () => {
    const { page } = desk;
    for (const [name, path] of [
      ['home', '/rulebook'], ['shopee', '/rulebook?platform=shopee'], ['scene', '/rulebook?platform=aliexpress&scenario=aliexpress.report-buyer.malicious-order'],
      ['rule', '/rulebook?rule=SP-03'], ['rule2', '/rulebook?rule=S1-16'], ['conflicts', '/rulebook?platform=aliexpress&conflicts=1'],
    ] as const) {
      await desk.go(path);
      await page.waitForTimeout(700);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(200);
        await desk.shot(`${language}-${name}-${colorScheme}`);
        await page.locator('main').evaluate((m) => { const s = [...document.querySelectorAll('*')].find((e) => e.scrollHeight > e.clientHeight + 40 && getComputedStyle(e).overflowY !== 'visible' && e.contains(m)); console.log(s?.className); s?.scrollTo(0, 1e6); });
        await page.waitForTimeout(100);
        await desk.shot(`${language}-${name}-${colorScheme}-end`);
      }
    }
  });
});
