import type { MessagePort } from 'node:worker_threads';
import type { RawData, WebSocket } from 'ws';

/** Bytes waiting to leave above which a window is not listened to until it has read its answers. */
const HIGH_WATER = 1024 * 1024;
/** Bytes waiting to leave above which a window is cut off: it stopped reading. */
const LIMIT = 64 * 1024 * 1024;

/** RFC 6455: the server goes away, and comes back. */
const SERVICE_RESTART = 1012;

/**
 * Joins a window's socket and its port of the core. Frames pass as they are, text as text and bytes as bytes; the end of
 * one side is the end of the other.
 */
export function bridge(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data: RawData, isBinary: boolean) => {
    const bytes = joined(data);
    port.postMessage(isBinary ? new Uint8Array(bytes) : bytes.toString('utf8'));
  });
  port.on('message', (frame: string | Uint8Array | ArrayBuffer) => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(frame, () => {
      if (socket.isPaused && socket.bufferedAmount < HIGH_WATER) socket.resume();
    });
    if (socket.bufferedAmount > LIMIT) socket.terminate();
    else if (socket.bufferedAmount > HIGH_WATER) socket.pause();
  });
  socket.once('close', () => port.close());
  // An error is always followed by a close.
  socket.on('error', () => undefined);
  port.once('close', () => socket.close(SERVICE_RESTART));
}

function joined(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
