import { open } from 'node:fs/promises';

/**
 * A file's bytes from its start to its end. A chunk is good until the next one is asked for.
 *
 * Not a stream of Node's: one whose signal comes while its file is being opened never closes it, and on Windows a file
 * that is open can be neither removed nor renamed.
 *
 * @param signal stops it; the file is closed before anybody hears of it
 */
export async function* readChunks(
  path: string,
  chunkBytes: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
