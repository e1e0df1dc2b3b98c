import { describe, expect, it } from 'vitest';
import { createWorld, display } from '../../helpers/electron-double/index.ts';

/** What the double refuses is what makes the tests of the shell worth anything. */
describe('the double of Electron', () => {
  it('has no part that the shell does not use', () => {
    const { electron } = createWorld();
    for (const read of [
      () => (electron as unknown as { clipboard: unknown }).clipboard,
      () => (electron.app as unknown as { relaunch: unknown }).relaunch,
      () => (electron.nativeTheme as unknown as { inForcedColorsMode: unknown }).inForcedColorsMode,
    ])
      expect(read).toThrow('which the double has not');
    expect(() => Object.assign(electron.nativeTheme, { colour: 'red' })).toThrow('which the double has not');
  });

  it('refuses what Electron refuses before it is ready', () => {
    const { electron } = createWorld();
    expect(() => new electron.BrowserWindow({ width: 1 })).toThrow('after app is ready');
    expect(() => electron.screen.getAllDisplays()).toThrow('after app is ready');
    expect(() => electron.session.defaultSession).toThrow('after app is ready');
    expect(() => electron.protocol.handle('app', () => new Response())).toThrow('before app is ready');
    expect(() => new electron.Notification({ title: 'x' })).toThrow('after app is ready');
  });

  it('refuses what comes too late', async () => {
    const world = createWorld();
    const { electron } = world;
    await world.becomeReady();
    expect(() => electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app' }])).toThrow(
      'before app is ready',
    );
    expect(() => electron.app.enableSandbox()).toThrow('before app is ready');
    expect(() => electron.app.commandLine.appendSwitch('no-pings')).toThrow('before app is ready');
    expect(() => electron.app.setPath('userData', '/tmp')).toThrow('before app is ready');
  });

  it('refuses schemes registered twice, a lock in the common profile, a switch that is none', () => {
    const { electron } = createWorld();
    electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app' }]);
    expect(() => electron.protocol.registerSchemesAsPrivileged([{ scheme: 'b' }])).toThrow('only once');
    expect(() => electron.app.requestSingleInstanceLock()).toThrow('profile');
    expect(() => electron.app.commandLine.appendSwitch('--no-pings')).toThrow('no switch');
  });

  it('refuses options and events that are not in Electron’s types', async () => {
    const world = createWorld();
    await world.becomeReady();
    const { BrowserWindow, Menu } = world.electron;
    expect(() => new BrowserWindow({ nodeIntegration: true } as object)).toThrow('no option nodeIntegration');
    expect(() => new BrowserWindow({ webPreferences: { enableRemoteModule: true } as object })).toThrow(
      'no option enableRemoteModule',
    );
    expect(() => Menu.buildFromTemplate([{ lable: 'x' } as object])).toThrow('no option lable');
    expect(() => world.electron.app.on('all-closed' as 'activate', () => undefined)).toThrow('never sends');
  });

  it('refuses a window that is gone', async () => {
    const world = createWorld();
    await world.becomeReady();
    const window = new world.electron.BrowserWindow({ width: 100, height: 100 });
    world.windows[0]?.close();
    expect(window.isDestroyed()).toBe(true);
    expect(() => window.show()).toThrow('destroyed');
    expect(() => window.webContents).toThrow('destroyed');
  });

  it('takes only ports of its own over to a page', async () => {
    const world = createWorld({ displays: [display(1, { x: 0, y: 0, width: 800, height: 600 })] });
    const { port1, port2 } = new world.electron.MessageChannelMain();
    const heard = new Promise((resolve) => port2.on('message', ({ data }) => resolve(data)));
    port2.start();
    port1.postMessage('text');
    expect(await heard).toBe('text');
    expect(() => (port1 as unknown as { ref: unknown }).ref).toThrow('which the double has not');
    port1.close();
    port2.close();
  });
});
