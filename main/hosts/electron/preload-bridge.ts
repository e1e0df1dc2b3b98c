import type { ContextBridge, IpcRenderer, WebUtils } from 'electron';
import {
  DESKTOP_BRIDGE,
  DESKTOP_ORIGIN,
  isDesktopMessage,
  type DesktopBridge,
  type StartAtLogin,
} from '../../../shared/desktop/index.ts';
import { CHANNELS } from './channels.ts';

/** What the page's own window is to the preload script: a place to leave a message, and an address. */
export interface PageWindow {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly object[]): void;
}

export interface PreloadParts {
  readonly contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: Pick<IpcRenderer, 'on' | 'send' | 'invoke'>;
  readonly webUtils: Pick<WebUtils, 'getPathForFile'>;
  readonly page: PageWindow;
}

/**
 * Gives the page its bridge: the few things it may ask, and the shell's messages as messages to its own window, because a
 * port can reach the page in no other way. Nothing of the engine itself is handed over. Other pages get nothing.
 */
export function exposeBridge({ contextBridge, ipcRenderer, webUtils, page }: PreloadParts): void {
  if (page.location.origin !== DESKTOP_ORIGIN) return;
  const bridge: DesktopBridge = {
    connect: (lineId) => ipcRenderer.send(CHANNELS.connect, lineId),
    chooseFolder: () => ipcRenderer.invoke(CHANNELS.chooseFolder) as Promise<string | null>,
    startAtLogin: () => ipcRenderer.invoke(CHANNELS.startAtLogin) as Promise<StartAtLogin>,
    setStartAtLogin: (isOn) => ipcRenderer.invoke(CHANNELS.setStartAtLogin, isOn) as Promise<StartAtLogin>,
    pathOf: (file) => webUtils.getPathForFile(file as Parameters<WebUtils['getPathForFile']>[0]),
  };
  contextBridge.exposeInMainWorld(DESKTOP_BRIDGE, bridge);
  ipcRenderer.on(CHANNELS.message, (event, message: unknown) => {
    if (isDesktopMessage(message)) page.postMessage(message, DESKTOP_ORIGIN, event.ports);
  });
}
