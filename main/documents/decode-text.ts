/**
 * Reads bytes as text: by byte order mark, else UTF-8, else GB 18030 (what Windows in China writes).
 *
 * @param whole false if the bytes are the beginning of a longer file and may end inside a character.
 * @returns null if they are none of these.
 */
export function decodeText(bytes: Uint8Array, whole = true): string | null {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
    } catch {
      continue;
    }
  }
  return null;
}
