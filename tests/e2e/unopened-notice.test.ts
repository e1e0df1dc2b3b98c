import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attach } from '../../main/hosts/desk/connection.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { FLAGGED, LEFT, notice, OVER, WORDS } from './notice-inputs.ts';
import { openDesk, type DeskWindow } from './page-models/desk-window.ts';
import {
  beginFromNotice,
  expectTicked,
  noticeField,
  openNoticeCase,
  pasteNotice,
} from './page-models/notice-pages.ts';

const NAMED = FLAGGED.slice(0, 3);
const TEXT = notice(NAMED);
const { platform, shop, scene } = WORDS['zh-CN'];

let browser: Browser;
let desk: DeskWindow;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  desk = await openDesk(browser, { language: 'zh-CN' });
  await beginFromNotice(desk, 'appeal', { name: shop, platform });
});
afterEach(async () => {
  const { problems } = desk;
  await desk.close();
  expect(problems).toEqual([]);
});

const saved = ({ page, t }: DeskWindow) => page.getByText(new RegExp(`^${t('ui:savedAt', { time: '.*' })}$`));

/** Pastes the notice, says which of its numbers is of another matter, corrects the countdown, and waits until it is safe. */
async function typeTheNotice(): Promise<void> {
  const { page, t } = desk;
  await pasteNotice(desk, TEXT);
  await expectTicked(desk, { ticked: 4, total: 4 });
  const grid = page.getByRole('grid', { name: t('notices:found'), exact: true });
  await grid.getByRole('row').filter({ hasText: OVER }).getByRole('checkbox').uncheck();
  await expectTicked(desk, { ticked: 3, total: 4 });
  await page.getByLabel(t('notices:deadline.words')).fill('剩1天2小时');
  await saved(desk).waitFor();
}

/** Everything that was typed stands there again. */
async function expectTyped(): Promise<void> {
  const { page, t } = desk;
  await expectTicked(desk, { ticked: 3, total: 4 });
  await expect.poll(() => noticeField(desk).inputValue()).toBe(TEXT);
  await expect.poll(() => page.getByLabel(t('notices:deadline.words')).inputValue()).toBe('剩1天2小时');
}

describe('a notice that is typed before its case', () => {
  test('stands there after a reload and from another room, to the last answer', async () => {
    const { page, t } = desk;
    await typeTheNotice();
    await desk.shot('u1-saved');
    await page.reload();
    await expectTyped();
    await desk.shot('u2-after-reload');
    await desk.go('/orders');
    await page.getByRole('heading', { level: 1, name: t('app:orders') }).waitFor();
    await desk.go('/cases/new');
    await expectTyped();
  });

  test('is saved when the hands rest, not with every key', async () => {
    const { page } = desk;
    const script = await attach(desk.host.workspaceDir);
    try {
      await noticeField(desk).click();
      await page.keyboard.type('a notice that is typed by hand, one key after the other');
      await saved(desk).waitFor();
      const { items } = await script.client.journal.list({ limit: 100 });
      const saves = items.filter(({ act }) => act === 'notices.saveUnopened');
      expect(saves.length).toBeGreaterThan(0);
      expect(saves.length).toBeLessThan(5);
    } finally {
      await script.close();
    }
  });

  test('that was pasted a moment ago is not lost by leaving at once', async () => {
    const { page } = desk;
    await pasteNotice(desk, TEXT);
    await page.reload();
    await expectTicked(desk, { ticked: 4, total: 4 });
    await expect.poll(() => noticeField(desk).inputValue()).toBe(TEXT);
  });

  test('is thrown away when that is asked for, and comes back by undo', async () => {
    const { page, t } = desk;
    await typeTheNotice();
    await page.getByRole('button', { name: t('notices:unopened.discard') }).click();
    await page.getByText(t('notices:found.empty')).waitFor();
    await expect.poll(() => noticeField(desk).inputValue()).toBe('');
    await page.reload();
    await page.getByText(t('notices:found.empty')).waitFor();
    await pasteNotice(desk, LEFT.words);
    await saved(desk).waitFor();
    await page.getByRole('button', { name: t('notices:unopened.discard') }).click();
    await page.getByText(t('notices:found.empty')).waitFor();
    await page.getByRole('button', { name: t('app:undo'), exact: true }).click();
    await expect.poll(() => noticeField(desk).inputValue()).toBe(LEFT.words);
  });

  test('is gone from here once its case is open', async () => {
    const { page, t } = desk;
    await typeTheNotice();
    await openNoticeCase(desk, scene, 3);
    await desk.go('/cases/new?what=appeal');
    await page.getByText(t('notices:found.empty')).waitFor();
    await expect.poll(() => noticeField(desk).inputValue()).toBe('');
    await page.reload();
    await page.getByText(t('notices:found.empty')).waitFor();
  });
});
