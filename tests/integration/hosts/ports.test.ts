import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appWindow, findAppBrowser } from '../../../main/hosts/loopback/browser.ts';
import {
  defaultPlaces,
  openCommand,
  openSettings,
  readHostFile,
  writeHostFile,
} from '../../../main/hosts/ports/index.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-ports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the default folder of a workspace', () => {
  it.each([
    ['win32', { LOCALAPPDATA: 'C:/Users/li/AppData/Local' }, 'C:/Users/li'],
    ['win32', {}, 'C:/Users/li'],
    ['darwin', {}, '/Users/li'],
    ['linux', {}, '/home/li'],
    ['linux', { XDG_DATA_HOME: '/data/li' }, '/home/li'],
  ])('on %s with %j is no folder that is copied to a cloud', (platform, environment, home) => {
    const { workspace } = defaultPlaces({ platform, environment, home });
    expect(workspace).toMatch(/AppealDesk.workspace$/);
    expect(workspace).not.toMatch(/documents|desktop|onedrive|icloud|mobile documents/i);
  });

  it('moves with everything else when told to', () => {
    const places = defaultPlaces({
      platform: 'linux',
      environment: { APPEALDESK_HOME: '/usb' },
      home: '/home/li',
    });
    expect(places).toEqual({
      workspace: join('/usb', 'workspace'),
      example: join('/usb', 'example'),
      settingsFile: join('/usb', 'settings.json'),
      browserProfile: join('/usb', 'browser'),
      desktopProfile: join('/usb', 'desktop'),
    });
  });
});

describe('settings of this computer', () => {
  it('last, and give the defaults for what was never set', () => {
    const file = join(folder, 'settings.json');
    expect(openSettings(file).get()).toEqual(DEFAULT_SETTINGS);
    expect(openSettings(file).set({ language: 'en', idleMinutes: 5 })).toMatchObject({
      language: 'en',
      idleMinutes: 5,
    });
    expect(openSettings(file).get()).toEqual({ ...DEFAULT_SETTINGS, language: 'en', idleMinutes: 5 });
  });

  it('survive a damaged file and a single value that no longer fits', async () => {
    const file = join(folder, 'damaged.json');
    await writeFile(file, '{"language": "en"');
    const opened = openSettings(file);
    expect(opened.get()).toEqual(DEFAULT_SETTINGS);
    expect(await readFile(opened.setAside ?? '', 'utf8')).toBe('{"language": "en"');
    await writeFile(file, '[]');
    expect(openSettings(file).setAside).toBe(join(folder, 'damaged.damaged-2.json'));
    await writeFile(file, JSON.stringify({ language: 'fr', theme: 'dark', from: 'another version' }));
    expect(openSettings(file).get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it('hold settings and nothing else', async () => {
    const file = join(folder, 'strict.json');
    openSettings(file).set({ theme: 'dark', token: 'x' } as Partial<typeof DEFAULT_SETTINGS>);
    const stored = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    // Beside the settings the engine notes which version's changes the file has been through.
    expect(Object.keys(stored).filter((key) => key !== '__internal__')).toEqual(['theme']);
  });
});

describe('the file by which a program finds the running host', () => {
  it('is read back, unless it leads anywhere but to this computer', async () => {
    const content = { socket: 'ws://127.0.0.1:4711/rpc', attachToken: 'a'.repeat(43), process: 1 };
    await writeHostFile(folder, content);
    expect(await readHostFile(folder)).toEqual(content);
    for (const socket of [
      'ws://evil.example:4711/rpc',
      'wss://127.0.0.1/rpc',
      'ws://127.0.0.1:1@evil.example/rpc',
    ]) {
      await writeHostFile(folder, { ...content, socket });
      expect(await readHostFile(folder), socket).toBeNull();
    }
  });
});

describe('the window in a browser', () => {
  const installed = (...paths: string[]) => ({ exists: (path: string): boolean => paths.includes(path) });

  it('is opened by the first Edge, Chrome or Chromium found', () => {
    const linux = { platform: 'linux', environment: { PATH: '/usr/local/bin:/usr/bin:.:relative' } };
    expect(findAppBrowser({ ...linux, ...installed('/usr/bin/chromium', '/usr/bin/google-chrome') })).toBe(
      '/usr/bin/google-chrome',
    );
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { platform: 'win32', environment: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' } };
    expect(findAppBrowser({ ...windows, ...installed(edge) })).toBe(edge);
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findAppBrowser({ platform: 'darwin', environment: {}, ...installed(chrome) })).toBe(chrome);
    expect(findAppBrowser({ ...linux, ...installed() })).toBeNull();
  });

  it('is opened by the browser the person named, or by none of these', () => {
    const search = { platform: 'linux', environment: { PATH: '/usr/bin', APPEALDESK_BROWSER: '/opt/mine' } };
    expect(findAppBrowser({ ...search, ...installed('/opt/mine', '/usr/bin/chromium') })).toBe('/opt/mine');
    expect(findAppBrowser({ ...search, ...installed('/usr/bin/chromium') })).toBeNull();
  });

  it('has a profile of its own, without extensions, sync or traffic of its own', () => {
    const { program, args } = appWindow('/usr/bin/chromium', 'http://127.0.0.1:1/enter?token=t', '/profile');
    expect(program).toBe('/usr/bin/chromium');
    expect(args).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:1/enter?token=t',
        '--user-data-dir=/profile',
        '--no-first-run',
        '--disable-extensions',
        '--disable-sync',
        '--disable-background-networking',
      ]),
    );
    expect(args.join(' ')).not.toMatch(/no-sandbox|disable-web-security|remote-debugging/);
  });

  it.each([
    ['linux', 'http://127.0.0.1:1/', { program: 'xdg-open', args: ['http://127.0.0.1:1/'] }],
    ['darwin', '/a b', { program: 'open', args: ['/a b'] }],
    ['win32', 'C:\\a&b', { program: 'explorer.exe', args: ['C:\\a&b'] }],
    [
      'win32',
      'http://127.0.0.1:1/?a=1&b=2',
      { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', 'http://127.0.0.1:1/?a=1&b=2'] },
    ],
  ])('on %s opens %s without a shell', (platform, target, command) => {
    expect(openCommand(platform, target)).toEqual(command);
  });
});
