import type { MessagePort } from 'node:worker_threads';
import type { MessagePortMain, WebContents, WebFrameMain } from 'electron';
import type { DesktopBridge } from '../../../shared/desktop/index.ts';
import { DESKTOP_BRIDGE } from '../../../shared/desktop/index.ts';
import { exposeBridge } from '../../../main/hosts/electron/preload-bridge.ts';
import type { IpcDouble } from './ipc.ts';
import { portOfPage } from './ports.ts';
import { strict } from './strict.ts';

type Listener = (event: unknown) => void;

/** A document in a window: what the preload script gave it, and the messages its window gets. */
export interface PageDouble {
  readonly url: string;
  /** What the page finds on its `window`; undefined where it has none. */
  readonly bridge: DesktopBridge | undefined;
  /** Its `window`, as far as messages go. */
  readonly target: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly frame: WebFrameMain;
  /** Delivers a message of the shell, as the engine does. */
  receive(channel: string, message: unknown, ports?: readonly MessagePortMain[]): void;
  /** A file that was dropped on it, lying there (nowhere: a pasted picture). */
  drop(path: string): object;
  /** Resolves when a port of the page has sent something. */
  sending(): Promise<void>;
  leave(): void;
}

/**
 * Runs the real preload script in a page of the double.
 *
 * @param parent the frame it stands in, for a page that is no main frame
 */
export function openPage(
  url: string,
  contents: WebContents,
  ipc: IpcDouble,
  options: { readonly preload: boolean; readonly parent?: WebFrameMain },
): PageDouble {
  const { protocol, host } = new URL(url);
  const origin = `${protocol}//${host}`;
  const windowListeners = new Set<Listener>();
  const channelListeners: { channel: string; listener: (...values: unknown[]) => void }[] = [];
  const held = new Set<MessagePort>();
  const paths = new WeakMap<object, string>();
  const waiting: (() => void)[] = [];
  let isGone = false;

  const frame = strict('WebFrameMain', {
    url,
    origin,
    parent: options.parent ?? null,
    isDestroyed: () => isGone,
    postMessage: (channel: string, message: unknown, ports?: MessagePortMain[]) =>
      receive(channel, message, ports),
  } satisfies Partial<WebFrameMain>) as unknown as WebFrameMain;

  function receive(channel: string, message: unknown, ports: readonly MessagePortMain[] = []): void {
    if (isGone) return;
    const transferred = ports.map(portOfPage);
    for (const port of transferred) {
      held.add(port);
      const post = port.postMessage.bind(port);
      port.postMessage = (value: unknown) => {
        post(value);
        for (const wake of waiting.splice(0)) wake();
      };
    }
    const copy: unknown = structuredClone(message);
    for (const each of channelListeners)
      if (each.channel === channel) each.listener({ ports: transferred }, copy);
  }

  const target = {
    addEventListener: (_kind: string, listener: Listener) => void windowListeners.add(listener),
    removeEventListener: (_kind: string, listener: Listener) => void windowListeners.delete(listener),
  };
  let bridge: DesktopBridge | undefined;
  if (options.preload) {
    exposeBridge({
      contextBridge: {
        exposeInMainWorld: (name, api) => {
          if (name === DESKTOP_BRIDGE) bridge = api as DesktopBridge;
        },
      },
      ipcRenderer: {
        on(channel: string, listener: (...values: never[]) => void) {
          channelListeners.push({ channel, listener: listener as (...values: unknown[]) => void });
          return this as never;
        },
        send: (channel, ...values: unknown[]) => ipc.send(channel, contents, frame, values),
        invoke: (channel, ...values: unknown[]) => ipc.invoke(channel, contents, frame, values),
      },
      webUtils: { getPathForFile: (file) => paths.get(file) ?? '' },
      page: {
        location: { origin },
        postMessage: (data, targetOrigin, ports) => {
          if (targetOrigin !== origin) return;
          for (const listener of windowListeners) listener({ data, origin, source: target, ports });
        },
      },
    });
  }
  return {
    url,
    bridge,
    target: target as PageDouble['target'],
    frame,
    receive,
    drop: (path) => {
      const file = {};
      paths.set(file, path);
      return file;
    },
    sending: () => new Promise((resolve) => waiting.push(resolve)),
    leave: () => {
      isGone = true;
      // In the engine what was sent before the end still arrives; a port of Node would drop it.
      setImmediate(() => {
        for (const port of held) port.close();
      });
    },
  };
}
