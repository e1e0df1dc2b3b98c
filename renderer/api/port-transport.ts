import { RPCLink } from '@orpc/client/message-port';
import type { DesktopBridge } from '../../shared/desktop/index.ts';
import { onDesktopMessage, type MessageTarget } from './desktop.ts';
import type { Line, Transport } from './transport.ts';

/** The transport of the desktop program: a port to the core that the shell hands over when it is asked. */
export function portTransport(bridge: Pick<DesktopBridge, 'connect'>, page: MessageTarget): Transport {
  let lastId = 0;
  return {
    open() {
      lastId += 1;
      const lineId = lastId;
      return new Promise<Line>((resolve, reject) => {
        let end: () => void = () => undefined;
        const closed = new Promise<void>((gone) => {
          end = gone;
        });
        const stop = onDesktopMessage((message, port) => {
          if (!('lineId' in message) || message.lineId !== lineId) return;
          if (message.kind === 'appealdesk:line' && port !== null) {
            const link = new RPCLink<Record<never, never>>({ port });
            port.addEventListener('close', end);
            port.start();
            resolve({ link, closed, close: () => port.close() });
          } else {
            // A port does not always say that its other side is gone; the shell does.
            end();
          }
        }, page);
        void closed.then(() => {
          stop();
          reject(new Error('the core cannot be reached'));
        });
        bridge.connect(lineId);
      });
    },
  };
}
