import { RPCLink } from '@orpc/client/websocket';
import type { Line, Transport } from './transport.ts';

/** The transport of a browser: a WebSocket to `/rpc` of the page's own origin. */
export const websocketTransport: Transport = {
  open() {
    const address = new URL('/rpc', window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    return new Promise<Line>((resolve, reject) => {
      // The link first: it must know that the socket is gone before anybody gives up a call on it.
      const link = new RPCLink<Record<never, never>>({ websocket: socket });
      const closed = new Promise<void>((gone) => socket.addEventListener('close', () => gone()));
      socket.addEventListener('open', () => resolve({ link, closed, close: () => socket.close() }), {
        once: true,
      });
      socket.addEventListener('close', () => reject(new Error('the core cannot be reached')), { once: true });
    });
  },
};
