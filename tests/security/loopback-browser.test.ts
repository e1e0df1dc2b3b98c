import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { startHost, type TestHost } from '../helpers/host.ts';

const ECHO = new URL('../integration/hosts/echo.worker.ts', import.meta.url);
const PAGE = `<!doctype html><html><head>
<meta name="csp-nonce" content="__CSP_NONCE__">
<style nonce="__CSP_NONCE__">#ours { color: rgb(1, 2, 3); }</style>
<link rel="stylesheet" crossorigin href="/assets/page.css">
<script type="module" crossorigin src="/assets/page.js"></script>
</head><body><p id="ours">ours</p><p id="sheet">sheet</p></body></html>`;

let folder = '';
let host: TestHost;
let browser: Browser;
let context: BrowserContext;
let stranger: Server;
let strangerUrl = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-browser-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets/page.css'), '#sheet { color: rgb(4, 5, 6); }');
  await writeFile(join(folder, 'assets/page.js'), 'document.title = "started";');
  host = await startHost({ workerUrl: ECHO, rendererDir: folder });
  browser = await launchBrowser();
  context = await browser.newContext();
  stranger = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<title>stranger</title>');
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  await browser.close();
  stranger.close();
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const echo = (page: Page, address: string): Promise<string> =>
  page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.onopen = () => socket.send('who');
        socket.onmessage = (event) => resolve(String(event.data));
        socket.onclose = () => resolve('closed');
        socket.onerror = () => resolve('closed');
      }),
    address,
  );
const socketUrl = (): string => `${host.url.replace('http', 'ws')}/rpc`;

describe('a real browser', () => {
  it('enters once, keeps no token in its history, and runs the page without one complaint', async () => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(host.enterUrl);
    expect(page.url()).toBe(`${host.url}/`);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(await page.title()).toBe('started');
    const colours = await page.evaluate(() =>
      ['ours', 'sheet'].map((id) => getComputedStyle(document.getElementById(id) ?? document.body).color),
    );
    expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
    expect(await echo(page, socketUrl())).toBe('browser');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(complaints).toEqual([]);
    await page.reload();
    expect(await page.title()).toBe('started');
    const again = await page.goto(host.enterUrl);
    expect(again?.status()).toBe(403);
    await page.close();
  });

  it('runs nothing that got into the page, and connects nowhere else', async () => {
    const page = await context.newPage();
    await page.goto(host.url);
    const violations = new Set<string>();
    await page.exposeFunction('violated', (directive: string) => violations.add(directive));
    await page.evaluate((elsewhere) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        (globalThis as unknown as { violated: (directive: string) => void }).violated(
          event.effectiveDirective,
        );
      });
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = '#ours { color: red; }';
      document.body.append(style);
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="/x.png" onerror="document.title = \'owned\'">',
      );
      document.body.insertAdjacentHTML('beforeend', '<base href="http://127.0.0.1:1/">');
      document.body.insertAdjacentHTML('beforeend', `<img src="${elsewhere}/x.png">`);
      const frame = document.createElement('iframe');
      frame.src = elsewhere;
      document.body.append(frame);
      fetch(elsewhere).catch(() => undefined);
    }, strangerUrl);
    const expected = [
      'script-src-elem',
      'style-src-elem',
      'script-src-attr',
      'base-uri',
      'img-src',
      'frame-src',
      'connect-src',
    ];
    await vi.waitFor(() => expect([...violations].sort()).toEqual(expected.sort()), { timeout: 10_000 });
    expect(await page.title()).toBe('started');
    await page.close();
  });

  it('does not let another page of this computer read, write, frame or listen, though the cookie is there', async () => {
    const page = await context.newPage();
    await page.goto(strangerUrl);
    const outcomes = await page.evaluate(async (ours) => {
      const read = await fetch(`${ours}/`, { credentials: 'include' }).then(
        () => 'read',
        () => 'refused',
      );
      const written = await fetch(`${ours}/upload`, {
        method: 'POST',
        body: 'x',
        mode: 'no-cors',
        credentials: 'include',
      }).then(
        (answer) => answer.type,
        () => 'refused',
      );
      const picture = await new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('shown');
        image.onerror = () => resolve('refused');
        image.src = `${ours}/blob/${'a'.repeat(64)}?type=image/png`;
      });
      return { read, written, picture };
    }, host.url);
    expect(outcomes.read).toBe('refused');
    expect(outcomes.picture).toBe('refused');
    expect(['opaque', 'refused']).toContain(outcomes.written);
    expect(await echo(page, socketUrl())).toBe('closed');
    await page.close();
  });
});
