import { Input } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useText } from '../../ui/index.ts';
import { markedPieces, type Mark } from './marked-pieces.ts';

interface NoticePaperProps {
  readonly value: string;
  readonly marks: readonly Mark[];
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
}

/** As long as a notice may be; longer ones are cut by the field, not by us later. */
const LONGEST = 20_000;

/**
 * The words of a notice, with what was found in them marked in place while they are typed.
 *
 * The marks lie on a ground under the field that repeats its text letter for letter; the list beside says the same in
 * words, so nothing depends on seeing them.
 */
export function NoticePaper({ value, marks, onChange, onBlur }: NoticePaperProps) {
  const t = useText();
  const id = useId();
  const pieces = useMemo(() => markedPieces(value, marks), [value, marks]);
  return (
    <Input.Wrapper
      id={id}
      label={t('notices:text.label')}
      labelProps={{ className: 'visually-hidden' }}
      description={t('notices:text.hint')}
    >
      <div className="notice-paper">
        <div className="notice-ground" aria-hidden="true">
          {pieces.map(({ text, start, kind }) =>
            kind === null ? (
              text
            ) : (
              <mark key={start} data-kind={kind}>
                {text}
              </mark>
            ),
          )}
          {/* A text that ends in a line break has one more line to stand on. */}
          {'\n'}
        </div>
        <textarea
          id={id}
          className="notice-words"
          value={value}
          maxLength={LONGEST}
          placeholder={t('notices:text.placeholder')}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
        />
      </div>
    </Input.Wrapper>
  );
}
