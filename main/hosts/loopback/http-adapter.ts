import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

/**
 * A Node request as a web request. Reading the body reads the socket at the reader's pace; giving up on it lets the
 * rest run off, so that the sender still gets to see the answer.
 */
export function toRequest(incoming: IncomingMessage, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  const url = `${origin}${incoming.url ?? '/'}`;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  // Node wants `duplex` named; the web's own types do not know it.
  const init = { method, headers, body: bodyOf(incoming), duplex: 'half' as const };
  return new Request(url, init);
}

/** Sends a web answer; a reader that goes away ends the reading of the file too. */
export async function sendResponse(answer: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(answer.headers);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  outgoing.writeHead(answer.status, headers);
  if (answer.body === null) {
    outgoing.end();
    return;
  }
  // A pipe to somebody who has left already never begins to read, and so would never let go of the file.
  if (outgoing.destroyed) {
    await answer.body.cancel();
    return;
  }
  await pipeline(Readable.from(answer.body), outgoing).catch(() => outgoing.destroy());
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = (await chunks.next()) as IteratorResult<Uint8Array, undefined>;
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return?.();
        incoming.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
