import { describe, expect, it } from 'vitest';
import {
  hardened,
  isOurRequest,
  isOurSender,
  isPageAddress,
  mayDownload,
  mayExist,
  mayLoad,
  mayUse,
  navigationDecision,
  windowOpenDecision,
} from '../../main/hosts/electron/guards.ts';
import { isFrame } from '../../main/hosts/electron/port-bridge.ts';
import { CALL_LIMIT } from '../../main/hosts/ports/index.ts';

const HOME = 'app://appealdesk/';
const SHA = 'a1'.repeat(32);

/** Addresses that want to be taken for ours, and are nobody's business. */
const ATTACKS = [
  'https://evil.example/',
  'http://127.0.0.1:4711/',
  'file:///etc/passwd',
  'file:///C:/Users/li/Desktop/a.html',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://evil.example/1234',
  'about:blank',
  'chrome://gpu',
  'chrome-extension://abc/page.html',
  'view-source:app://appealdesk/',
  'APP://appealdesk/',
  'app:appealdesk/',
  'app:/appealdesk/',
  'app:///appealdesk/',
  'app://appealdesk',
  'app://appealdesk.evil.example/',
  'app://evil.example/',
  'app://evil.example/app://appealdesk/',
  'app://appealdesk@evil.example/',
  'app://li:pin@appealdesk/',
  'app://appealdesk:80/',
  'app://appealdesk\\@evil.example/',
  'app://appealdesk\\evil',
  'app://appealdesk/..\\..\\secret',
  'app://appealdesk/../secret',
  'app://appealdesk/%2e%2e/secret',
  'app://appealdesk/a/%2E%2E/b',
  'app://appealdesk/a%2f..%2fb',
  'app://appealdesk/a%5c..%5cb',
  'app://appealdesk/a%00',
  'app://appealdesk/a\u0000',
  'app://appealdesk/a\nb',
  'app://appealdesk/C:/Windows',
  'app://appealdesk/c|/windows',
  'app://appealdesk/con',
  'app://appealdesk/a:stream',
  'app://appealdesk//evil.example/',
  'app://appealdesk/\u202ea',
  ' app://appealdesk/',
  'app://аppealdesk/',
  '',
];

const PAGES = [
  HOME,
  'app://appealdesk/cases',
  'app://appealdesk/cases/019c1234-0000-7000-8000-000000000000/evidence',
  'app://appealdesk/orders?text=a%5Cb&x=..',
  'app://appealdesk/settings#backup',
];

describe('an address of a page', () => {
  it.each(PAGES)('%s is one', (address) => {
    expect(isPageAddress(address)).toBe(true);
  });
  it.each([
    ...ATTACKS,
    `app://appealdesk/blob/${SHA}?type=text/html`,
    'app://appealdesk/preview/page-1.svg',
    'app://appealdesk/upload',
    'app://appealdesk/assets/index.js',
    'app://appealdesk/shell/stopped',
    'app://appealdesk/index.html',
  ])('%j is none', (address) => {
    expect(isPageAddress(address)).toBe(false);
  });
});

describe('going somewhere', () => {
  it.each(PAGES)('from page to page, as to %s, is free', (to) => {
    expect(navigationDecision({ to, from: HOME, isMainFrame: true })).toBe('go');
  });
  it.each([
    ...ATTACKS,
    `app://appealdesk/blob/${SHA}`,
    'app://appealdesk/shell/again',
    'app://appealdesk/shell/stopped',
  ])('to %j is refused', (to) => {
    expect(navigationDecision({ to, from: HOME, isMainFrame: true })).toBe('refuse');
  });
  it.each(PAGES)('in a frame is refused, even to %s', (to) => {
    expect(navigationDecision({ to, from: HOME, isMainFrame: false })).toBe('refuse');
  });
  it.each([...ATTACKS, `app://appealdesk/blob/${SHA}?type=image/png`])('from %j leads nowhere', (from) => {
    expect(navigationDecision({ to: HOME, from, isMainFrame: true })).toBe('refuse');
  });

  const STOPPED = 'app://appealdesk/shell/stopped';
  it.each([
    ['app://appealdesk/shell/again', 'again'],
    ['app://appealdesk/shell/quit', 'quit'],
    ['app://appealdesk/shell/again?x', 'refuse'],
    ['app://appealdesk/shell/other', 'refuse'],
    [HOME, 'refuse'],
    ['https://evil.example/', 'refuse'],
  ])('from the page without a core to %s: %s', (to, decision) => {
    expect(navigationDecision({ to, from: STOPPED, isMainFrame: true })).toBe(decision);
    expect(navigationDecision({ to, from: STOPPED, isMainFrame: false })).toBe('refuse');
  });
});

describe('a new window', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'])(
    'shows a picture of the vault (%s), in a window of the shell',
    (type) => {
      expect(windowOpenDecision(`app://appealdesk/blob/${SHA}?type=image%2F${type}`)).toBe('show-picture');
    },
  );
  it.each([
    ...ATTACKS,
    ...PAGES,
    `app://appealdesk/blob/${SHA}`,
    `app://appealdesk/blob/${SHA}?type=text/html`,
    `app://appealdesk/blob/${SHA}?type=image/svg%2Bxml`,
    `app://appealdesk/blob/${SHA}?type=application/pdf`,
    `app://appealdesk/blob/${SHA}?type=image/png&type=text/html`,
    `app://appealdesk/blob/${SHA}/x?type=image/png`,
    `app://appealdesk/blob/${SHA.slice(1)}?type=image/png`,
    'app://appealdesk/preview/page-1.svg?type=image/png',
    'mailto:someone@evil.example',
    'ms-settings:',
    'search-ms:query=x',
    'smb://evil.example/share',
    '\\\\evil.example\\share',
  ])('for %j is refused, and nothing is opened outside either', (address) => {
    expect(windowOpenDecision(address)).toBe('refuse');
  });
});

describe('a download', () => {
  it('is of the vault or of the page itself', () => {
    expect(mayDownload(`app://appealdesk/blob/${SHA}?name=%E6%88%AA%E5%9B%BE.png`)).toBe(true);
    expect(mayDownload('blob:app://appealdesk/0d9c')).toBe(true);
  });
  it.each([...ATTACKS, HOME, 'app://appealdesk/assets/index.js', 'blob:app://appealdesk.evil.example/1'])(
    'of %j is refused',
    (address) => {
      expect(mayDownload(address)).toBe(false);
    },
  );
});

describe('the network', () => {
  it.each([
    ...['http://127.0.0.1/', 'https://update.example/x', 'ws://127.0.0.1:1/', 'wss://evil.example/'],
    ...['ftp://evil.example/', 'file:///etc/passwd', 'chrome://network/', 'chrome-extension://abc/x.js'],
    ...['app://evil.example/x', 'blob:https://evil.example/1', 'data:text/html,x', 'stun:evil.example'],
  ])('is never asked: %s', (address) => {
    expect(mayLoad(address, { devTools: true })).toBe(false);
    expect(mayLoad(address, { devTools: false })).toBe(false);
  });
  it('is not needed for what the page itself holds', () => {
    for (const address of [
      HOME,
      `app://appealdesk/blob/${SHA}`,
      'blob:app://appealdesk/1',
      'data:image/png;base64,x',
    ])
      expect(mayLoad(address, { devTools: false }), address).toBe(true);
  });
  it('has the engine’s own tools only where they are on', () => {
    expect(mayLoad('devtools://devtools/bundled/inspector.html', { devTools: true })).toBe(true);
    expect(mayLoad('devtools://devtools/bundled/inspector.html', { devTools: false })).toBe(false);
    expect(mayLoad('devtools://evil/', { devTools: true })).toBe(false);
  });
});

describe('a permission', () => {
  const ALL = [
    ...['clipboard-read', 'media', 'geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock'],
    ...['fullscreen', 'openExternal', 'window-management', 'display-capture', 'idle-detection', 'hid', 'usb'],
    ...['serial', 'fileSystem', 'storage-access', 'local-fonts', 'speaker-selection', 'unknown', ''],
  ];
  it.each(ALL)('to use %s is refused', (permission) => {
    expect(mayUse(permission, HOME, true)).toBe(false);
  });
  it('to copy is given to a page of ours, and to nobody else', () => {
    expect(mayUse('clipboard-sanitized-write', HOME, true)).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'app://appealdesk/cases/1', true)).toBe(true);
    expect(mayUse('clipboard-sanitized-write', HOME, false)).toBe(false);
    for (const attack of ATTACKS.filter((each) => each !== 'app://appealdesk'))
      expect(mayUse('clipboard-sanitized-write', attack, true), attack).toBe(false);
  });
});

describe('who sends a message', () => {
  const frame = { url: `${HOME}cases`, origin: 'app://appealdesk', parent: null };
  it('is the main frame of a page of ours', () => {
    expect(isOurSender(frame)).toBe(true);
  });
  it.each([
    ['a frame that is gone', null],
    ['a frame within', { ...frame, parent: frame }],
    ['another origin', { ...frame, origin: 'https://evil.example' }],
    ['an origin without a name', { ...frame, origin: 'null' }],
    ['an origin that begins like ours', { ...frame, origin: 'app://appealdesk.evil.example' }],
    ['a stored file shown as a document', { ...frame, url: `app://appealdesk/blob/${SHA}?type=image/png` }],
    ['the page without a core', { ...frame, url: 'app://appealdesk/shell/stopped' }],
    ['an address that says otherwise than the origin', { ...frame, url: 'https://evil.example/' }],
    ['nowhere', { ...frame, url: 'about:blank', origin: 'app://appealdesk' }],
  ])('is not %s', (_name, sender) => {
    expect(isOurSender(sender)).toBe(false);
  });
});

describe('what may exist', () => {
  it.each([
    [{ type: 'window', hasOpener: false }, true, true],
    [{ type: 'remote', hasOpener: false }, true, false],
    [{ type: 'window', hasOpener: true }, false, false],
    [{ type: 'webview', hasOpener: false }, false, false],
    [{ type: 'browserView', hasOpener: false }, false, false],
    [{ type: 'offscreen', hasOpener: false }, false, false],
    [{ type: 'backgroundPage', hasOpener: false }, false, false],
  ])('%j: %s with the engine’s tools, %s without', (contents, withTools, without) => {
    expect(mayExist(contents, { devTools: true })).toBe(withTools);
    expect(mayExist(contents, { devTools: false })).toBe(without);
  });
});

describe('a request to our own scheme', () => {
  const request = { url: `${HOME}assets/index.js`, origin: null, initiator: undefined };
  it('is answered to a page of ours and to the shell', () => {
    expect(isOurRequest(request)).toBe(true);
    expect(isOurRequest({ ...request, origin: 'app://appealdesk', initiator: 'app://appealdesk' })).toBe(
      true,
    );
  });
  it.each(ATTACKS)('for %j is not', (url) => {
    expect(isOurRequest({ ...request, url })).toBe(false);
  });
  it.each(['https://evil.example', 'null', 'file://', 'app://evil', 'app://appealdesk.evil.example', ''])(
    'from %j is not',
    (origin) => {
      expect(isOurRequest({ ...request, origin })).toBe(false);
      expect(isOurRequest({ ...request, initiator: origin })).toBe(false);
    },
  );
  it('of a document without an origin is not', () => {
    expect(isOurRequest({ ...request, initiator: null })).toBe(false);
  });
});

describe('a frame of a call', () => {
  it.each([
    ['text', '{}', true],
    ['bytes', new Uint8Array(3), true],
    ['a buffer', new ArrayBuffer(3), true],
    ['text too long to be a call', 'x'.repeat(CALL_LIMIT + 1), false],
    ['too many bytes', new Uint8Array(CALL_LIMIT + 1), false],
    ['an object', { type: 'close' }, false],
    ['nothing', undefined, false],
    ['a number', 1, false],
    ['a list', ['x'], false],
  ])('may or may not be %s', (_name, value, passes) => {
    expect(isFrame(value)).toBe(passes);
  });
});

describe('every window', () => {
  it('is a sandboxed page with no way into the computer', () => {
    expect(hardened({ preload: '/p.cjs', devTools: false })).toEqual({
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: false,
    });
    expect(hardened({ devTools: true })).not.toHaveProperty('preload');
  });
});
