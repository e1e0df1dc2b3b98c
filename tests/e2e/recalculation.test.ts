import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

/** How long one may appeal, of which the back office shows something else than the pack has. */
const WINDOW = 'TB-01';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('a rule that changes under running deadlines (%s)', (language) => {
  test(
    'shows what would move, leaves it or moves it as one act, and one undo brings it back',
    { timeout: 60_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, hands, client } = desk;
      try {
        const storeId = await noticeStore(client, 'Harbour');
        const issuedAt = Math.floor(Date.now() / 60_000) * 60_000 - HOUR;
        const cases = [9300, 9301].map((number) =>
          openFromNotice(client, storeId, flaggedNumbers(1, number), { issuedAt }),
        );
        await Promise.all(cases);
        const ends = async () =>
          (await client.deadlines.list({})).items
            .filter(({ owner }) => owner === 'mine')
            .map(({ dueAt }) => dueAt);
        const [before = 0] = await ends();
        await desk.go('/deadlines');
        const note = page.getByRole('note').filter({ hasText: t('deadlines:changesHint') });
        await expect.poll(() => note.count()).toBe(0);
        const value = { kind: 'duration', min: null, max: 20, unit: 'h', from: 'notice-issued' } as const;
        await client.rulebook.addReading({
          ruleId: WINDOW,
          value,
          words: '剩余 20 小时',
          seenOn: '2026-11-28',
        });
        await desk.go('/');
        await hands.press(page.getByRole('link', { name: t('deadlines:changesSee') }));
        const when = (at: number): string => t.format.deadline(at, 'Asia/Shanghai', Date.now());
        const moves = note.getByText(`${when(before)} → ${when(issuedAt + 20 * HOUR)}`, { exact: false });
        await moves.first().waitFor();
        await expect.poll(() => moves.count()).toBe(2);
        await desk.shot(`c30-changes-${language}`);
        expect(await findings(desk, `clock-changes-${language}`)).toEqual([]);
        expect(await ends()).toEqual([before, before]);
        await hands.press(note.getByRole('button', { name: t('deadlines:changesTake', { count: 2 }) }));
        await note.waitFor({ state: 'detached' });
        await expect.poll(ends).toEqual([issuedAt + 20 * HOUR, issuedAt + 20 * HOUR]);
        await pressAct(desk, 'mod+z');
        await expect.poll(ends).toEqual([before, before]);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c39-last-${language}`);
        await desk.close();
      }
    },
  );
});
