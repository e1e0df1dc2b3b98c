import { CopyButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import { ActButton } from './act-button.tsx';
import { useText } from './language.tsx';

type CopyActProps = Omit<ComponentProps<typeof ActButton>, 'onClick' | 'children' | 'to'> & {
  readonly words: string;
  readonly children: string;
};

/** Copies words to be pasted elsewhere, and says on itself that it did. */
export function CopyAct({ words, children, label = children, variant = 'default', ...rest }: CopyActProps) {
  const t = useText();
  return (
    <CopyButton value={words} timeout={2000}>
      {({ copied, copy }) => (
        <ActButton {...rest} label={label} variant={copied ? 'light' : variant} onClick={copy}>
          {copied ? t('ui:copied') : children}
        </ActButton>
      )}
    </CopyButton>
  );
}
