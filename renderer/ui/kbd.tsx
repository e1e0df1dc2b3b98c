import type { Hotkey } from './hotkey.ts';

const isMac = /mac/i.test(navigator.userAgent);

const CAPS: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  arrowup: '↑',
  arrowdown: '↓',
  escape: 'Esc',
  delete: 'Del',
};

/** The caps of a hotkey, one by one: `mod+k` → Ctrl, K. */
const capsOf = (keys: Hotkey): readonly string[] =>
  keys
    .split(/[ +]/)
    .map((key) => CAPS[key] ?? (key.length === 1 || /^f\d+$/.test(key) ? key.toUpperCase() : key));

/** A hotkey as it is written in a line of text: `mod+k` → Ctrl K. */
export const keysText = (keys: Hotkey): string => capsOf(keys).join(' ');

/** A hotkey as those hear it who cannot see the caps, in the words of `aria-keyshortcuts`. */
export function keysAria(keys: Hotkey): string {
  const names: Readonly<Record<string, string>> = {
    mod: isMac ? 'Meta' : 'Control',
    shift: 'Shift',
    alt: 'Alt',
    arrowup: 'ArrowUp',
    arrowdown: 'ArrowDown',
    escape: 'Escape',
    delete: 'Delete',
  };
  return keys
    .split('+')
    .map((key) => names[key] ?? key.toUpperCase())
    .join('+');
}

/** A hotkey as caps: `mod+k` → Ctrl K. */
export function Kbd({ keys }: { readonly keys: Hotkey }) {
  return (
    <span className="ad-kbds">
      {capsOf(keys).map((cap) => (
        <kbd key={cap} className="ad-kbd">
          {cap}
        </kbd>
      ))}
    </span>
  );
}
