import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage } from '../helpers/electron-double/index.ts';
import { SILENT_CORE, startShell, type TestShell } from '../helpers/shell.ts';

const SHA = 'a1'.repeat(32);

/** The guards themselves have tests of their own; here each is seen standing where it belongs. */
let shell: TestShell;
beforeEach(async () => {
  shell = await startShell({ workerUrl: SILENT_CORE, isPackaged: true });
  await shell.page();
});

describe('a page in the desktop window', () => {
  it('goes nowhere but to its own pages', async () => {
    expect(await shell.window().navigate('https://evil.example/')).toBe(false);
    expect(await shell.window().navigate(`app://appealdesk/blob/${SHA}?type=text/plain`)).toBe(false);
    expect(await shell.window().navigate('app://appealdesk/cases', { isMainFrame: false })).toBe(false);
    expect(shell.window().redirect('app://appealdesk/cases')).toBe(false);
    expect(await shell.window().navigate('app://appealdesk/cases')).toBe(true);
    expect(shell.window().page().url).toBe('app://appealdesk/cases');
  });

  it('opens no window; a picture opens in one of the shell’s, without any bridge', async () => {
    expect(shell.window().open('https://evil.example/')).toEqual({ action: 'deny' });
    expect(shell.window().open(`app://appealdesk/blob/${SHA}?type=image/png`)).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(shell.world.windows).toHaveLength(2));
    const picture = shell.world.windows[1];
    expect(picture?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true });
    expect(picture?.options.webPreferences).not.toHaveProperty('preload');
    await vi.waitFor(() => expect(picture?.page().bridge).toBeUndefined());
    expect(await picture?.navigate('app://appealdesk/')).toBe(false);
    expect(picture?.open('app://appealdesk/')).toEqual({ action: 'deny' });
  });

  it('has no webview, no device, no screen, no permission but to copy', async () => {
    expect(shell.window().attachWebview()).toBe(false);
    expect(shell.world.session.deviceAllowed()).toBe(false);
    expect(shell.world.session.screenShared()).toBe(false);
    const { session } = shell.world;
    expect(await session.mayUse('media', 'app://appealdesk/', true)).toEqual({
      asked: false,
      checked: false,
    });
    expect(await session.mayUse('clipboard-sanitized-write', 'app://appealdesk/', true)).toEqual({
      asked: true,
      checked: true,
    });
    expect(shell.window().webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it('reaches no network, and saves only what is of the vault or its own', async () => {
    for (const url of ['https://evil.example/', 'http://127.0.0.1:1/', 'file:///etc/passwd'])
      expect((await shell.world.request(url)).answer, url).toBeNull();
    expect(shell.world.session.download('https://evil.example/a.exe')).toBe(false);
    expect(shell.world.session.download(`app://appealdesk/blob/${SHA}?name=a.png`)).toBe(true);
  });

  it('has the engine’s tools in no packed program', () => {
    expect(shell.window().options.webPreferences?.devTools).toBe(false);
    const labels = JSON.stringify(shell.world.menu.items);
    expect(labels).not.toContain('toggleDevTools');
  });
});

describe('a stranger who gets as far as the channels', () => {
  it('has no line to the core, no dialog and no say in what starts at login', async () => {
    const { ipc } = shell.world;
    const { contents } = shell.window();
    const own = shell.window().page().frame;
    const strangers = [
      openPage('https://evil.example/', contents, ipc, { preload: false }).frame,
      openPage('app://appealdesk/cases', contents, ipc, { preload: false, parent: own }).frame,
      openPage(`app://appealdesk/blob/${SHA}`, contents, ipc, { preload: false }).frame,
    ];
    const told: unknown[] = [];
    shell
      .window()
      .page()
      .target.addEventListener('message', (event) => told.push(event));
    for (const frame of [...strangers, null]) {
      ipc.send('appealdesk:connect', contents, frame, [1]);
      for (const channel of ['choose-folder', 'start-at-login', 'set-start-at-login'])
        await expect(ipc.invoke(`appealdesk:${channel}`, contents, frame, [true])).rejects.toThrow(
          'not from a page',
        );
    }
    ipc.send('appealdesk:connect', contents, own, ['1']);
    ipc.send('appealdesk:connect', contents, own, [{ toString: 1 }]);
    ipc.send('appealdesk:connect', contents, own, []);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([]);
    expect(shell.world.dialogs.folderAsked).toEqual([]);
    expect(shell.world.login.isOn).toBe(false);
  });

  it('finds no bridge on another origin, even with our preload script', () => {
    const page = openPage('https://evil.example/', shell.window().contents, shell.world.ipc, {
      preload: true,
    });
    expect(page.bridge).toBeUndefined();
  });

  it('loses the line with the first thing it sends that is no call', async () => {
    const page = await shell.page();
    const ports: MessagePort[] = [];
    page.target.addEventListener('message', (event) => ports.push(...event.ports));
    page.bridge?.connect(7);
    await vi.waitFor(() => expect(ports).toHaveLength(1), { timeout: 10_000 });
    const closed = new Promise<void>((resolve) => ports[0]?.addEventListener('close', () => resolve()));
    ports[0]?.postMessage({ kind: 'close' });
    await closed;
  });
});
