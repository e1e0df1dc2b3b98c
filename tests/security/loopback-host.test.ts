import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startHost, type StartHostOptions, type TestHost } from '../helpers/host.ts';

const ECHO = new URL('../integration/hosts/echo.worker.ts', import.meta.url);

let folder = '';
let host: TestHost;
let port = 0;
let cookie = '';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request with exactly these headers; fetch would not let a test lie about Host. */
function send(path: string, headers: Record<string, string>, method = 'GET', body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers, setHost: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const ours = (more: Record<string, string> = {}): Record<string, string> => ({
  host: `127.0.0.1:${port}`,
  ...more,
});
const origin = (): string => `http://127.0.0.1:${port}`;
const pathOf = (url: string): string => url.slice(origin().length);

async function enter(url: string): Promise<string> {
  const answer = await send(pathOf(url), ours());
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** The socket once it is open, or the status it was turned away with. */
function openSocket(headers: Record<string, string>, path = '/rpc'): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.once('error', reject);
  });
}

async function opened(headers: Record<string, string>): Promise<WebSocket> {
  const socket = await openSocket(headers);
  if (typeof socket === 'number') throw new Error(`turned away with ${socket}`);
  return socket;
}

async function ask(socket: WebSocket, frame: string | Buffer): Promise<{ data: Buffer; isBinary: boolean }> {
  const answer = once(socket, 'message') as Promise<[Buffer, boolean]>;
  socket.send(frame);
  const [data, isBinary] = await answer;
  return { data, isBinary };
}

async function start(options: StartHostOptions = {}): Promise<TestHost> {
  const started = await startHost({ workerUrl: ECHO, rendererDir: join(folder, 'renderer'), ...options });
  onTestFinished(() => started.close());
  return started;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-loopback-'));
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer/index.html'), '<p>__CSP_NONCE__</p>');
  host = await startHost({ workerUrl: ECHO, rendererDir: join(folder, 'renderer'), uploadLimit: 5_000_000 });
  port = Number(new URL(host.url).port);
  cookie = await enter(host.enterUrl);
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the way into the running program', () => {
  it('is a token that turns into a cookie and leaves the address', async () => {
    const answer = await send(pathOf(host.newEnterUrl()), ours());
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']).toHaveLength(1);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^appealdesk_${port}=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
  });

  it('opens no second time', async () => {
    const url = host.newEnterUrl();
    await send(pathOf(url), ours());
    const again = await send(pathOf(url), ours());
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('opens to no guess, no other method and no page of another site', async () => {
    expect((await send('/enter', ours())).status).toBe(403);
    expect((await send('/enter?token=guess', ours())).status).toBe(403);
    const path = pathOf(host.newEnterUrl());
    expect((await send(path, ours(), 'HEAD')).status).toBe(403);
    expect((await send(path, ours({ 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
    expect((await send(path, ours())).status).toBe(303);
  });

  it('shows nothing to a browser without the cookie', async () => {
    for (const path of [
      '/',
      '/index.html',
      '/assets/a.js',
      `/blob/${'a'.repeat(64)}`,
      '/preview/a.svg',
      '/upload',
    ]) {
      const answer = await send(path, ours());
      expect(answer.status, path).toBe(403);
      expect(answer.headers['content-security-policy'], path).toMatch(/^default-src 'none'/);
    }
    expect((await send('/', ours({ cookie }))).status).toBe(200);
  });
});

describe('a page of somebody else', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1.evil.example', '[::1]'])(
    'that had its name %s lead here sees nothing, even with the cookie',
    async (name) => {
      expect((await send('/', { host: `${name}:${port}`, cookie })).status).toBe(403);
      const socket = openSocket({ host: `${name}:${port}`, origin: `http://${name}:${port}`, cookie });
      expect(await socket).toBe(403);
    },
  );

  it('cannot upload, though the browser sent the cookie along', async () => {
    const before = await readdir(join(host.workspaceDir, 'incoming'));
    for (const headers of [
      ours({ cookie }),
      ours({ cookie, origin: 'http://evil.example' }),
      ours({ cookie, origin: 'null' }),
    ]) {
      expect((await send('/upload', headers, 'POST', Buffer.from('x'))).status).toBe(403);
    }
    expect(await readdir(join(host.workspaceDir, 'incoming'))).toEqual(before);
  });

  it('cannot open a socket', async () => {
    expect(await openSocket({ origin: 'http://evil.example', cookie })).toBe(403);
    expect(await openSocket({ origin: `http://127.0.0.1:${port + 1}`, cookie })).toBe(403);
    expect(await openSocket({ cookie })).toBe(403);
    expect(await openSocket({ origin: origin() })).toBe(403);
    expect(await openSocket({ origin: origin(), cookie: cookie.replace(/.$/, '_') })).toBe(403);
    expect(await openSocket({ origin: origin(), cookie }, '/other')).toBe(403);
  });

  it('cannot make it forward: an absolute target is refused', async () => {
    expect((await send('http://evil.example/', ours({ cookie }))).status).toBe(403);
    expect((await send('//evil.example/', ours({ cookie }))).status).toBe(403);
  });
});

describe('requests that are not HTTP at all', () => {
  it('are closed without an answer of ours', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('\x16\x03\x01\x00\xa5\x01\x00\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 400 /);
    socket.destroy();
  });

  it('the host listens on this computer only', async () => {
    const reached = await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.2' });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

describe('a window', () => {
  it('has its frames carried as they are, text as text and bytes as bytes', async () => {
    const socket = await opened({ origin: origin(), cookie });
    const text = await ask(socket, '{"名":"😀"}');
    expect([text.data.toString(), text.isBinary]).toEqual(['{"名":"😀"}', false]);
    const bytes = Buffer.from([0, 255, 1, 254]);
    const binary = await ask(socket, bytes);
    expect([binary.data, binary.isBinary]).toEqual([bytes, true]);
  });

  it('is a browser to the core, while a program of this user is its shell', async () => {
    expect((await ask(await opened({ origin: origin(), cookie }), 'who')).data.toString()).toBe('browser');
    const { socket, attachToken } = JSON.parse(await readFile(join(host.workspaceDir, '.host.json'), 'utf8'));
    expect(socket).toBe(`ws://127.0.0.1:${port}/rpc`);
    const program = await opened({ authorization: `Bearer ${attachToken}` });
    expect((await ask(program, 'who')).data.toString()).toBe('shell');
    expect(await openSocket({ authorization: 'Bearer guess' })).toBe(403);
  });

  it('is one of several, each with a socket of its own', async () => {
    const windows = await Promise.all([1, 2, 3].map(() => opened({ origin: origin(), cookie })));
    const answers = await Promise.all(windows.map((socket, index) => ask(socket, `window ${index}`)));
    expect(answers.map(({ data }) => data.toString())).toEqual(['window 0', 'window 1', 'window 2']);
  });

  it('that sends a call too large to be one is cut off, alone', async () => {
    const [large, other] = [
      await opened({ origin: origin(), cookie }),
      await opened({ origin: origin(), cookie }),
    ];
    const closed = once(large, 'close') as Promise<[number]>;
    large.send(Buffer.alloc(9 * 1024 * 1024));
    expect((await closed)[0]).toBe(1009);
    expect((await ask(other, 'still here')).data.toString()).toBe('still here');
  });

  it('loses its socket when the core lets go of its port', async () => {
    const socket = await opened({ origin: origin(), cookie });
    const closed = once(socket, 'close') as Promise<[number]>;
    socket.send('leave');
    expect((await closed)[0]).toBe(1012);
  });

  it('that reads slowly gets everything all the same', async () => {
    const socket = await opened({ origin: origin(), cookie });
    socket.pause();
    socket.send('flood');
    await ask(await opened({ origin: origin(), cookie }), 'another window is not held up');
    let received = 0;
    const done = new Promise<void>((resolve) => {
      socket.on('message', () => {
        received += 1;
        if (received === 100) resolve();
      });
    });
    socket.resume();
    await done;
    expect((await ask(socket, 'and goes on')).data.toString()).toBe('and goes on');
  });
});

describe('an upload over the wire', () => {
  const incoming = (): Promise<string[]> => readdir(join(host.workspaceDir, 'incoming'));
  const settled = (count: number): Promise<void> =>
    vi.waitFor(async () => expect(await incoming()).toHaveLength(count), { timeout: 10_000 });

  it('arrives whole, under an id the core can be given', async () => {
    const bytes = Buffer.alloc(3_000_000, 7);
    const answer = await send('/upload', ours({ cookie, origin: origin() }), 'POST', bytes);
    expect(answer.status).toBe(201);
    const { uploadId } = JSON.parse(answer.body);
    expect(uploadId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect((await readFile(join(host.workspaceDir, 'incoming', uploadId))).equals(bytes)).toBe(true);
    await rm(join(host.workspaceDir, 'incoming', uploadId));
  });

  it('that is too large is told so, even in the middle of sending', async () => {
    const answer = await send(
      '/upload',
      ours({ cookie, origin: origin(), 'transfer-encoding': 'chunked' }),
      'POST',
      Buffer.alloc(9_000_000),
    );
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([413, 'FILE_TOO_LARGE']);
    const announced = await send(
      '/upload',
      ours({ cookie, origin: origin() }),
      'POST',
      Buffer.alloc(9_000_000),
    );
    expect(announced.status).toBe(413);
    expect(await incoming()).toEqual([]);
  });

  it('whose sender goes away leaves nothing', async () => {
    const headers = ours({ cookie, origin: origin(), 'content-length': '1000000' });
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path: '/upload',
      method: 'POST',
      headers,
      setHost: false,
    });
    outgoing.on('error', () => undefined);
    outgoing.write(Buffer.alloc(500_000));
    await settled(1);
    outgoing.destroy();
    await settled(0);
  });
});

describe('the end', () => {
  it('closes windows, frees the port and takes the attach file away', async () => {
    const other = await start();
    const otherPort = Number(new URL(other.url).port);
    const entered = await new Promise<string>((resolve, reject) => {
      request(other.enterUrl, (answer) => resolve(answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''))
        .on('error', reject)
        .end();
    });
    const socket = new WebSocket(`ws://127.0.0.1:${otherPort}/rpc`, {
      headers: { origin: other.url, cookie: entered },
    });
    await once(socket, 'open');
    const file = join(other.workspaceDir, '.host.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const closed = once(socket, 'close') as Promise<[number]>;
    await other.close();
    expect((await closed)[0]).toBe(1001);
    expect(existsSync(file)).toBe(false);
    const refused = once(connect(otherPort, '127.0.0.1'), 'error') as Promise<[NodeJS.ErrnoException]>;
    await expect(refused).resolves.toMatchObject([{ code: 'ECONNREFUSED' }]);
  });

  it('of the core costs windows their socket and is mended once; the second time is final', async () => {
    const events: string[] = [];
    const other = await start({ onRestart: () => events.push('restart'), onLost: () => events.push('lost') });
    const otherPort = Number(new URL(other.url).port);
    const { attachToken } = JSON.parse(await readFile(join(other.workspaceDir, '.host.json'), 'utf8'));
    const attachOnce = async (): Promise<WebSocket> => {
      const socket = new WebSocket(`ws://127.0.0.1:${otherPort}/rpc`, {
        headers: { authorization: `Bearer ${attachToken}` },
      });
      onTestFinished(() => socket.terminate());
      await once(socket, 'open');
      return socket;
    };
    for (const expected of [['restart'], ['restart', 'lost']]) {
      const socket = await attachOnce();
      const closed = once(socket, 'close') as Promise<[number]>;
      socket.send('die');
      expect((await closed)[0]).toBe(1012);
      await vi.waitFor(() => expect(events).toEqual(expected));
    }
    await expect(attachOnce()).rejects.toThrow('503');
  });
});
