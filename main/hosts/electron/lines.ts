import type { MessagePort } from 'node:worker_threads';
import type { IpcMainEvent, WebContents } from 'electron';
import type { DesktopMessage } from '../../../shared/desktop/index.ts';
import { CHANNELS } from './channels.ts';
import type { Electron } from './electron-api.ts';
import { isOurSender } from './guards.ts';
import { bridgePorts } from './port-bridge.ts';

/**
 * Gives each page that asks a line of its own to the core, and tells it when the line is gone.
 *
 * @param connect a new port of the core; rejects where there is no core
 */
export function serveLines(
  { ipcMain, MessageChannelMain }: Pick<Electron, 'ipcMain' | 'MessageChannelMain'>,
  connect: () => Promise<MessagePort>,
): void {
  ipcMain.on(CHANNELS.connect, (event, lineId: unknown) => {
    if (!isOurSender(event.senderFrame) || !Number.isSafeInteger(lineId)) return;
    void openLine(event, lineId as number);
  });

  async function openLine({ sender, senderFrame }: IpcMainEvent, lineId: number): Promise<void> {
    const gone = (): void => tell(sender, { kind: 'appealdesk:gone', lineId });
    let core: MessagePort;
    try {
      core = await connect();
    } catch {
      gone();
      return;
    }
    // While the core was starting the page may have gone on to another address, or away.
    if (sender.isDestroyed() || senderFrame === null || senderFrame.isDestroyed()) {
      core.close();
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    const leave = bridgePorts(port1, core, () => {
      sender.off('render-process-gone', leave);
      sender.off('destroyed', leave);
      gone();
    });
    sender.once('render-process-gone', leave);
    sender.once('destroyed', leave);
    const message: DesktopMessage = { kind: 'appealdesk:line', lineId };
    senderFrame.postMessage(CHANNELS.message, message, [port2]);
  }
}

/** Tells the page in a window something, if there still is one. */
export function tell(contents: WebContents, message: DesktopMessage): void {
  if (!contents.isDestroyed()) contents.send(CHANNELS.message, message);
}
