import { open, type FileHandle } from 'node:fs/promises';
import { COMMON_HEADERS } from './headers.ts';

const CHUNK = 256 * 1024;

/** A part of a file: first and last byte, both counted. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` header against a size. Several ranges, other units and nonsense are ignored, as HTTP allows.
 *
 * @returns the part, `whole` for all of it, or `none` where the file has no such part (416)
 */
export function readRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= size ? 'none' : { first, last };
}

/**
 * A file as an answer, whole or in the part asked for.
 *
 * @param path a real path that passed containment
 * @param headers content type, policy and caching of this kind of file
 * @returns null where there is no such regular file
 */
export async function fileResponse(
  request: Request,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response | null> {
  const file = await openRegular(path);
  if (file === null) return null;
  const { handle, size } = file;
  const all: Record<string, string> = { ...COMMON_HEADERS, ...headers, 'accept-ranges': 'bytes' };
  const range = readRange(request.headers.get('range'), size);
  if (range === 'none') {
    await handle.close();
    return new Response(null, { status: 416, headers: { ...all, 'content-range': `bytes */${size}` } });
  }
  const part = range === 'whole' ? { first: 0, last: size - 1 } : range;
  all['content-length'] = String(part.last - part.first + 1);
  if (range !== 'whole') all['content-range'] = `bytes ${part.first}-${part.last}/${size}`;
  const status = range === 'whole' ? 200 : 206;
  if (request.method === 'HEAD') {
    await handle.close();
    return new Response(null, { status, headers: all });
  }
  return new Response(streamPart(handle, part), { status, headers: all });
}

async function openRegular(path: string): Promise<{ handle: FileHandle; size: number } | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch {
    return null;
  }
  const status = await handle.stat();
  if (status.isFile()) return { handle, size: status.size };
  await handle.close();
  return null;
}

function streamPart(handle: FileHandle, { first, last }: ByteRange): ReadableStream<Uint8Array> {
  let position = first;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const length = Math.min(CHUNK, last - position + 1);
          const { bytesRead, buffer } =
            length > 0
              ? await handle.read(new Uint8Array(length), 0, length, position)
              : { bytesRead: 0, buffer: new Uint8Array(0) };
          if (bytesRead === 0) {
            await handle.close();
            // A file that shrank meanwhile must not look complete: the announced length was not reached.
            if (position <= last) controller.error(new Error('the file became shorter'));
            else controller.close();
            return;
          }
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
        } catch (error) {
          await handle.close().catch(() => undefined);
          throw error;
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}
