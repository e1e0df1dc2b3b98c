import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const MINUTE = 60_000;
const ZONE = 'Asia/Shanghai';

describe.each(['zh-CN', 'en'] as const)('a seller who corrects when the notice came (%s)', (language) => {
  test(
    'sees which deadline moves and whereto before it does, and can leave it',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, hands, client, showCase } = desk;
      try {
        const issuedAt = Math.floor(Date.now() / MINUTE) * MINUTE - 6 * HOUR;
        const storeId = await noticeStore(client);
        const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 9300), { issuedAt });
        const own = async () => {
          const { items } = await client.deadlines.list({ caseId });
          return items.find(({ owner, stoppedAt }) => owner === 'mine' && stoppedAt === null);
        };
        const before = await own();
        const dueAt = before?.dueAt ?? 0;
        const when = (at: number): string => t.format.deadline(at, ZONE, Date.now());
        const field = page.getByLabel(t('notices:step.issuedAt'), { exact: true });
        const local = (at: number): string =>
          new Date(at + 8 * HOUR).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
        const moves = page.getByText(`${when(dueAt)} → ${when(dueAt - HOUR)}`, { exact: false });

        await showCase(caseId, 'notice');
        await field.fill(local(issuedAt - HOUR));
        await moves.waitFor();
        expect(await own()).toEqual(before);
        await moves.scrollIntoViewIfNeeded();
        await desk.shot(`c61-notice-moves-${language}`);
        expect(await findings(desk, `notice-moves-${language}`)).toEqual([]);
        await hands.press(page.getByRole('button', { name: t('notices:step.moves.putBack') }));
        await moves.waitFor({ state: 'hidden' });
        await expect.poll(() => field.inputValue()).toBe(local(issuedAt));
        expect(await own()).toEqual(before);

        await field.fill(local(issuedAt - HOUR));
        await moves.waitFor();
        await hands.press(page.getByRole('button', { name: t('notices:step.moves.take') }));
        await moves.waitFor({ state: 'hidden' });
        await expect.poll(async () => (await own())?.dueAt).toBe(dueAt - HOUR);

        // What moves nothing saves itself, as every word of the notice does.
        const seen = page.getByLabel(t('notices:step.seenAt'), { exact: true });
        // A year half typed is no time yet: it is neither saved nor refused.
        await seen.fill('0202-11-02T20:14');
        await expect.poll(() => seen.inputValue()).toBe('0202-11-02T20:14');
        await seen.fill(local(issuedAt + HOUR));
        await expect.poll(async () => (await client.notices.get({ caseId }))?.seenAt).toBe(issuedAt + HOUR);

        // Whoever leaves has not typed in vain.
        await field.fill(local(issuedAt));
        await page.getByText(`${when(dueAt - HOUR)} → ${when(dueAt)}`, { exact: false }).waitFor();
        await showCase(caseId, 'orders');
        await expect.poll(async () => (await own())?.dueAt).toBe(dueAt);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c69-last-${language}`);
        await desk.close();
      }
    },
  );
});
