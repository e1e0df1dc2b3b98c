import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActButton, useText } from '../../ui/index.ts';
import { NumberNotes } from './number-notes.tsx';
import { readOrderNumbers, type NumberShape } from './order-numbers.ts';

interface HandNumbersProps {
  readonly platform: NumberShape | null;
  readonly onAdd: (orderNumbers: readonly string[]) => void;
}

/** Order numbers typed or pasted by hand, several at once; what cannot be one is named and nothing of it guessed. */
export function HandNumbers({ platform, onAdd }: HandNumbersProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const read = readOrderNumbers(typed);
  const { numbers, rounded, unreadable } = read;
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (numbers.length === 0) return;
        onAdd(numbers);
        setTyped([...rounded, ...unreadable].join('\n'));
      }}
    >
      <div className="form-row hand-numbers">
        <Textarea
          label={t('notices:byHand.label')}
          description={t('notices:byHand.hint')}
          value={typed}
          minRows={1}
          maxRows={8}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ActButton
          act="save"
          keys="mod+enter"
          whileTyping
          type="submit"
          variant="default"
          disabled={numbers.length === 0}
        >
          {t('notices:byHand.add')}
        </ActButton>
      </div>
      <NumberNotes typed={read} platform={platform} />
    </form>
  );
}
