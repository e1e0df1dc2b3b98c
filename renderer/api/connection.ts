import { createORPCClient, ORPCError } from '@orpc/client';
import { create } from 'zustand';
import type { Client } from '../../shared/contract/index.ts';
import { desktop } from './desktop.ts';
import { portTransport } from './port-transport.ts';
import type { Line } from './transport.ts';
import { websocketTransport } from './websocket-transport.ts';

interface ConnectionState {
  readonly state: 'connecting' | 'open' | 'lost';
  /** When the line was last lost; null while it never was. */
  readonly lostAt: number | null;
  /** So many tries failed that the program is closed, or was started anew where this page cannot find it. */
  readonly isGone: boolean;
}

/** Whether the window has a line to the core. */
export const useConnection = create<ConnectionState>(() => ({
  state: 'connecting',
  lostAt: null,
  isGone: false,
}));

type OpenListener = (line: Line) => void;

const RETRY_MS = [200, 500, 1000, 2000, 4000];
/** A call waits this long for a line to come back before it fails. */
const PATIENCE_MS = 12_000;

/** After so many tries, a good quarter of a minute, a core that restarts by itself would have been back. */
const GONE_AFTER = 8;

const openListeners = new Set<OpenListener>();
const waiting = new Set<(line: Line) => void>();
let line: Line | null = null;
let started = false;
/** The workspace this page was loaded for: all that it shows, is about to save and could undo belongs to that one. */
let home: string | null = null;

/** Told at once when a line is open, and each time a new one is. */
export function onOpen(listener: OpenListener): () => void {
  openListeners.add(listener);
  if (line !== null) listener(line);
  return () => openListeners.delete(listener);
}

/** Keeps a line open for the life of the window. */
export async function keepConnected(): Promise<void> {
  if (started) return;
  started = true;
  const transport = desktop === null ? websocketTransport : portTransport(desktop, window);
  for (let failures = 0; ;) {
    try {
      const opened = await transport.open();
      if (!(await leadsHome(opened))) {
        startPageAnew();
        return;
      }
      failures = 0;
      line = opened;
      useConnection.setState({ state: 'open', isGone: false });
      for (const listener of openListeners) listener(opened);
      for (const wake of waiting) wake(opened);
      waiting.clear();
      await opened.closed;
      line = null;
      useConnection.setState({ state: 'lost', lostAt: Date.now() });
    } catch {
      failures += 1;
      if (failures === 2) useConnection.setState({ state: 'lost', lostAt: Date.now() });
      // A window of the program's own goes with it; a browser's tab stays, and a program started anew may have another port.
      if (failures >= GONE_AFTER && desktop === null) useConnection.setState({ isGone: true });
    }
    const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 1000;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Loads the page again from its first screen, for another workspace than it was loaded for. */
export function startPageAnew(): void {
  window.location.replace('/');
}

/** Whether a line leads to the workspace of this page. The host may have put another in its place. */
async function leadsHome({ link, closed }: Line): Promise<boolean> {
  const client: Client = createORPCClient(link);
  const gone = closed.then(() => Promise.reject(new Error('the line closed')));
  const { folder } = await Promise.race([client.workspace.info({}), gone]);
  home ??= folder;
  return folder === home;
}

/** The open line; waits a while for one where there is none, then fails with CORE_STOPPED. */
export function openLine(signal?: AbortSignal): Promise<Line> {
  if (line !== null) return Promise.resolve(line);
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      waiting.delete(wake);
      signal?.removeEventListener('abort', abort);
    };
    const wake = (opened: Line): void => {
      settle();
      resolve(opened);
    };
    const abort = (): void => {
      settle();
      reject(new ORPCError('CANCELLED', { data: { params: {} } }));
    };
    const timer = setTimeout(() => {
      settle();
      reject(new ORPCError('CORE_STOPPED', { data: { params: {} } }));
    }, PATIENCE_MS);
    waiting.add(wake);
    signal?.addEventListener('abort', abort);
  });
}
