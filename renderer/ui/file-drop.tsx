import { Dropzone } from '@mantine/dropzone';
import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useActs } from './acts.ts';
import { isTyping } from './hotkey.ts';
import { useText } from './language.tsx';

interface FileDropProps {
  /** What may be dropped here, as a sentence. */
  readonly label: string;
  readonly hint?: string;
  /** What the files are for, where a screen has several places for files. */
  readonly of?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly busy?: boolean;
  /** Take files pasted anywhere on the screen (not while typing). */
  readonly paste?: boolean;
}

/** Places that take pasted files, the newest last: a dialog in front takes what the room behind it would. */
const pasteTakers: object[] = [];

/** Files by dragging, pasting or picking; by keyboard it is one button. What a file is, is decided by its content later. */
export function FileDrop({
  label,
  hint,
  of,
  onFiles,
  multiple = true,
  busy = false,
  paste = true,
}: FileDropProps) {
  const t = useText();
  const now = useRef({ onFiles, busy });
  const open = useRef<() => void>(null);
  const place = useRef<HTMLDivElement>(null);
  useActs([
    {
      id: 'take-in',
      label: t('ui:chooseFiles'),
      of,
      keys: 'u',
      disabled: busy,
      place: () => place.current?.closest('form, li, section') ?? null,
      run: () => open.current?.(),
    },
  ]);
  useEffect(() => {
    now.current = { onFiles, busy };
  }, [onFiles, busy]);
  useEffect(() => {
    if (!paste) return undefined;
    const taker = {};
    pasteTakers.push(taker);
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(event.target)) return;
      if (now.current.busy || pasteTakers.at(-1) !== taker) return;
      event.preventDefault();
      now.current.onFiles(multiple ? files : files.slice(0, 1));
    };
    window.addEventListener('paste', onPaste);
    return () => {
      pasteTakers.splice(pasteTakers.indexOf(taker), 1);
      window.removeEventListener('paste', onPaste);
    };
  }, [paste, multiple]);
  return (
    <Dropzone
      openRef={open}
      aria-keyshortcuts="U"
      onDrop={(files) => onFiles(files)}
      multiple={multiple}
      loading={busy}
      className="ad-drop"
      aria-label={label}
      inputProps={{ 'aria-label': label }}
    >
      <div ref={place} className="ad-drop-inner">
        <FileUp size={20} aria-hidden="true" />
        <div>
          <div className="ad-drop-label">{label}</div>
          <div className="ad-hint">{hint ?? t(paste ? 'ui:dropHintPaste' : 'ui:dropHint')}</div>
        </div>
      </div>
    </Dropzone>
  );
}
