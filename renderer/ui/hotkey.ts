import { useEffect, useRef } from 'react';

/** Whether the keyboard is writing into a field just now, so that a bare letter is not an act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select') !== null
  );
}

/** Whether a dialog is open: keys that act on the room behind it rest meanwhile. */
const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** A key with what is held beside it, e.g. `mod+k`, `shift+mod+z`, `?`, `g t` (one after the other). */
export type Hotkey = string;

const matches = (event: KeyboardEvent, combination: string): boolean => {
  const parts = combination.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const mod = event.ctrlKey || event.metaKey;
  if (parts.includes('mod') !== mod || event.altKey) return false;
  if (key.length === 1 && !/[a-z0-9]/.test(key)) return event.key === key;
  return parts.includes('shift') === event.shiftKey && event.key.toLowerCase() === key;
};

interface HotkeyOptions {
  /** Also while a field has the keyboard. */
  readonly whileTyping?: boolean;
  readonly enabled?: boolean;
}

/** How long the second key of a pair may take. */
const PAIR_MS = 1200;

/** Runs an act on a key, wherever the keyboard is; not while typing unless told. */
export function useHotkey(hotkey: Hotkey, run: () => void, options: HotkeyOptions = {}): void {
  const { whileTyping = false, enabled = true } = options;
  const act = useRef(run);
  useEffect(() => {
    act.current = run;
  }, [run]);
  useEffect(() => {
    if (!enabled) return undefined;
    const [first = '', second] = hotkey.split(' ');
    let armedAt = -Infinity;
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.repeat || (!whileTyping && isTyping(event.target)) || dialogIsOpen())
        return;
      if (second === undefined) {
        if (!matches(event, first)) return;
      } else if (matches(event, second) && event.timeStamp - armedAt < PAIR_MS) {
        armedAt = -Infinity;
      } else {
        armedAt = matches(event, first) ? event.timeStamp : -Infinity;
        return;
      }
      event.preventDefault();
      act.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hotkey, whileTyping, enabled]);
}
