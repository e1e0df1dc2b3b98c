import { CopyButton } from '@mantine/core';
import { ActButton, useText } from '../../ui/index.ts';

interface CopyActProps {
  readonly words: string;
  readonly label: string;
  /** To whom, in words. */
  readonly of: string;
  readonly variant?: 'default' | 'filled';
}

/** Copies a message, and says so. */
export function CopyAct({ words, label, of, variant = 'default' }: CopyActProps) {
  const t = useText();
  return (
    <CopyButton value={words} timeout={2000}>
      {({ copied, copy }) => (
        <ActButton
          act="copy-message"
          keys="y"
          label={label}
          of={of}
          size="compact-sm"
          variant={copied ? 'light' : variant}
          aria-label={`${label} · ${of}`}
          onClick={copy}
        >
          {copied ? t('packets:copied') : label}
        </ActButton>
      )}
    </CopyButton>
  );
}
