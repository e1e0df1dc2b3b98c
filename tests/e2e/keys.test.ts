import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_STEPS } from '../../shared/cases/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, newStore } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice, proveOrders } from '../helpers/notice-case.ts';
import { screenshot } from './inputs.ts';
import {
  buttonsWithoutKey,
  comeToRest,
  leaveField,
  pressAct,
  pressKeys,
  readKeys,
  sight,
  type KeyLine,
} from './page-models/key-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';
import { ROOMS } from './page-models/rooms.ts';

let browser: Browser;
let desk: PreparedDesk;
let screens: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openPreparedDesk(browser, { language: 'zh-CN' });
  const { client, files, page } = desk;
  // The browser hands its choice of files over only while somebody listens, and is told so in its own time.
  page.on('filechooser', () => undefined);
  const report = await desk.openReadyCase('notice');
  await exportCase(client, report.caseId);
  // A second of each, so that what joins two of them is offered.
  await client.clients.create({ name: '另一位商家' });
  await newStore(client, '示例二店');
  const numbers = flaggedNumbers(3);
  const flagged = await openFromNotice(client, await noticeStore(client), numbers);
  await proveOrders(client, files, flagged, numbers.slice(0, 1));
  const shift = { from: Date.now() - HOUR, nextUntil: Date.now() + HOUR };
  const { id: handoverId } = await client.handovers.make(shift);
  screens = [
    ...ROOMS,
    '/cases/new?what=appeal',
    '/cases/new?what=report',
    `/handover/${handoverId}`,
    ...[report.caseId, flagged].flatMap((caseId) => CASE_STEPS.map((step) => `/cases/${caseId}/${step}`)),
    `/cases/${flagged}/evidence?view=asks`,
    `/cases/${flagged}/evidence?view=exhibits`,
    `/cases/${flagged}/statement?document=plan`,
    `/cases/${flagged}/statement?document=campaigns`,
  ];
});
afterAll(async () => {
  const { problems } = desk;
  await desk.close();
  await browser.close();
  expect(problems).toEqual([]);
});

/** Shows a screen with everything on it that it waits for. */
async function show(path: string): Promise<void> {
  const { page } = desk;
  await page.goto(new URL(path, page.url()).href);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main .ad-loading') === null);
  await leaveField(desk);
}

/** What is left of a key that was pressed in a room before. */
const OVER_THE_ROOM = '[role=dialog], [role=menu], [role=listbox], .mantine-Notification-root';

/**
 * Shows a screen as `show` does, but by going there inside the window, which costs a fifth of loading it anew.
 *
 * @returns false where something of what was there before stands over it
 */
async function showInside(path: string): Promise<boolean> {
  const { page, t } = desk;
  await desk.go('/help');
  await page.getByRole('heading', { level: 1, name: t('help:title') }).waitFor();
  await desk.go(path);
  await page.getByRole('heading', { level: 1, name: t('help:title') }).waitFor({ state: 'detached' });
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main .ad-loading') === null);
  await leaveField(desk);
  return (await page.locator(OVER_THE_ROOM).filter({ visible: true }).count()) === 0;
}

/** The sheet of every screen, read once: the rooms are the same for every test that asks. */
const sheets = new Map<string, readonly KeyLine[]>();

/** Shows a screen, unless its sheet was read before, and answers with the lines of its sheet. */
async function sheetOf(screen: string): Promise<readonly KeyLine[]> {
  const known = sheets.get(screen);
  if (known !== undefined) return known;
  await show(screen);
  const lines = await readKeys(desk);
  sheets.set(screen, lines);
  return lines;
}

/** What would end the test rather than act on the screen: it opens another workspace under the page. */
const LEAVES_THE_WORKSPACE = new Set(['example']);

describe('everything can be done by key', () => {
  test(
    'no two acts of a screen share a key, and no button is without one',
    { timeout: 300_000 },
    async () => {
      const twice: string[] = [];
      const without: string[] = [];
      for (const screen of screens) {
        const lines = await sheetOf(screen);
        expect(lines.length, screen).toBeGreaterThan(15);
        const byKey = Map.groupBy(lines, ({ keys }) => keys);
        for (const [keys, same] of byKey)
          if (same.length > 1) twice.push(`${screen} ${keys}: ${same.map(({ act }) => act).join(', ')}`);
        without.push(...(await buttonsWithoutKey(desk)).map((button) => `${screen} ${button}`));
      }
      expect(twice).toEqual([]);
      expect(without).toEqual([]);
    },
  );

  test(
    'every line of the sheet of keys does something in its room, on the first view that has it',
    { timeout: 900_000 },
    async () => {
      // Where the most comes in late, a key that is nobody's is seen to do nothing: what is seen below is the keys' doing.
      for (const screen of screens.filter((path) => path.endsWith('/statement'))) {
        await show(screen);
        expect(await pressed({ act: 'none', keys: 'F9' }), screen).toBe(false);
      }
      const dead: string[] = [];
      const seen = new Set<string>();
      for (const screen of screens) {
        for (const line of await sheetOf(screen)) {
          // What is on every screen, on every step of a case or on every view of a room is the same act: once is enough.
          const [room = screen] = screen.split('?view=');
          const act = ON_MANY_SCREENS.test(line.act) ? line.act : `${room} ${line.act}`;
          if (LEAVES_THE_WORKSPACE.has(line.act) || seen.has(act)) continue;
          seen.add(act);
          // What an act before it took away, as one undo takes away another, the sheet of the screen no longer promises.
          if (!(await doesSomething(screen, line)) && (await stillOffers(screen, line)))
            dead.push(`${screen} ${line.keys} ${line.act}`);
        }
      }
      expect(dead).toEqual([]);
    },
  );
});

test('Help lists every network call the product can make: none beyond 127.0.0.1', async () => {
  const { page, t, client, host } = desk;
  await show('/');
  await page.getByRole('link', { name: t('help:title') }).click();
  await page.getByRole('heading', { level: 1, name: t('help:title') }).waitFor();
  const network = sectionNamed(page, t('help:network'));
  await network.getByText(t('help:network.none')).waitFor();
  expect((await client.system.info({})).networkCalls).toEqual([]);
  await sectionNamed(page, t('help:data')).getByText(host.workspaceDir).waitFor();
  const { version } = await client.system.info({});
  await sectionNamed(page, t('help:program')).getByText(version).waitFor();
  await desk.shot('59-help');
  await show('/cases');
  await pressKeys(desk, 'f1');
  await page.getByRole('heading', { level: 1, name: t('help:title') }).waitFor();
});

describe('the evening can be worked without a mouse', () => {
  const keyboard = () => desk.page.keyboard;

  /** Waits until what is typed goes into the palette: it is on the screen a moment before the keyboard is in it. */
  const inPalette = (asks: string): Promise<void> =>
    desk.page.getByPlaceholder(asks).and(desk.page.locator(':focus')).waitFor();

  test('the steps of a case, its files, a new fact, an import and a backup are each one key away', async () => {
    const { page, t } = desk;
    const { caseId } = await desk.openReadyCase('notice');
    await leaveField(desk);
    await pressAct(desk, 'alt+5');
    await page.locator(`[aria-current=step][href="/cases/${caseId}/facts"]`).waitFor();
    await pressAct(desk, '[');
    await page.locator(`[aria-current=step][href="/cases/${caseId}/evidence"]`).waitFor();
    await page.locator('main .ad-drop').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await pressAct(desk, 'u');
    await (await chooser).setFiles([await screenshot('用键盘选的.png', 120, 80)]);
    await page.locator('main input[value="用键盘选的.png"]').waitFor();
    await pressAct(desk, 't');
    await page.getByRole('dialog').waitFor();
    await keyboard().press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await pressAct(desk, ']');
    await page.locator(`[aria-current=step][href="/cases/${caseId}/facts"]`).waitFor();
    await leaveField(desk);
    await pressAct(desk, 'a');
    await page.locator('main textarea:focus').waitFor();
    await keyboard().type('买家在同一分钟内连拍两单。');
    await pressAct(desk, 'mod+Enter');
    await page.locator('.fact-text', { hasText: '买家在同一分钟内连拍两单。' }).waitFor();

    await leaveField(desk);
    await pressAct(desk, 'i');
    await page.getByRole('heading', { level: 1, name: t('orders:import') }).waitFor();
    await leaveField(desk);
    await pressAct(desk, 'g ,');
    await page.getByRole('heading', { level: 1, name: t('app:settings') }).waitFor();
    await pressAct(desk, 'b');
    await page
      .getByRole('list', { name: t('workspace:backups') })
      .getByText(t('workspace:reason-asked'))
      .first()
      .waitFor();
  });

  test('a letter typed into a field or over a dialog does nothing to the room behind it', async () => {
    const { page, t } = desk;
    await show('/clients');
    await pressAct(desk, 'a');
    const dialog = page.getByRole('dialog', { name: t('clients:addStore') });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: t('ui:close') }).focus();
    const before = page.url();
    await keyboard().type('nix');
    expect(page.url()).toBe(before);
    await dialog.getByLabel(t('clients:storeName')).fill('');
    await dialog.getByLabel(t('clients:storeName')).pressSequentially('nagi');
    await expect.poll(() => dialog.getByLabel(t('clients:storeName')).inputValue()).toBe('nagi');
    expect(page.url()).toBe(before);
    await keyboard().press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await show('/rulebook');
    await pressAct(desk, 'f');
    const search = page.getByRole('textbox', { name: t('rulebook:search') });
    await search.and(page.locator(':focus')).waitFor();
    await keyboard().type('n i a');
    await expect.poll(() => search.inputValue()).toBe('n i a');
  });

  test('where several rows offer an act, its key means the row it is pressed in, and asks from elsewhere', async () => {
    const { page, t } = desk;
    await show('/clients');
    const row = page.locator('.ad-entry').filter({ has: page.getByText('示例淘宝店', { exact: true }) });
    await row.getByRole('button', { name: t('clients:change') }).focus();
    await pressAct(desk, 'e');
    const dialog = page.getByRole('dialog', { name: '示例淘宝店' });
    await dialog.waitFor();
    await keyboard().press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await leaveField(desk);
    await pressAct(desk, 'e');
    await inPalette(t('search:which'));
    await keyboard().type('海港');
    await keyboard().press('Enter');
    await page.getByRole('dialog', { name: '海港百货' }).waitFor();
    await desk.shot('58-one-of-several');
  });

  test('the palette does what the key does, and leaves the keyboard where the act put it', async () => {
    const { page, t } = desk;
    await show('/evidence');
    await pressAct(desk, 'mod+k');
    await inPalette(t('search:placeholder'));
    await keyboard().type(t('evidence:search'));
    // The line that Enter takes is marked, a moment after it is there.
    await page
      .getByRole('dialog')
      .locator('[data-selected]', { hasText: t('evidence:search') })
      .waitFor();
    await keyboard().press('Enter');
    await page.waitForFunction(
      (label) => document.activeElement?.getAttribute('aria-label') === label,
      t('evidence:search'),
    );
  });

  test('a chance is never spent by a key: it leads into the form, where the seal is pressed by hand', async () => {
    const { page, t, client } = desk;
    const { caseId } = await desk.openReadyCase('notice');
    await exportCase(client, caseId);
    await show(`/cases/${caseId}/submission`);
    await page.getByRole('button', { name: t('submissions:spend.open') }).waitFor();
    expect((await readKeys(desk)).map(({ act }) => act)).not.toContain('save');
    await pressAct(desk, 'r');
    const inForm = () => page.evaluate(() => document.activeElement?.closest('form') !== null);
    await expect.poll(inForm).toBe(true);
    await pressAct(desk, 'mod+Enter');
    expect(await client.submissions.list({ caseId })).toEqual([]);
  });
});

const ON_MANY_SCREENS =
  /^(go-|step-|(palette|palette-slash|keys|help|new-case|notice|rejected|import|undo|redo|language|theme|rename|archive|why|next-act)$)/;

async function stillOffers(screen: string, { act }: KeyLine): Promise<boolean> {
  await show(screen);
  return (await readKeys(desk)).some((line) => line.act === act);
}

/** The last key pressed changed nothing that is kept, so that the window needs not be loaded anew for the next. */
let isUntouched = false;

/** Presses a key on a screen and looks whether anything comes of it; nothing coming of it counts in a fresh window only. */
async function doesSomething(screen: string, line: KeyLine): Promise<boolean> {
  if (isUntouched && screen !== '/help' && (await showInside(screen)) && (await pressed(line))) return true;
  await show(screen);
  return await pressed(line);
}

/** Presses a key on the screen that is shown and looks whether anything comes of it; what it changed is taken back. */
async function pressed({ keys }: KeyLine): Promise<boolean> {
  const { page, client } = desk;
  const newest = async (): Promise<number> =>
    (await client.journal.list({ limit: 1 })).items[0]?.sequence ?? 0;
  await comeToRest(desk);
  let chooser = false;
  page.once('filechooser', () => {
    chooser = true;
  });
  const [before, done] = [await sight(desk), await newest()];
  await pressKeys(desk, keys);
  const something = await expect
    .poll(async () => chooser || (await sight(desk)) !== before, { timeout: 5000 })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
  const { language, theme } = await client.settings.get({});
  await client.settings.update({ language: 'zh-CN', theme: 'light' });
  const sequence = await newest();
  isUntouched = sequence === done && language === 'zh-CN' && theme === 'light';
  if (sequence > done) await client.journal.undo({ sequence }).catch(() => undefined);
  return something;
}
