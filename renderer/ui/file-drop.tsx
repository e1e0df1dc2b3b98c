import { Dropzone } from '@mantine/dropzone';
import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isTyping } from './hotkey.ts';
import { useText } from './language.tsx';

interface FileDropProps {
  /** What may be dropped here, as a sentence. */
  readonly label: string;
  readonly hint?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly busy?: boolean;
  /** Take files pasted anywhere on the screen (not while typing). */
  readonly paste?: boolean;
}

/** Files by dragging, pasting or picking; by keyboard it is one button. What a file is, is decided by its content later. */
export function FileDrop({
  label,
  hint,
  onFiles,
  multiple = true,
  busy = false,
  paste = true,
}: FileDropProps) {
  const t = useText();
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    if (!paste || busy) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(event.target)) return;
      event.preventDefault();
      take.current(multiple ? files : files.slice(0, 1));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [paste, busy, multiple]);
  return (
    <Dropzone
      onDrop={(files) => onFiles(files)}
      multiple={multiple}
      loading={busy}
      className="ad-drop"
      aria-label={label}
      inputProps={{ 'aria-label': label }}
    >
      <div className="ad-drop-inner">
        <FileUp size={20} aria-hidden="true" />
        <div>
          <div className="ad-drop-label">{label}</div>
          <div className="ad-hint">{hint ?? t(paste ? 'ui:dropHintPaste' : 'ui:dropHint')}</div>
        </div>
      </div>
    </Dropzone>
  );
}
