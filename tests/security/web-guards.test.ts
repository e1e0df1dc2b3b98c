import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  containedPath,
  createEntrance,
  isExpectedHost,
  isPlainTarget,
  isSameSecret,
  readCookie,
  refuseForeign,
  refuseSocket,
  safeSegments,
} from '../../main/web/guards.ts';

const PORT = 4711;
const OURS = { host: '127.0.0.1:4711' };

describe('who may speak to AppealDesk', () => {
  it.each([
    ['127.0.0.1:4711', true],
    ['127.0.0.1', false],
    ['127.0.0.1:80', false],
    ['localhost:4711', false],
    ['127.0.0.1.evil.example:4711', false],
    ['evil.example:4711', false],
    ['evil.example', false],
    ['[::1]:4711', false],
    ['127.1:4711', false],
    ['2130706433:4711', false],
    ['0.0.0.0:4711', false],
    ['127.0.0.1:4711@evil.example', false],
    ['127.0.0.1:4711, evil.example', false],
    ['', false],
    [undefined, false],
  ])('a page that reached us under the name %s is answered: %s', (host, answered) => {
    expect(isExpectedHost(host, PORT)).toBe(answered);
  });

  it.each([
    ['GET', undefined, null],
    ['GET', 'http://127.0.0.1:4711', null],
    ['POST', 'http://127.0.0.1:4711', null],
    ['POST', undefined, 'origin'],
    ['PUT', undefined, 'origin'],
    ['DELETE', undefined, 'origin'],
    ['GET', 'null', 'origin'],
    ['GET', 'http://127.0.0.1', 'origin'],
    ['GET', 'http://127.0.0.1:4712', 'origin'],
    ['GET', 'https://127.0.0.1:4711', 'origin'],
    ['GET', 'http://localhost:4711', 'origin'],
    ['GET', 'http://127.0.0.1:4711.evil.example', 'origin'],
    ['GET', 'http://evil.example', 'origin'],
    ['POST', '', 'origin'],
  ])('%s from the page %s is refused for: %s', (method, origin, refusal) => {
    const headers = origin === undefined ? OURS : { ...OURS, origin };
    expect(refuseForeign({ method, headers }, '/', PORT)).toBe(refusal);
  });

  it.each([
    ['same-origin', null],
    ['none', null],
    ['same-site', 'site'],
    ['cross-site', 'site'],
    ['', 'site'],
  ])('a request that the browser calls %s is refused for: %s', (site, refusal) => {
    expect(refuseForeign({ method: 'GET', headers: { ...OURS, 'sec-fetch-site': site } }, '/', PORT)).toBe(
      refusal,
    );
  });

  it.each([
    ['/', true],
    ['/cases/1?tab=facts', true],
    ['//evil.example/', false],
    ['http://evil.example/', false],
    ['*', false],
    ['', false],
    ['/a\\b', false],
    ['/a b', false],
    ['/a\u0000b', false],
    ['/a\u00ff', false],
  ])('the request target %j is looked at: %s', (target, looked) => {
    expect(isPlainTarget(target)).toBe(looked);
  });
});

describe('who may open a socket', () => {
  const isOurs = {
    cookie: (header: string | undefined) => header === 'good',
    attachToken: (t: string) => t === 'token',
  };
  const origin = 'http://127.0.0.1:4711';
  it.each([
    ['our page with its cookie', { ...OURS, origin, cookie: 'good' }, { trust: 'browser' }],
    ['our page without a cookie', { ...OURS, origin }, { refusal: 'cookie' }],
    ['a cookie without an origin', { ...OURS, cookie: 'good' }, { refusal: 'origin' }],
    [
      'another page with the cookie',
      { ...OURS, origin: 'http://evil.example', cookie: 'good' },
      { refusal: 'origin' },
    ],
    [
      'another name for this computer',
      { host: 'evil.example:4711', origin, cookie: 'good' },
      { refusal: 'host' },
    ],
    ['a program of this user', { ...OURS, authorization: 'Bearer token' }, { trust: 'shell' }],
    ['a program that guesses', { ...OURS, authorization: 'Bearer guess' }, { refusal: 'token' }],
    ['another scheme of authorization', { ...OURS, authorization: 'Basic token' }, { refusal: 'origin' }],
    [
      'a page that learnt the token of programs',
      { ...OURS, origin: 'http://evil.example', authorization: 'Bearer token' },
      { refusal: 'origin' },
    ],
    [
      'our page with the token of programs, which stays a page',
      { ...OURS, origin, authorization: 'Bearer token', cookie: 'good' },
      { trust: 'browser' },
    ],
  ])('%s', (_who, headers, expected) => {
    expect(refuseSocket({ headers }, '/rpc', PORT, isOurs)).toEqual(expected);
  });
});

describe('the way in', () => {
  const entrance = () => {
    let made = 0;
    return createEntrance(PORT, () => `secret-${(made += 1)}`);
  };

  it('changes a token for a cookie once and never again', () => {
    const door = entrance();
    const token = door.mint();
    const cookie = door.exchange(token);
    expect(cookie).toBe('appealdesk_4711=secret-1; HttpOnly; SameSite=Strict; Path=/');
    expect(door.exchange(token)).toBeNull();
  });

  it('gives nothing for a token it did not make', () => {
    const door = entrance();
    const token = door.mint();
    for (const wrong of [null, '', 'secret-1', `${token} `, token.slice(0, -1), token.toUpperCase()]) {
      expect(door.exchange(wrong), String(wrong)).toBeNull();
    }
    expect(door.exchange(token)).not.toBeNull();
  });

  it('knows its own cookie among others and refuses a forged or doubled one', () => {
    const door = entrance();
    expect(door.accepts('a=b; appealdesk_4711=secret-1')).toBe(true);
    expect(door.accepts(undefined)).toBe(false);
    expect(door.accepts('appealdesk_4711=secret-2')).toBe(false);
    expect(door.accepts('appealdesk_4712=secret-1')).toBe(false);
    expect(door.accepts('xappealdesk_4711=secret-1')).toBe(false);
    expect(door.accepts('appealdesk_4711=forged; appealdesk_4711=secret-1')).toBe(false);
  });

  it('compares secrets of any lengths', () => {
    expect(isSameSecret('a', 'a')).toBe(true);
    expect(isSameSecret('a', 'aa')).toBe(false);
    expect(isSameSecret('', 'a')).toBe(false);
  });

  it('reads a cookie whose value holds an equals sign', () => {
    expect(readCookie('x=a=b', 'x')).toBe('a=b');
  });
});

describe('what may be read', () => {
  it.each([
    '/..',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%252e%252e/package.json',
    '/a\\..\\b',
    '/a%5c..%5cb',
    '/a%00.js',
    '/a\u0000.js',
    '/.env',
    '/.host.json',
    '/a/',
    '//a',
    '/a//b',
    '/a/./b',
    '/C:/Windows/win.ini',
    '/a.js:stream',
    '/a.js::$DATA',
    '/con',
    '/CON.txt',
    '/nul.js',
    '/assets/aux.css',
    '/com1',
    '/LPT9.svg',
    '/a.',
    '/a.js ',
    '/a b',
    '/~$secret',
    '/progra~1*',
    '/\uff0e\uff0e/a',
    '/\u202etxt.exe',
    'a',
    '',
  ])('never %j', (path) => {
    expect(safeSegments(path)).toBeNull();
  });

  it.each([
    ['/', []],
    ['/assets/index-BxC_1-a.js', ['assets', 'index-BxC_1-a.js']],
    ['/cases/019c-abc/draft', ['cases', '019c-abc', 'draft']],
    ['/console', ['console']],
    ['/community.js', ['community.js']],
  ])('%s', (path, segments) => {
    expect(safeSegments(path)).toEqual(segments);
  });
});

describe('a file inside a folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'appealdesk-guards-')));
    await mkdir(join(folder, 'root/assets'), { recursive: true });
    await mkdir(join(folder, 'root-beside'));
    await writeFile(join(folder, 'root/assets/a.js'), 'a');
    await writeFile(join(folder, 'root-beside/secret'), 'secret');
    await symlink(join(folder, 'root-beside/secret'), join(folder, 'root/link'));
    await symlink(join(folder, 'root-beside'), join(folder, 'root/linked'));
    await symlink(join(folder, 'root/assets/a.js'), join(folder, 'root/inner'));
    await symlink(join(folder, 'root'), join(folder, 'root-link'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is found, also through a link that stays inside or a root that is itself a link', async () => {
    const real = join(folder, 'root/assets/a.js');
    expect(await containedPath(join(folder, 'root'), ['assets', 'a.js'])).toBe(real);
    expect(await containedPath(join(folder, 'root'), ['inner'])).toBe(real);
    expect(await containedPath(join(folder, 'root-link'), ['assets', 'a.js'])).toBe(real);
  });

  it('is not found through a link out, a neighbour whose name goes on, or a climb', async () => {
    const root = join(folder, 'root');
    expect(await containedPath(root, ['link'])).toBeNull();
    expect(await containedPath(root, ['linked', 'secret'])).toBeNull();
    expect(await containedPath(root, ['..', 'root-beside', 'secret'])).toBeNull();
    expect(await containedPath(root, [])).toBeNull();
    expect(await containedPath(root, ['absent'])).toBeNull();
  });
});
