import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  createEntrance,
  isSameSecret,
  plainAnswer,
  refuseForeign,
  refuseSocket,
  type WebHandler,
} from '../../web/index.ts';
import {
  startCore,
  type CorePaths,
  type CoreProcess,
  type SettingsStore,
} from '../../workers/core-process.ts';
import {
  CALL_LIMIT,
  hostWebHandler,
  keepWorkspace,
  programVersion,
  randomText,
  removeHostFile,
  showFolder,
  writeHostFile,
  type CoreKeeper,
  type CoreKeeperEvents,
  type LentToCore,
} from '../ports/index.ts';
import { bridge } from './socket-bridge.ts';
import { sendResponse, toRequest } from './http-adapter.ts';

const GOING_AWAY = 1001;
/** How long a window has to say goodbye before its socket is cut, ms. */
const GOODBYE = 500;

export interface LoopbackOptions {
  readonly workspaceDir: string;
  /** Where the example workspace is made when somebody asks for it; without it nobody is offered one. */
  readonly exampleDir?: string;
  readonly settings: SettingsStore;
  readonly rendererDir: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly events?: Partial<CoreKeeperEvents>;
  /** Bytes an upload may have; what the web handler allows where none is given. */
  readonly uploadLimit?: number;
  /** The program of the core's thread; the core where none is named. */
  readonly workerUrl?: URL;
}

/** AppealDesk for browsers on this computer. */
export interface LoopbackHost {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly workspaceDir: string;
  /** A new address that lets one browser in, once. */
  enterUrl(): string;
  /** Windows and attached programs leave, the core closes, the workspace is free. */
  close(): Promise<void>;
}

/**
 * Opens the workspace in a core of its own and serves it on 127.0.0.1.
 *
 * @throws AppError as {@link startCore}; the error of `listen` where the port is taken
 */
export async function startLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const server = createServer({ requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 5_000 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: CALL_LIMIT, perMessageDeflate: false });
  const open = (workspaceDir: string, lent: LentToCore): Promise<CoreProcess> =>
    startCore({
      workspaceDir,
      ...lent,
      showFolder,
      version: programVersion(),
      hostName: 'browser window',
      ...(options.workerUrl === undefined ? {} : { workerUrl: options.workerUrl }),
    });
  const { workspaceDir, exampleDir } = options;
  let serve: (paths: CorePaths) => Promise<void> = () => Promise.resolve();
  const keeper = await keepWorkspace({
    settings: options.settings,
    openOwn: (lent) => open(workspaceDir, lent),
    ...(exampleDir === undefined
      ? {}
      : { example: { folder: exampleDir, open: (lent) => open(exampleDir, lent) } }),
    events: {
      restarting: (cause) => options.events?.restarting?.(cause),
      lost: (cause) => options.events?.lost?.(cause),
      changed: ({ paths }) => serve(paths),
    },
  });
  try {
    const port = await listen(server, options.port ?? 0);
    const attachToken = randomText();
    const entrance = createEntrance(port, randomText);
    const url = `http://127.0.0.1:${port}`;
    const socket = `ws://127.0.0.1:${port}`;
    const answersFrom = (paths: CorePaths): WebHandler =>
      hostWebHandler({
        rendererDir: options.rendererDir,
        paths,
        socketOrigin: socket,
        ...(options.uploadLimit === undefined ? {} : { uploadLimit: options.uploadLimit }),
      });
    const { paths: own } = await keeper.current();
    let served = { root: own.root, answer: answersFrom(own) };
    const invite = (root: string): Promise<void> =>
      writeHostFile(root, { socket: `${socket}/rpc`, attachToken, process: process.pid });
    serve = async (paths) => {
      const { root } = served;
      served = { root: paths.root, answer: answersFrom(paths) };
      // A script that attaches to a workspace must never write into another.
      await removeHostFile(root);
      await invite(paths.root);
    };

    server.on('request', (incoming, outgoing) => {
      void respond(incoming, port, entrance, served.answer)
        .catch(() => plainAnswer(500))
        .then((response) => sendResponse(response, outgoing))
        .then(() => letRunOff(incoming, outgoing));
    });
    server.on('upgrade', (request, socket, head) => {
      void welcome(request, socket, head, { port, entrance, attachToken, sockets, keeper });
    });
    await invite(own.root);

    let closed: Promise<void> | null = null;
    const close = async (): Promise<void> => {
      await removeHostFile(served.root);
      await stopServing(server, sockets);
      await keeper.close();
    };
    return {
      url,
      workspaceDir: own.root,
      enterUrl: () => `${url}/enter?token=${entrance.mint()}`,
      close: () => (closed ??= close()),
    };
  } catch (error) {
    server.close();
    await keeper.close();
    throw error;
  }
}

async function respond(
  incoming: IncomingMessage,
  port: number,
  entrance: ReturnType<typeof createEntrance>,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const method = incoming.method ?? '';
  if (refuseForeign({ method, headers: incoming.headers }, incoming.url ?? '', port) !== null)
    return plainAnswer(403);
  const request = toRequest(incoming, `http://127.0.0.1:${port}`);
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/enter') {
    const cookie = method === 'GET' ? entrance.exchange(searchParams.get('token')) : null;
    // The answer replaces the address with the token in the browser's history.
    return cookie === null ? plainAnswer(403) : plainAnswer(303, { location: '/', 'set-cookie': cookie });
  }
  if (!entrance.accepts(incoming.headers.cookie)) return plainAnswer(403);
  return answer(request);
}

interface Reception {
  readonly port: number;
  readonly entrance: ReturnType<typeof createEntrance>;
  readonly attachToken: string;
  readonly sockets: WebSocketServer;
  readonly keeper: CoreKeeper;
}

async function welcome(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  reception: Reception,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  const target = request.url ?? '';
  const entry = refuseSocket({ headers: request.headers }, target, reception.port, {
    cookie: (header) => reception.entrance.accepts(header),
    attachToken: (token) => isSameSecret(token, reception.attachToken),
  });
  if ('refusal' in entry || target !== '/rpc') {
    turnAway(socket, '403 Forbidden');
    return;
  }
  try {
    const core = await reception.keeper.current();
    reception.sockets.handleUpgrade(request, socket, head, (window: WebSocket) => {
      bridge(window, core.connect({ trust: entry.trust }));
    });
  } catch {
    turnAway(socket, '503 Service Unavailable');
  }
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** What nobody read of a request is taken in for a while after the answer, so that its sender gets to read that. */
function letRunOff(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.complete || incoming.destroyed) return;
  incoming.resume();
  const timer = setTimeout(() => outgoing.destroy(), 30_000);
  timer.unref();
  incoming.once('close', () => clearTimeout(timer));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stopServing(server: Server, sockets: WebSocketServer): Promise<void> {
  const gone = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const window of sockets.clients) window.close(GOING_AWAY);
  sockets.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    for (const window of sockets.clients) window.terminate();
    server.closeAllConnections();
  }, GOODBYE);
  await gone;
  clearTimeout(timer);
}
