import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { sendResponse } from '../../../main/hosts/loopback/http-adapter.ts';

/** An answer that goes on for ever, and whether its source was told to stop. */
function endless() {
  let stopped: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const body = new ReadableStream<Uint8Array>(
    { pull: (controller) => controller.enqueue(new Uint8Array(65_536)), cancel: () => stopped() },
    { highWaterMark: 1 },
  );
  return { answer: new Response(body), given };
}

/** Serves one endless answer to a reader who has gone `before` or `while` it is sent. */
async function leave(when: 'before' | 'while'): Promise<Promise<void>> {
  const { answer, given } = endless();
  const server = createServer((_, outgoing) => {
    const gone = when === 'before' ? once(outgoing, 'close') : Promise.resolve();
    if (when === 'before') reader.destroy();
    void gone.then(() => sendResponse(answer, outgoing));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  if (when === 'while') reader.once('data', () => reader.destroy());
  return given.finally(() => server.close());
}

test.each(['before', 'while'] as const)(
  'a reader who leaves %s an answer is sent lets its file be closed',
  async (when) => {
    await expect(leave(when)).resolves.toBeUndefined();
  },
);
