const isMac = /mac/i.test(navigator.userAgent);

/** A hotkey as caps: `mod+k` → Ctrl K. */
export function Kbd({ keys }: { readonly keys: string }) {
  const parts = keys.split(/[ +]/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    if (key === 'shift') return isMac ? '⇧' : 'Shift';
    return key.length === 1 ? key.toUpperCase() : key;
  });
  return (
    <span className="ad-kbds">
      {parts.map((part) => (
        <kbd key={part} className="ad-kbd">
          {part}
        </kbd>
      ))}
    </span>
  );
}
