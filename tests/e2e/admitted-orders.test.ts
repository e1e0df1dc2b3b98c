import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import {
  flaggedNumbers,
  noticeStore,
  openFromNotice,
  proveOrders,
  stateFact,
} from '../helpers/notice-case.ts';
import { readMaterial, type ReadMaterial } from '../helpers/packet-folder.ts';
import { squeeze } from '../helpers/pdf.ts';
import { exportMaterial } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

const ORDERS = flaggedNumbers(3, 9800);
const [FIRST = '', SECOND = '', ADMITTED = ''] = ORDERS;
const HEADING = {
  'zh-CN': '店铺自查确认有问题的订单',
  en: 'Orders the shop itself found to be at fault',
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** A case whose material can be exported in either language: two orders proven, one admitted among ourselves. */
async function readyCase({ client, files, t }: PreparedDesk): Promise<string> {
  const storeId = await noticeStore(client);
  const caseId = await openFromNotice(client, storeId, ORDERS, { issuedAt: Date.now() });
  const itemIds = await proveOrders(client, files, caseId, [FIRST, SECOND]);
  await client.cases.sortOrders({
    caseId,
    orderNumbers: [FIRST, SECOND],
    class: 'documented-genuine',
  });
  await client.cases.sortOrders({ caseId, orderNumbers: [ADMITTED], class: 'admitted' });
  await stateFact(client, caseId, itemIds[0] ?? '', '两笔订单都有完整的发货和签收记录。', t.language);
  return caseId;
}

describe.each(['zh-CN', 'en'] as const)('orders that are admitted among ourselves (%s)', (language) => {
  test(
    'are in no exported copy until the seller, told to take advice first, says so; and in none after taking it back',
    { timeout: 180_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language }, 0);
      try {
        const { page, t, hands } = desk;
        const caseId = await readyCase(desk);
        const exported = async (number: number): Promise<ReadMaterial> => {
          await exportMaterial(desk, number);
          const packet = sectionNamed(page, t('packets:packet', { number }));
          return await readMaterial(await packet.locator('.packet-folder').innerText());
        };
        await desk.showCase(caseId, 'packet');
        const byDefault = await exported(1);
        expect(byDefault.names(FIRST)).toBe(true);
        expect(byDefault.names(ADMITTED)).toBe(false);

        const names = page.getByRole('checkbox', { name: t('packets:disclosure.admitted', { count: 1 }) });
        await names.click();
        const advice = page.getByRole('dialog', { name: t('packets:advice.title') });
        const name = advice.getByRole('button', { name: t('packets:advice.name') });
        await advice.getByText(t('packets:advice.admission')).waitFor();
        await expect.poll(() => name.isDisabled()).toBe(true);
        await hands.tick(advice.getByRole('checkbox', { name: t('packets:advice.taken') }));
        await hands.press(name);
        await advice.waitFor({ state: 'hidden' });
        await page.getByText(t('packets:disclosure.admitted.on')).waitFor();
        await expect.poll(() => names.isChecked()).toBe(true);
        await desk.shot(`admitted-on-${language}`);
        const named = await exported(2);
        expect(named.pdf).toContain(squeeze(HEADING[language]));
        expect(named.pdf).toContain(ADMITTED);
        // Named, and not contested: it has no vouchers to hand in.
        expect(named.paths.filter((path) => path.includes(ADMITTED))).toEqual([]);

        await names.click();
        await page.getByText(t('packets:disclosure.admitted.on')).waitFor({ state: 'hidden' });
        expect((await exported(3)).names(ADMITTED)).toBe(false);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );
});
