import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';

/** Our e2e proofs ("no CSP violation", "no foreign origin") mean something only in a browser that enforces both. */
let browser: Browser;
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  for (const server of servers) server.close();
});

test('the test browser keeps one origin from reading another (CORS)', async () => {
  const closed = await serve((_request, response) => response.end('secret'));
  const open = await serve((_request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('public');
  });
  const page = await browser.newPage();
  await page.goto(
    await serve((_request, response) => response.setHeader('Content-Type', 'text/html').end('<p>')),
  );
  const read = (url: string): Promise<string> =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          (answer) => answer.text(),
          () => 'refused',
        ),
      url,
    );
  expect(await read(open)).toBe('public');
  expect(await read(closed)).toBe('refused');
  await page.close();
});

test('the test browser enforces a page’s CSP and reports what broke it', async () => {
  const address = await serve((request, response) => {
    if (request.url === '/own.js') {
      response.setHeader('Content-Type', 'text/javascript').end('document.title += " own"');
      return;
    }
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'");
    response.end(
      '<title>page</title><script>document.title += " inline"</script><script src="/own.js"></script>',
    );
  });
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(globalThis, { broken });
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
  });
  await page.goto(address, { waitUntil: 'load' });
  expect(await page.title()).toBe('page own');
  expect(await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken)).toEqual([
    'script-src-elem',
  ]);
  await page.close();
});

test('the test browser can show a page and picture it', async () => {
  const page = await browser.newPage();
  await page.setContent('<h1>AppealDesk 申诉台</h1>');
  expect((await page.screenshot()).byteLength).toBeGreaterThan(1_000);
  await page.close();
});
