import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { comeToRest } from './page-models/key-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';
import { localOf } from './page-models/local-time.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const TITLES = {
  'zh-CN': '买家拍下后当天申请退款又用差评要挟补偿，平台判虚假交易',
  en: 'Refund asked for on the day of the order, and a bad review threatened',
} as const;

describe.each(['zh-CN', 'en'] as const)('a deadline of one’s own (%s)', (language) => {
  test(
    'says what follows if it is filed at some time, in its room and in its case, and nothing is written down',
    { timeout: 90_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, hands, client } = desk;
      try {
        const storeId = await noticeStore(client, 'Harbour');
        const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 9400), {
          issuedAt: Math.floor(Date.now() / 60_000) * 60_000 - HOUR,
        });
        await client.cases.update({ caseId, title: TITLES[language] });
        const acts = async () => (await client.journal.list({ limit: 1 })).items[0]?.sequence;
        const before = await acts();
        const at = Math.floor(Date.now() / 60_000) * 60_000 + 30 * HOUR;
        const [answer] = (await client.deadlines.whatIf({ caseId, event: 'submitted', at })).filter(
          ({ owner }) => owner === 'theirs',
        );
        expect(answer).toBeDefined();
        const look = t.format.deadline(answer?.lookAt ?? 0, 'Asia/Shanghai', Date.now());
        const chase = t.format.deadline(answer?.dueAt ?? 0, 'Asia/Shanghai', Date.now());
        const tryIt = async (shot: string) => {
          await hands.press(page.getByText(t('deadlines:whatIf'), { exact: true }).first());
          await page.getByLabel(t('deadlines:whatIf.at')).fill(localOf(at));
          const said = page.getByRole('note', { name: t('deadlines:ifFiled') });
          await expect.poll(() => said.innerText()).toContain(look);
          await expect.poll(() => said.innerText()).toContain(chase);
          await hands.press(said.getByText(t('deadlines:ifWhy'), { exact: true }).first());
          await said.locator('.ad-ladder').first().waitFor();
          await desk.shot(`${shot}-${language}`);
          expect(await findings(desk, `${shot}-${language}`)).toEqual([]);
          await page.getByLabel(t('deadlines:whatIf.at')).fill(localOf(at + 90 * HOUR));
          const due = (await client.deadlines.list({ caseId })).items.find(({ owner }) => owner === 'mine');
          await page
            .getByText(
              t('deadlines:whatIf.late', {
                due: t.format.deadline(due?.dueAt ?? 0, 'Asia/Shanghai', Date.now()),
              }),
            )
            .waitFor();
        };
        await desk.go('/deadlines');
        await tryIt('wi1-room');
        await desk.go(`/cases/${caseId}`);
        await hands.press(page.getByRole('button', { name: t('cases:header.why') }));
        await tryIt('wi2-case');
        expect(await acts()).toBe(before);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`wi-last-${language}`);
        await desk.close();
      }
    },
  );

  test('names its case in full in a narrow window', { timeout: 60_000 }, async () => {
    const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    const { page, client } = desk;
    try {
      const storeId = await noticeStore(client, 'Harbour');
      const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 9500), {
        issuedAt: Date.now() - HOUR,
      });
      await client.cases.update({ caseId, title: TITLES[language] });
      for (const width of [1360, 1024, 760]) {
        if (width === 1360) await desk.go('/deadlines');
        // The window becomes narrower while it is open.
        await page.setViewportSize({ width, height: 800 });
        const name = page.getByRole('grid').getByRole('link').first();
        await name.waitFor();
        await desk.shot(`wi3-narrow-${width}-${language}`);
        await comeToRest(desk);
        const cut = await name.evaluate(({ parentElement: place }) =>
          place === null
            ? true
            : place.scrollWidth > place.clientWidth + 1 || place.scrollHeight > place.clientHeight + 1,
        );
        expect([width, cut]).toEqual([width, false]);
        const [table, row] = [
          await page.getByRole('grid').boundingBox(),
          await page.getByRole('grid').getByRole('row').last().boundingBox(),
        ];
        const below = (row?.y ?? 0) + (row?.height ?? Infinity) - (table?.y ?? 0) - (table?.height ?? 0);
        expect([width, below <= 1]).toEqual([width, true]);
      }
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
