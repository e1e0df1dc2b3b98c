/** Whether the keyboard is writing into a field just now, so that a bare letter is not an act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select') !== null
  );
}

/** The dialog or menu in front of the room, if one is open. */
export const openDialog = (): Element | null =>
  [...document.querySelectorAll('[role="dialog"], [role="menu"]')].at(-1) ?? null;

/** A key with what is held beside it, e.g. `mod+k`, `shift+mod+z`, `alt+1`, `?`, `g t` (one after the other). */
export type Hotkey = string;

/** Whether a key press is this combination. Digits beside Alt are told by the key's place: a Mac writes signs with them. */
export function matches(event: KeyboardEvent, combination: string): boolean {
  const parts = combination.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const mod = event.ctrlKey || event.metaKey;
  if (parts.includes('mod') !== mod || parts.includes('alt') !== event.altKey) return false;
  if (event.altKey && /^\d$/.test(key)) return event.code === `Digit${key}`;
  if (key.length === 1 && !/[a-z0-9]/.test(key)) return event.key === key;
  return parts.includes('shift') === event.shiftKey && event.key.toLowerCase() === key;
}
