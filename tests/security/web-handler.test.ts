import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebHandler, type WebHandler } from '../../main/web/index.ts';
import { contentDisposition } from '../../main/web/content-types.ts';
import { readRange } from '../../main/web/file-response.ts';

const SHA = 'ab12'.padEnd(64, '0');
const BYTES = Buffer.from('0123456789');

let folder = '';
let handler: WebHandler;
const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  handler(new Request(`http://127.0.0.1:4711${path}`, { headers, method }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-web-'));
  await put(
    'renderer/index.html',
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><title>__CSP_NONCE__</title>',
  );
  await put('renderer/assets/index-1a2b.js', 'export {};');
  await put('renderer/assets/index-1a2b.css', 'a{}');
  await put('renderer/assets/font.woff2', 'font');
  await put('renderer/favicon.svg', '<svg/>');
  await put('renderer/strange.xyz', 'x');
  await put('secret.js', 'secret');
  await symlink(join(folder, 'secret.js'), join(folder, 'renderer/assets/out.js'));
  await put(`vault/ab/12/${SHA}`, BYTES);
  await put(`vault/ab/12/${'ab12'.padEnd(64, '1')}/file`, 'a folder where a blob should be');
  await put('previews/page-1.svg', '<svg onload="alert(1)"/>');
  await put('previews/page-1.png', 'png');
  await put('previews/notes.html', '<script>alert(1)</script>');
  await mkdir(join(folder, 'incoming'));
  let nonces = 0;
  let uploads = 0;
  handler = createWebHandler({
    rendererDir: join(folder, 'renderer'),
    paths: {
      vault: join(folder, 'vault'),
      previews: join(folder, 'previews'),
      incoming: join(folder, 'incoming'),
    },
    nonce: () => `nonce-${(nonces += 1)}`,
    newUploadId: () => `upload-${(uploads += 1)}`,
    socketOrigin: 'ws://127.0.0.1:4711',
    uploadLimit: 1_000,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the page', () => {
  it('carries a strict policy with a nonce that no other answer has', async () => {
    const first = await get('/');
    const second = await get('/');
    const nonceOf = (answer: Response): string | undefined =>
      /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonceOf(first)).toBeDefined();
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    const page = await first.text();
    expect(page).toContain(`nonce="${nonceOf(first)}"`);
    expect(page).not.toContain('__CSP_NONCE__');
    const policy = Object.fromEntries(
      (first.headers.get('content-security-policy') ?? '').split('; ').map((line) => {
        const [name = '', ...values] = line.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonceOf(first)}'`,
      'img-src': "'self' blob: data:",
      'font-src': "'self'",
      'connect-src': "'self' ws://127.0.0.1:4711",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
    });
    expect(first.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '/',
    '/index.html',
    '/cases',
    '/cases/019c1234-0000-7000-8000-000000000000/facts',
    '/orders?text=1.2',
  ])('is what %s opens', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('says what to do when it is not built', async () => {
    const unbuilt = createWebHandler({
      rendererDir: join(folder, 'nowhere'),
      paths: { vault: folder, previews: folder, incoming: folder },
      nonce: () => 'n',
      newUploadId: () => 'u',
    });
    const answer = await unbuilt(new Request('http://127.0.0.1:4711/'));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/assets/index-1a2b.js',
    `/blob/${SHA}`,
    '/preview/page-1.svg',
    '/absent.js',
    '/upload',
    '/%2e%2e/a',
  ])('of %s is closed to other origins, sniffing, framing and referrers', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\)/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('to %s on a file is a refusal', async (method) => {
    expect((await get('/assets/index-1a2b.js', {}, method)).status).toBe(405);
  });
});

describe('files of the window', () => {
  it.each([
    ['/assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/index-1a2b.css', 'text/css; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
    ['/strange.xyz', 'application/octet-stream'],
  ])('%s is %s', async (path, type) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/%2e%2e%5c%2e%2e%5csecret.js',
    '/assets/out.js',
    '/assets/a%00.js',
    '/assets/con.js',
    '/assets/index-1a2b.js.',
    '/assets/absent.js',
    '/assets/.hidden.js',
  ])('%s gives nothing', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });
});

describe('stored files', () => {
  it('are handed out for download unless a harmless type is asked for', async () => {
    const plain = await get(`/blob/${SHA}?name=${encodeURIComponent('截图 1.html')}`);
    expect(plain.headers.get('content-type')).toBe('application/octet-stream');
    expect(plain.headers.get('content-disposition')).toBe(
      `attachment; filename="__ 1.html"; filename*=UTF-8''%E6%88%AA%E5%9B%BE%201.html`,
    );
    const image = await get(`/blob/${SHA}?type=image/png`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.get('content-disposition')).toBe('inline');
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/xml',
      'image/png, text/html',
    ]) {
      const answer = await get(`/blob/${SHA}?type=${encodeURIComponent(type)}`);
      expect(answer.headers.get('content-type'), type).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition'), type).toBe('attachment');
    }
  });

  it('are documents without rights, and stay in no cache', async () => {
    const answer = await get(`/blob/${SHA}?type=text/plain`);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=3-1', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('answer Range %s with %i', async (range, status, body, contentRange) => {
    const answer = await get(`/blob/${SHA}`, { range });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(body);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
  });

  it('answer HEAD with their size and nothing else', async () => {
    const answer = await get(`/blob/${SHA}`, {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-length')).toBe('10');
    expect(await answer.text()).toBe('');
  });

  it('are only found by their whole hash', async () => {
    for (const name of [
      SHA.slice(1),
      SHA.toUpperCase(),
      `${SHA}0`,
      '..',
      'ab12'.padEnd(64, '1'),
      'f'.repeat(64),
      '',
    ]) {
      expect((await get(`/blob/${name}`)).status, name).toBe(name === '..' ? 200 : 404);
    }
    expect((await get(`/blob/${SHA}/x`)).status).toBe(404);
  });

  it('of no bytes at all are whole', async () => {
    const empty = 'cd34'.padEnd(64, '0');
    await put(`vault/cd/34/${empty}`, '');
    const answer = await get(`/blob/${empty}`);
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '0',
      '',
    ]);
    expect(readRange('bytes=0-', 0)).toBe('none');
  });
});

describe('typeset pages', () => {
  it('are pictures: nothing in them may run, and no frame or tab shows them', async () => {
    const picture = await get('/preview/page-1.svg', { 'sec-fetch-dest': 'image' });
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(picture.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    for (const destination of ['document', 'iframe', 'embed', 'object', 'script', 'style']) {
      expect((await get('/preview/page-1.svg', { 'sec-fetch-dest': destination })).status, destination).toBe(
        403,
      );
    }
    expect((await get('/preview/page-1.png')).headers.get('content-type')).toBe('image/png');
  });

  it('are the only thing found there', async () => {
    for (const name of ['notes.html', 'absent.svg', '.svg', 'page-1.svg/x', '%2e%2e%2fvault.svg']) {
      expect((await get(`/preview/${name}`)).status, name).toBe(404);
    }
  });
});

describe('uploads', () => {
  const send = (body: BodyInit, method = 'POST', headers: Record<string, string> = {}): Promise<Response> =>
    handler(
      new Request('http://127.0.0.1:4711/upload', { method, body, headers, duplex: 'half' } as RequestInit),
    );
  const incoming = (): Promise<string[]> => readdir(join(folder, 'incoming'));

  it('arrive byte for byte under the id they are answered with', async () => {
    const answer = await send(BYTES, 'PUT');
    expect(answer.status).toBe(201);
    const { uploadId } = (await answer.json()) as { uploadId: string };
    expect(await readFile(join(folder, 'incoming', uploadId))).toEqual(BYTES);
    await rm(join(folder, 'incoming', uploadId));
  });

  it('may be empty: the intake says so, not the upload', async () => {
    const { uploadId } = (await (await send('')).json()) as { uploadId: string };
    expect(await readFile(join(folder, 'incoming', uploadId), 'utf8')).toBe('');
    await rm(join(folder, 'incoming', uploadId));
  });

  it('that are too large leave nothing, whether they say so or not', async () => {
    const announced = await send('x', 'POST', { 'content-length': '1001' });
    expect(announced.status).toBe(413);
    const chunked = await send(new Blob([new Uint8Array(1_001)]).stream());
    expect([chunked.status, await chunked.json()]).toEqual([
      413,
      { code: 'FILE_TOO_LARGE', params: { limit: 1_000 } },
    ]);
    expect(await incoming()).toEqual([]);
  });

  it('that break off leave nothing', async () => {
    let sent = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent < 3) controller.enqueue(new Uint8Array(10));
        else controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });
    const answer = await send(broken);
    expect(((await answer.json()) as { code: string }).code).toBe('CANCELLED');
    const short = await send('abc', 'POST', { 'content-length': '4' });
    expect(((await short.json()) as { code: string }).code).toBe('CANCELLED');
    expect(await incoming()).toEqual([]);
  });
});

describe('the name of a download', () => {
  it.each([
    [null, 'attachment'],
    ['a.pdf', `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
    ['a"b;c.pdf', `attachment; filename="a_b;c.pdf"; filename*=UTF-8''a_b%3Bc.pdf`],
    ['a\r\nset-cookie: x', `attachment; filename="a__set-cookie_ x"; filename*=UTF-8''a__set-cookie_%20x`],
    ['..\\..\\win.ini', `attachment; filename=".._.._win.ini"; filename*=UTF-8''.._.._win.ini`],
    ['a\u202egnp.exe', `attachment; filename="a_gnp.exe"; filename*=UTF-8''a_gnp.exe`],
    ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('%j is %s', (name, expected) => {
    expect(contentDisposition('attachment', name)).toBe(expected);
  });

  it('is cut to what file systems take, without half an emoji', () => {
    expect(() => contentDisposition('attachment', '😀'.repeat(300))).not.toThrow();
    expect(contentDisposition('attachment', `${'a'.repeat(199)}😀`)).not.toContain('😀');
  });
});
