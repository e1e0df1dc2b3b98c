/** Longest file name we write, in UTF-8 bytes: leaves room for folders under the 260 characters of older Windows. */
const MAX_NAME_BYTES = 120;

const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** How names are written. `ascii` is for programs that spoil anything else. */
export type NameStyle = 'utf8' | 'ascii';

/** Length of a text in UTF-8 bytes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Cuts at a whole character, never leaving a joiner or half a pair at the end. */
function cutToBytes(text: string, maxBytes: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept.replace(/[\u200d\ufe0f]+$/u, '');
}

function splitExtension(name: string): { stem: string; extension: string } {
  const match = /^(.+?)(\.[A-Za-z0-9]{1,10})$/su.exec(name);
  return match ? { stem: match[1] ?? name, extension: match[2] ?? '' } : { stem: name, extension: '' };
}

/**
 * Makes any text a file name that Windows, macOS and Linux all take, and that stays inside its folder.
 *
 * Path separators and characters Windows refuses become `_`; control and direction marks go (a name must not read
 * otherwise than it is); dots and spaces at either end go; names that Windows reserves get `_` before them; names over
 * `maxBytes` lose the end of their stem, never their ending. Emoji are kept in `utf8` and dropped in `ascii`.
 * Doing it twice changes nothing.
 *
 * @returns 1 to `maxBytes` UTF-8 bytes; `file` where nothing is left of the name.
 */
export function safeFileName(
  name: string,
  options: { readonly style?: NameStyle; readonly maxBytes?: number } = {},
): string {
  const maxBytes = options.maxBytes ?? MAX_NAME_BYTES;
  let cleaned = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, '')
    .replace(/[/\\<>:"|?*\ufffd]/gu, '_');
  if (options.style === 'ascii') cleaned = cleaned.replace(/[^\x20-\x7e]+/gu, '');
  cleaned = trimEnds(cleaned.replace(/\s+/gu, ' '));
  const { stem, extension } = splitExtension(cleaned);
  const body = trimEnds(cutToBytes(stem, maxBytes - utf8Length(extension) - 1)) || 'file';
  const guarded = RESERVED_ON_WINDOWS.test((body.split('.')[0] ?? '').trim()) ? `_${body}` : body;
  return guarded + extension;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/gu, '');
}
