import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { STOPPED_ADDRESS } from '../../../main/hosts/electron/stopped-page.ts';
import type { Client } from '../../../shared/contract/index.ts';
import { HOUR } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { SILENT_CORE, startShell, temporaryHome, type TestShell } from '../../helpers/shell.ts';

/** A core in its thread, from source, on a machine with other work. */
const LONG = { timeout: 30_000 };
const TEST = { timeout: 90_000 };
const NOTHING = '没有提醒，也没有要赶的截止时间';

const labels = (items: readonly MenuItemConstructorOptions[]): unknown[] => items.map(({ label }) => label);
const press = (items: readonly MenuItemConstructorOptions[], label: RegExp): void => {
  const item = items.find((each) => label.test(each.label ?? ''));
  if (item?.click === undefined) throw new Error(`nothing happens at ${String(label)}`);
  item.click(undefined as never, undefined, undefined as never);
};

/** The line of the page, with the one operator signed in, and no digest between the bells. */
async function signedIn(shell: TestShell): Promise<Client> {
  const { client } = await shell.answeringLine();
  await client.settings.update({ digestAt: null, quietHours: null });
  const [operator] = await client.operators.list({});
  await client.operators.signIn({ operatorId: operator?.id ?? '' });
  return client;
}

/** A case of the shop that ends in so many hours, and half a second. */
async function caseEndingIn(client: Client, storeId: string, hours: number): Promise<string> {
  return await openFromNotice(client, storeId, flaggedNumbers(1, 300 + hours), {
    pageDeadline: Date.now() + hours * HOUR + 500,
  });
}

/** Where the page of a window was told to go. */
async function wentTo(shell: TestShell): Promise<string[]> {
  const paths: string[] = [];
  const page = await shell.page();
  page.target.addEventListener('message', (event) => {
    const { data } = event as MessageEvent<{ kind: string; path?: string }>;
    if (data.kind === 'appealdesk:go') paths.push(data.path ?? '');
  });
  return paths;
}

describe('beside the clock', () => {
  it('stands what waits and what ends next, and each line leads to its case', TEST, async () => {
    const shell = await startShell({ platform: 'win32' });
    const { tray } = shell.world;
    expect(labels(tray.items)).toEqual(['打开申诉台', undefined, '退出']);
    expect(tray.toolTip).toBe('申诉台');
    const client = await signedIn(shell);
    await vi.waitFor(() => expect(labels(tray.items)).toContain(NOTHING), LONG);
    expect(tray.items.find(({ label }) => label === NOTHING)?.enabled).toBe(false);

    const storeId = await noticeStore(client, 'A&B 店');
    const caseId = await caseEndingIn(client, storeId, 30);
    await caseEndingIn(client, storeId, 1);
    const { record } = await client.cases.get({ caseId });
    await vi.waitFor(() => expect(labels(tray.items)).toContain('1 条提醒还没看'), LONG);
    expect(tray.toolTip).toContain('1 条提醒还没看');
    // One of them alone would underline the letter behind it.
    const [heading, first, second] = tray.items.slice(4);
    expect(heading).toMatchObject({ label: '接下来截止', enabled: false });
    expect(first?.label).toMatch(/^\d\d-\d\d \d\d:\d\d · 2026-002 · A&&B 店 · /);
    expect(second?.label).toContain(record.number);
    expect(JSON.stringify([tray.items, tray.toolTip])).not.toMatch(/\d{16}|虚假交易/);
    // Windows has no number of its own on the icon: there a picture lies over it, and comes again with the window.
    expect(shell.world.badge.count).toBe(0);
    await vi.waitFor(() => expect(shell.window().state.overlay).toBe('1 条提醒还没看'), LONG);

    shell.window().close();
    const paths = await wentTo(shell);
    press(tray.items, new RegExp(record.number));
    expect(shell.window().state).toMatchObject({ isVisible: true, isFocused: true });
    expect(shell.window().state.overlay).toBe('1 条提醒还没看');
    press(tray.items, /还没看/);
    expect(paths).toEqual([`/cases/${caseId}`, '/']);

    const list = await client.reminders.list({});
    await client.reminders.see({ reminderIds: list.map(({ id }) => id) });
    await vi.waitFor(() => expect(labels(tray.items)).toContain('提醒都看过了'), LONG);
    expect(shell.window().state.overlay).toBeNull();
    await client.settings.update({ language: 'en' });
    await vi.waitFor(() => expect(labels(tray.items)).toContain('Ending next'), LONG);
  });

  it('on a Mac stands in the Dock, with a number on the icon', TEST, async () => {
    const shell = await startShell({ platform: 'darwin' });
    const client = await signedIn(shell);
    const { dock, badge } = shell.world;
    await vi.waitFor(() => expect(labels(dock.items)).toEqual([NOTHING]), LONG);
    const caseId = await caseEndingIn(client, await noticeStore(client, '海港'), 1);
    await vi.waitFor(() => expect(badge.count).toBe(1), LONG);
    const paths = await wentTo(shell);
    press(dock.items, /2026-001 · 海港/);
    expect(paths).toEqual([`/cases/${caseId}`]);
    await client.cases.archive({ caseId, archived: true });
    await vi.waitFor(() => expect(badge.count).toBe(0), LONG);
    await vi.waitFor(() => expect(labels(dock.items)).toEqual([NOTHING]), LONG);
  });

  it('stands nothing of the example, and the own work again after it', TEST, async () => {
    const shell = await startShell({ platform: 'win32' });
    const { tray } = shell.world;
    const client = await signedIn(shell);
    await caseEndingIn(client, await noticeStore(client, '海港'), 30);
    await vi.waitFor(() => expect(labels(tray.items)).toContain('接下来截止'), LONG);
    await client.workspace.openExample({});
    await vi.waitFor(() => expect(labels(tray.items)).toEqual(['打开申诉台', undefined, '退出']), LONG);
    const { client: inside } = await shell.answeringLine();
    await inside.workspace.leaveExample({ remove: false });
    await vi.waitFor(() => expect(labels(tray.items)).toContain('接下来截止'), LONG);
  });
});

describe('a window that hides beside the clock', () => {
  it('is reminded for: the bell rings, and its click brings the case forward', TEST, async () => {
    const shell = await startShell({ platform: 'win32' });
    const client = await signedIn(shell);
    const storeId = await noticeStore(client, '海港');
    const paths = await wentTo(shell);
    expect(shell.window().close()).toBe(false);
    const caseId = await caseEndingIn(client, storeId, 1);
    const bell = () => shell.world.notifications.find(({ title }) => title === '还剩一小时');
    await vi.waitFor(() => expect(bell()?.body).toContain('海港'), LONG);
    expect(shell.window().state.isVisible).toBe(false);
    bell()?.click();
    expect(shell.window().state.isVisible).toBe(true);
    expect(paths).toEqual([`/cases/${caseId}`]);
  });

  it('comes forward when the core is lost: nobody would be reminded any more', TEST, async () => {
    const shell = await startShell({
      platform: 'win32',
      workerUrl: new URL('./mortal-core.worker.ts', import.meta.url),
    });
    const { tray } = shell.world;
    for (let death = 0; death < 2; death += 1) {
      const { closed } = await shell.answeringLine();
      await vi.waitFor(() => expect(labels(tray.items)).toContain(NOTHING), LONG);
      if (death === 1) shell.window().close();
      const orders = new BroadcastChannel(`die:${shell.places.workspace}`);
      orders.postMessage('die');
      orders.close();
      await closed;
    }
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), LONG);
    expect(shell.window().state.isVisible).toBe(true);
    expect(labels(tray.items)).not.toContain(NOTHING);
  });
});

describe('starting at login', () => {
  it.each([
    ['Windows', 'win32'],
    ['a Mac', 'darwin'],
  ] as const)('can be switched on and off on %s, as the system has it', async (_system, platform) => {
    const shell = await startShell({ platform, isPackaged: true, workerUrl: SILENT_CORE });
    const { bridge } = await shell.page();
    expect(await bridge?.startAtLogin()).toBe('off');
    expect(await bridge?.setStartAtLogin(true)).toBe('on');
    expect(shell.world.login).toMatchObject({ isOn: true, args: ['--hidden'] });
    // A person stops it in the system's own settings.
    shell.world.login.isStopped = true;
    expect(await bridge?.startAtLogin()).toBe(platform === 'darwin' ? 'needs-approval' : 'off');
    expect(await bridge?.setStartAtLogin(false)).toBe('off');
    expect(shell.world.login.isOn).toBe(false);
  });

  it.each([
    ['on Linux', { platform: 'linux', isPackaged: true }],
    ['of a program that runs from its source', { platform: 'win32', isPackaged: false }],
  ] as const)('is said to be unavailable %s, and nothing is written', async (_where, options) => {
    const shell = await startShell({ ...options, workerUrl: SILENT_CORE });
    const { bridge } = await shell.page();
    expect(await bridge?.startAtLogin()).toBe('unavailable');
    expect(await bridge?.setStartAtLogin(true)).toBe('unavailable');
    expect(shell.world.login.isOn).toBe(false);
  });

  it('takes nothing but yes or no', async () => {
    const shell = await startShell({ platform: 'win32', isPackaged: true, workerUrl: SILENT_CORE });
    const { bridge } = await shell.page();
    expect(await bridge?.setStartAtLogin('C:\\evil.exe' as never)).toBe('off');
    expect(shell.world.login).toMatchObject({ isOn: false, args: [] });
  });

  it('brings no window, only the icon, and a click on that brings one', async () => {
    const shell = await startShell({ platform: 'win32', isHidden: true, workerUrl: SILENT_CORE });
    expect(shell.world.windows).toEqual([]);
    expect(shell.world.tray.isThere).toBe(true);
    shell.world.app.startAgain({ isHidden: true });
    expect(shell.world.windows).toEqual([]);
    shell.world.tray.click();
    expect(await shell.page()).toMatchObject({ url: 'app://appealdesk/' });
  });

  it('on a Mac brings no window either, and the Dock does', async () => {
    const login = { wasOpened: true };
    const shell = await startShell({ platform: 'darwin', login, workerUrl: SILENT_CORE });
    expect(shell.world.windows).toEqual([]);
    shell.world.app.activate();
    expect(await shell.page()).toMatchObject({ url: 'app://appealdesk/' });
  });

  it.each([
    ['on Linux', { platform: 'linux' }],
    ['on Windows without a place for an icon', { platform: 'win32', hasTray: false }],
  ] as const)('brings a window %s, where none could be found again', async (_where, options) => {
    const shell = await startShell({ ...options, isHidden: true, workerUrl: SILENT_CORE });
    expect(await shell.page()).toMatchObject({ url: 'app://appealdesk/' });
  });

  it('brings one to say that the workspace cannot be opened', async () => {
    const home = await temporaryHome();
    const workspace = join(home, 'OneDrive', 'workspace');
    const shell = await startShell({ platform: 'win32', home, workspace, isHidden: true });
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), LONG);
  });
});
