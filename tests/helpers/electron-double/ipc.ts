import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import { strict } from './strict.ts';

type Listener = (event: unknown, ...values: unknown[]) => unknown;

/** The channels between pages and the shell. */
export interface IpcDouble {
  readonly ipcMain: Pick<IpcMain, 'on' | 'handle'>;
  send(channel: string, sender: WebContents, frame: WebFrameMain | null, values: readonly unknown[]): void;
  invoke(
    channel: string,
    sender: WebContents,
    frame: WebFrameMain | null,
    values: readonly unknown[],
  ): Promise<unknown>;
}

export function createIpc(): IpcDouble {
  const listeners = new Map<string, Listener[]>();
  const handlers = new Map<string, Listener>();
  const ipcMain = strict('ipcMain', {
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcMain;
    },
    handle: (channel: string, listener: Listener) => {
      if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
      handlers.set(channel, listener);
    },
  }) as unknown as IpcDouble['ipcMain'];
  return {
    ipcMain,
    send: (channel, sender, senderFrame, values) => {
      for (const listener of listeners.get(channel) ?? [])
        listener({ sender, senderFrame }, ...values.map((value) => structuredClone(value)));
    },
    invoke: async (channel, sender, senderFrame, values) => {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`no handler for ${channel}`);
      return structuredClone(await handler({ sender, senderFrame }, ...values));
    },
  };
}
