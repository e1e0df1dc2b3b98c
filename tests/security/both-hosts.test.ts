import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchemeHandler } from '../../main/hosts/electron/scheme.ts';
import { hostWebHandler } from '../../main/hosts/ports/index.ts';
import { startHost, type TestHost } from '../helpers/host.ts';

const ECHO = new URL('../integration/hosts/echo.worker.ts', import.meta.url);
const SHA = 'ab12'.padEnd(64, '0');

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}
type Ask = (
  path: string,
  options?: { headers?: Record<string, string>; method?: string; body?: string },
) => Promise<Answer>;

/**
 * One folder, one handler, two ways to it: over a real socket to the loopback host, and through the door of `app://`.
 * Whatever is promised here is promised of both.
 */
let folder = '';
let loopback: TestHost;
const ways: Record<'loopback' | 'app', Ask> = {
  loopback: () => Promise.reject(new Error('not started')),
  app: () => Promise.reject(new Error('not started')),
};
const put = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-both-'));
  const root = join(folder, 'workspace');
  loopback = await startHost({ workerUrl: ECHO, workspaceDir: root, rendererDir: join(folder, 'renderer') });
  await put('renderer/index.html', '<meta name="csp-nonce" content="__CSP_NONCE__"><title>x</title>');
  await put('renderer/assets/index-1a2b.js', 'export {};');
  await put('renderer/assets/font.woff2', 'font');
  await put('renderer/icon.svg', '<svg/>');
  await put(`workspace/vault/ab/12/${SHA}`, '0123456789');
  await put('workspace/previews/page-1.svg', '<svg/>');
  await put('secret.js', 'secret');
  await symlink(join(folder, 'secret.js'), join(folder, 'renderer/assets/out.js'));

  const port = Number(new URL(loopback.url).port);
  const send = (
    path: string,
    method: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: new Headers(
              Object.fromEntries(
                Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
              ),
            ),
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const entered = await send(loopback.enterUrl.slice(loopback.url.length), 'GET', {});
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  ways.loopback = (path, { headers = {}, method = 'GET', body } = {}) =>
    send(path, method, { cookie, origin: loopback.url, ...headers }, body);

  const web = hostWebHandler({
    rendererDir: join(folder, 'renderer'),
    paths: {
      vault: join(root, 'vault'),
      previews: join(root, 'previews'),
      incoming: join(root, 'incoming'),
    },
  });
  const handler = createSchemeHandler({ web: () => web, stopped: () => null });
  ways.app = async (path, { headers = {}, method = 'GET', body } = {}) => {
    const answer = await handler(
      new Request(`app://appealdesk${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
});
afterAll(async () => {
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['loopback', 'app'] as const)('over %s', (way) => {
  const ask: Ask = (path, options) => ways[way](path, options);

  it('the page has a policy with a nonce of its own each time, and nothing inline is allowed', async () => {
    const [one, two] = [await ask('/'), await ask('/cases/1')];
    const nonceOf = ({ headers }: Answer): string =>
      /'nonce-([A-Za-z0-9_-]{43})'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(nonceOf(one)).not.toBe('');
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(one.body).toContain(`content="${nonceOf(one)}"`);
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain(way === 'app' ? "connect-src 'self';" : "connect-src 'self' ws://127.0.0.1:");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/assets/index-1a2b.js', 200, 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 200, 'font/woff2'],
    ['/icon.svg', 200, 'image/svg+xml; charset=utf-8'],
    ['/preview/page-1.svg', 200, 'image/svg+xml; charset=utf-8'],
    [`/blob/${SHA}`, 200, 'application/octet-stream'],
    [`/blob/${SHA}?type=image/png`, 200, 'image/png'],
    [`/blob/${SHA}?type=text/html`, 200, 'application/octet-stream'],
  ])('%s is answered with %i as %s, unguessed and closed to others', async (path, status, type) => {
    const { status: found, headers } = await ask(path);
    expect([found, headers.get('content-type')]).toEqual([status, type]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/%2e%2e%5c%2e%2e%5csecret.js',
    '/assets/..\\..\\secret.js',
    '/assets/out.js',
    '/assets/a%00.js',
    '/assets/con.js',
    '/C:/Windows/win.ini',
    '/assets/index-1a2b.js::$DATA',
    '/blob/../../secret.js',
    `/blob/${SHA}/x`,
    '/preview/notes.html',
  ])('%s gives nothing', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain('secret');
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['nonsense', 200, '0123456789', null],
  ])('Range %s of a stored file is answered with %i', async (range, status, body, contentRange) => {
    const answer = await ask(`/blob/${SHA}`, { headers: { range } });
    expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  it('a typeset page is a picture and opens as nothing else', async () => {
    const asDocument = await ask('/preview/page-1.svg', { headers: { 'sec-fetch-dest': 'document' } });
    expect(asDocument.status).toBe(403);
  });

  it('an upload arrives, and a method that changes anything else is refused', async () => {
    const own = way === 'app' ? { origin: 'app://appealdesk' } : {};
    const sent = await ask('/upload', { method: 'PUT', body: 'bytes', headers: own });
    expect(sent.status).toBe(201);
    const { uploadId } = JSON.parse(sent.body) as { uploadId: string };
    expect(await readdir(join(folder, 'workspace/incoming'))).toEqual([uploadId]);
    await rm(join(folder, 'workspace/incoming', uploadId));
    for (const method of ['PUT', 'DELETE'])
      expect((await ask('/assets/index-1a2b.js', { method, headers: own })).status, method).toBe(405);
  });

  it('a page of somebody else is refused before anything is looked at', async () => {
    for (const origin of ['https://evil.example', 'null'])
      expect((await ask('/upload', { method: 'PUT', body: 'x', headers: { origin } })).status).toBe(403);
    expect(await readdir(join(folder, 'workspace/incoming'))).toEqual([]);
  });
});

it('both give the same answer, header for header, but for what a socket needs', async () => {
  for (const path of [
    '/',
    '/assets/index-1a2b.js',
    `/blob/${SHA}?type=image/png&name=a`,
    '/preview/page-1.svg',
    '/absent.js',
  ]) {
    const [one, other] = [await ways.loopback(path), await ways.app(path)];
    const comparable = ({ headers }: Answer): Record<string, string> => {
      const kept = [...headers].filter(
        ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
      );
      return Object.fromEntries(
        kept.map(([name, value]) => [
          name,
          value.replace(/'nonce-[^']+'/, "'nonce'").replace(/ ws:\/\/127\.0\.0\.1:\d+/, ''),
        ]),
      );
    };
    expect(comparable(other), path).toEqual(comparable(one));
    expect(other.status, path).toBe(one.status);
  }
});
