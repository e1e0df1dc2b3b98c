import type { MessagePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';
import { CALL_LIMIT } from '../ports/index.ts';

/** What the contract's two ends send each other: text, or bytes. */
type Frame = string | Uint8Array | ArrayBuffer;

/** Whether something a page sent can be a call: text or bytes of a size that calls have. */
export function isFrame(value: unknown): value is Frame {
  if (typeof value === 'string') return value.length <= CALL_LIMIT;
  return (value instanceof Uint8Array || value instanceof ArrayBuffer) && value.byteLength <= CALL_LIMIT;
}

/**
 * A page that goes away may just have sent what was written last, and the core gives up what a port asked once that port
 * closes: so both ports stay open for this long after their page.
 */
export const LAST_WORDS = 300;

/**
 * Joins a page's port and its port of the core. Frames pass as they are; the end of one side is the end of the other, and
 * so is anything that is no frame.
 *
 * @param onEnd called once, when the line is no more
 * @returns tells that the page is gone, for when its port does not say so
 */
export function bridgePorts(page: MessagePortMain, core: MessagePort, onEnd: () => void): () => void {
  let hasEnded = false;
  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    core.close();
    page.close();
    onEnd();
  };
  const endSoon = (): void => {
    setTimeout(end, LAST_WORDS);
  };
  page.on('message', ({ data }) => {
    if (isFrame(data)) core.postMessage(data);
    else end();
  });
  core.on('message', (frame: Frame) => page.postMessage(frame));
  page.once('close', endSoon);
  core.once('close', end);
  page.start();
  return endSoon;
}
