import { CopyAct } from '../../ui/index.ts';

interface CopyMessageProps {
  readonly words: string;
  readonly label: string;
  /** To whom, in words. */
  readonly of: string;
}

/** Copies a message to somebody. */
export function CopyMessage({ words, label, of }: CopyMessageProps) {
  return (
    <CopyAct
      act="copy-message"
      keys="y"
      words={words}
      of={of}
      size="compact-sm"
      aria-label={`${label} · ${of}`}
    >
      {label}
    </CopyAct>
  );
}
