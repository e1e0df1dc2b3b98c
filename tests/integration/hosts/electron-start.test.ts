import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { STOPPED_ADDRESS } from '../../../main/hosts/electron/stopped-page.ts';
import { createWorld, display, loadElectronStore } from '../../helpers/electron-double/index.ts';
import { SILENT_CORE, startShell, temporaryHome } from '../../helpers/shell.ts';
import { runShell } from '../../../main/hosts/electron/shell.ts';
import { defaultPlaces } from '../../../main/hosts/ports/index.ts';
import { createCoreSeat } from '../../../main/hosts/electron/core-seat.ts';

describe('the desktop program', () => {
  it('opens its workspace and gives its page a line to the core, trusted as the shell is', async () => {
    const shell = await startShell();
    const { client } = await shell.line();
    expect(await client.system.info({})).toMatchObject({ host: 'desktop', networkCalls: [] });
    expect(await client.cases.list({})).toMatchObject({ items: [] });
    expect((await client.workspace.info({})).folder).toBe(shell.places.workspace);
    // A path is refused to a browser before anything else; here it is only not a pack.
    await expect(client.rulebook.check({ path: join(shell.home, 'none') })).rejects.not.toMatchObject({
      data: { params: { reason: 'path-from-browser' } },
    });
  });

  it('says what has to be said before the engine is ready, and quiets it', async () => {
    const { world, places } = await startShell({ workerUrl: SILENT_CORE });
    expect(world.app.paths.get('userData')).toBe(places.desktopProfile);
    expect(world.app.isSandboxed).toBe(true);
    expect(world.session.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    expect(world.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    for (const name of [
      'no-proxy-server',
      'disable-component-update',
      'disable-background-networking',
      'no-pings',
    ])
      expect(world.app.switches.has(name), name).toBe(true);
    expect(world.app.hostResolver).toEqual({ enableBuiltInResolver: false, secureDnsMode: 'off' });
    expect(world.session.spellChecker.isOn).toBe(false);
  });

  it('appears only when its page is drawn, on paper and never on white', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE, isDark: true });
    expect(shell.window().options).toMatchObject({ show: false, backgroundColor: '#1b1a17' });
    expect(shell.window().state.isVisible).toBe(false);
    await shell.page();
    expect(shell.window().state.isVisible).toBe(true);
  });

  it('speaks the language of its settings, and changes it at once', async () => {
    const shell = await startShell();
    const labels = (): unknown[] => shell.world.menu.items.map(({ label }) => label);
    expect(labels()).toEqual(['文件', '显示', '窗口', '帮助']);
    const { client } = await shell.line();
    await client.settings.update({ language: 'en', theme: 'dark' });
    await vi.waitFor(() => expect(labels()).toEqual(['File', 'View', 'Window', 'Help']));
    expect(shell.world.theme.source).toBe('dark');
    const { items } = shell.world.tray;
    expect([items.at(0)?.label, items.at(-1)?.label]).toEqual(['Open AppealDesk', 'Quit']);
    expect(JSON.parse(await readFile(shell.places.settingsFile, 'utf8'))).toMatchObject({ language: 'en' });
  });

  it('has the edit menu a Mac needs for its keys, and leads from the menu into the page', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE, platform: 'darwin' });
    expect(shell.world.menu.items.map(({ label }) => label)).toEqual([
      '申诉台',
      '文件',
      '编辑',
      '显示',
      '窗口',
      '帮助',
    ]);
    const page = await shell.page();
    const told: unknown[] = [];
    page.target.addEventListener('message', (event) => told.push((event as MessageEvent<unknown>).data));
    const submenu = shell.world.menu.items[1]?.submenu as { click?: () => void }[];
    submenu[0]?.click?.();
    const help = shell.world.menu.items[5]?.submenu as { label?: string; click?: () => void }[];
    help.find(({ label }) => label === '申诉台帮助')?.click?.();
    expect(told).toEqual([
      { kind: 'appealdesk:go', path: '/cases/new' },
      { kind: 'appealdesk:go', path: '/help' },
    ]);
  });
});

describe('a second start', () => {
  it('ends at once and touches nothing of the first', async () => {
    const home = await temporaryHome();
    const world = createWorld({ isFirst: false });
    const places = defaultPlaces({ platform: 'linux', environment: { APPEALDESK_HOME: home }, home });
    runShell(world.electron, await loadElectronStore(), {
      platform: 'linux',
      places,
      workspace: undefined,
      isHidden: false,
      rendererDir: home,
      preload: 'preload.cjs',
      icons: home,
    });
    expect(world.app.hasQuit).toBe(true);
    await world.becomeReady();
    expect(world.windows).toEqual([]);
    expect(world.session.schemes).toEqual([]);
  });

  it('brings the first window forward, out of the task bar too', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    await shell.page();
    shell.window().minimise();
    shell.world.app.startAgain({});
    expect(shell.window().state).toMatchObject({ isMinimised: false, isVisible: true, isFocused: true });
    expect(shell.world.windows).toHaveLength(1);
    expect(shell.world.dialogs.messages).toEqual([]);
  });

  it('that wants another workspace is told which one is open', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE });
    await shell.page();
    shell.world.app.startAgain({ workspace: '/other/workspace' });
    expect(shell.world.dialogs.messages).toHaveLength(1);
    expect(shell.world.dialogs.messages[0]?.detail).toContain('/other/workspace');
    expect(shell.world.dialogs.messages[0]?.detail).toContain(shell.places.workspace);
  });
});

describe('where the window is', () => {
  const LAPTOP = display(1, { x: 0, y: 0, width: 1440, height: 900 });
  const DESK = display(2, { x: 1440, y: 0, width: 2560, height: 1440 });

  it('is remembered for each arrangement of displays', async () => {
    const home = await temporaryHome();
    const first = await startShell({ workerUrl: SILENT_CORE, home, displays: [LAPTOP, DESK] });
    await first.page();
    first.window().moveTo({ x: 1900, y: 200, width: 1500, height: 1000 });
    await first.quit();
    const away = await startShell({ workerUrl: SILENT_CORE, home, displays: [LAPTOP] });
    const { x, width } = away.window().state.bounds;
    expect(x + width).toBeLessThanOrEqual(1440);
    await away.quit();
    const back = await startShell({ workerUrl: SILENT_CORE, home, displays: [LAPTOP, DESK] });
    expect(back.window().state.bounds).toEqual({ x: 1900, y: 200, width: 1500, height: 1000 });
  });

  it('is pulled back into sight when its display is unplugged', async () => {
    const shell = await startShell({ workerUrl: SILENT_CORE, displays: [LAPTOP, DESK] });
    await shell.page();
    shell.window().moveTo({ x: 3000, y: 900, width: 900, height: 700 });
    shell.world.setDisplays([LAPTOP]);
    const { x, y, width, height } = shell.window().state.bounds;
    expect([x >= 0, y >= 0, x + width <= 1440, y + height <= 860]).toEqual([true, true, true, true]);
  });

  it('stays maximised or full screen over a restart', async () => {
    const home = await temporaryHome();
    for (const [mode, flag] of [
      ['isMaximised', 'isMaximised'],
      ['isFullScreen', 'isFullScreen'],
    ] as const) {
      const first = await startShell({ workerUrl: SILENT_CORE, home });
      await first.page();
      Object.assign(first.window().state, { isMaximised: false, isFullScreen: false, [mode]: true });
      await first.quit();
      const again = await startShell({ workerUrl: SILENT_CORE, home });
      await again.page();
      expect(again.window().state[flag], mode).toBe(true);
      await again.quit();
    }
  });
});

describe('settings', () => {
  it('of an older version come along, without what no longer fits', async () => {
    const home = await temporaryHome();
    await writeFile(
      join(home, 'settings.json'),
      JSON.stringify({ language: 'en', theme: 'dark', zone: 'somewhere', gone: 1 }),
    );
    const shell = await startShell({ home });
    const { client } = await shell.line();
    expect(await client.settings.get({})).toMatchObject({ language: 'en', theme: 'dark', zone: '' });
    const stored = JSON.parse(await readFile(join(home, 'settings.json'), 'utf8')) as object;
    expect(stored).toMatchObject({ language: 'en', theme: 'dark' });
    expect(stored).not.toHaveProperty('gone');
    expect(stored).not.toHaveProperty('zone');
  });

  it('that are damaged are set aside, and the person is told where', async () => {
    const home = await temporaryHome();
    await writeFile(join(home, 'settings.json'), '{"language": "en"');
    const shell = await startShell({ workerUrl: SILENT_CORE, home });
    const kept = join(home, 'settings.damaged.json');
    expect(await readFile(kept, 'utf8')).toBe('{"language": "en"');
    expect(shell.world.dialogs.messages[0]?.detail).toContain(kept);
  });

  it('are the same file that the window in a browser uses', async () => {
    const home = await temporaryHome();
    const shell = await startShell({ home });
    expect(shell.places.settingsFile).toBe(join(home, 'settings.json'));
    const { client } = await shell.line();
    await client.settings.update({ idleMinutes: 7 });
    await vi.waitFor(async () =>
      expect(JSON.parse(await readFile(join(home, 'settings.json'), 'utf8'))).toMatchObject({
        idleMinutes: 7,
      }),
    );
  });
});

describe('a workspace that cannot be opened', () => {
  it('is explained in the window, with a way to try again', async () => {
    const home = await temporaryHome();
    const moved = join(home, 'usb', 'workspace');
    await writeFile(join(home, 'settings.json'), JSON.stringify({ workspaceFolder: moved }));
    const shell = await startShell({ home });
    await vi.waitFor(() => expect(shell.window().page().url).toBe(STOPPED_ADDRESS), { timeout: 10_000 });
    const { answer } = await shell.world.request(STOPPED_ADDRESS);
    const html = (await answer?.text()) ?? '';
    expect(html).toContain('申诉台打不开资料库');
    expect(html).toContain(moved);
    expect(html).not.toMatch(/<script|style=|\son\w+=/);
    expect(answer?.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*style-src 'self'$/);
    // The disk is plugged in.
    await mkdir(moved, { recursive: true });
    await writeFile(join(moved, 'appealdesk.sqlite3'), '');
    await shell.window().navigate('app://appealdesk/shell/again');
    await vi.waitFor(() => expect(shell.window().page().url).toBe('app://appealdesk/'), { timeout: 10_000 });
  });

  it('that is already open elsewhere names who has it', async () => {
    const home = await temporaryHome();
    const first = await startShell({ home });
    await first.line();
    const second = await startShell({ home });
    await vi.waitFor(() => expect(second.window().page().url).toBe(STOPPED_ADDRESS), { timeout: 10_000 });
    const { answer } = await second.world.request(STOPPED_ADDRESS);
    expect(await answer?.text()).toContain('desktop');
  });
});

describe('the seat of the core', () => {
  it('stays empty once it is closed, whatever is asked of it then', async () => {
    const told: string[] = [];
    const seat = createCoreSeat(() => Promise.reject(new Error('no')), {
      onRunning: () => told.push('running'),
      onRestarting: () => told.push('restarting'),
      onStopped: (_cause, when) => told.push(when),
    });
    await seat.start();
    expect(told).toEqual(['at-start']);
    await seat.close();
    await seat.start();
    expect(told).toEqual(['at-start']);
    await expect(seat.connect()).rejects.toMatchObject({ code: 'CORE_STOPPED' });
  });
});
