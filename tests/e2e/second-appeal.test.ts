import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { exportCase, file, prepareCase } from '../helpers/case.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { testFolder } from '../helpers/files.ts';
import { orderNumberOf } from '../helpers/order-number.ts';
import { openStep, recordDecision } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('the second of two chances (%s)', (language) => {
  test(
    'is used in the same case after the first answer was no, and there is no third',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, client, hands, showCase } = desk;
      try {
        const found = (await client.rulebook.platforms({})).find(
          ({ platform }) => platform.id === 'tiktok-shop',
        );
        if (found === undefined) throw new Error('tiktok-shop');
        const [exportZone = ''] = found.platform.exportZones;
        const { id: storeId } = await client.stores.create({
          ...{ platform: 'tiktok-shop', name: '两次机会的店', exportZone },
        });
        const made = await prepareCase(client, await testFolder(), {
          ...{ storeId, scenarioId: 'tiktok-shop.violation.appeal', seed: 77, pictures: 1 },
          orders: [orderNumberOf(found.platform, 77)],
        });
        const { caseId } = made;
        await client.notices.save({ caseId, text: '…', platformNumber: 'TV-1' });
        const packetId = await exportCase(client, caseId);
        const chances = sectionNamed(page, t('attempts:title'));
        const counted = (count: number) =>
          chances.getByText(t('attempts:several', { max: 2, count })).waitFor();

        await showCase(caseId, 'submission');
        await page.getByText(t('submissions:spend.several', { max: 2, nth: 1 }), { exact: true }).waitFor();
        await counted(2);
        await desk.shot(`s1-first-of-two-${language}`);
        await file(client, made, packetId, Date.now() - 10 * 60_000);
        await showCase(caseId, 'decision');
        await counted(1);
        await recordDecision(desk, 'rejected', '材料不足');

        const [clock] = (await client.deadlines.list({ caseId })).items;
        const until = t.format.deadline(clock?.dueAt ?? 0, 'Asia/Shanghai', Date.now());
        await page.getByText(t('submissions:left.until', { count: 1, when: until })).waitFor();
        await expect.poll(() => page.getByText(`${t('followThrough:title')} ›`).count()).toBe(0);
        await desk.shot(`s1b-first-no-${language}`);

        await openStep(desk, 'submission');
        await page.getByText(t('submissions:next.says'), { exact: true }).waitFor();
        await page.getByText(t('submissions:spend.several', { max: 2, nth: 2 }), { exact: true }).waitFor();
        // Two sources that say the same are one line, which says in whose days it is so.
        const mine = sectionNamed(page, t('submissions:clocks.mine'));
        await mine.getByText(t('ui:zone-America/Los_Angeles')).first().waitFor();
        await expect.poll(() => mine.locator('details').count()).toBe(1);
        await mine.scrollIntoViewIfNeeded();
        await desk.shot(`s1d-own-time-${language}`);
        // What was filed before is not taken once more by itself; what was exported since is.
        await page.getByText(t('submissions:packet.allFiled')).waitFor();
        await page.getByRole('button', { name: t('submissions:spend.open'), disabled: true }).waitFor();
        await desk.shot(`s1c-all-filed-${language}`);
        await exportCase(client, caseId);
        await page.getByText(t('submissions:packet.allFiled')).waitFor({ state: 'hidden' });
        await counted(1);
        await desk.shot(`s2-second-of-two-${language}`);
        expect(await findings(desk, `second-appeal-${language}`)).toEqual([]);
        await hands.press(page.getByRole('button', { name: t('submissions:spend.open') }));
        const dialog = page.getByRole('dialog', { name: t('submissions:ask.title') });
        await dialog.getByText(t('submissions:spend.several.last')).waitFor();
        await hands.tick(dialog.getByRole('checkbox', { name: t('submissions:ask2.check.several') }));
        await desk.shot(`s3-asked-${language}`);
        await hands.press(dialog.getByRole('button', { name: t('submissions:ask2.confirm.whole') }));
        await counted(0);
        await expect.poll(async () => (await client.submissions.list({ caseId })).length).toBe(2);
        await openStep(desk, 'decision');
        await recordDecision(desk, 'rejected', '维持原判');
        await page.getByText(t('submissions:says.rejected.all', { count: 2 })).waitFor();
        await page.getByText(t('submissions:says.rejected.followed')).waitFor();
        await desk.shot(`s4-second-no-${language}`);
        await openStep(desk, 'submission');
        const earlier = sectionNamed(page, t('submissions:earlier'));
        for (const nth of [1, 2])
          await earlier.getByText(t('submissions:spend.done.several', { nth, max: 2 })).waitFor();
        await expect.poll(() => page.getByText(t('submissions:next.says'), { exact: true }).count()).toBe(0);
        await expect
          .poll(() => page.getByRole('button', { name: t('submissions:spend.open') }).count())
          .toBe(0);
        // There is no third, in another case either.
        const orderNumber = orderNumberOf(found.platform, 77);
        const address = `store=${storeId}&scenario=tiktok-shop.violation.appeal&orders=${orderNumber}`;
        await desk.go(`/cases/new?what=dispute&${address}`);
        const usedUp = page.getByText(t('cases:duplicate.usedUp', { max: 2, numbers: orderNumber }));
        await usedUp.waitFor();
        await usedUp.scrollIntoViewIfNeeded();
        await desk.shot(`s5-no-third-${language}`);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`s9-last-${language}`);
        await desk.close();
      }
    },
  );
});
