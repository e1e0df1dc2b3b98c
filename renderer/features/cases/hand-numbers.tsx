import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActButton, Note, useText } from '../../ui/index.ts';
import { readOrderNumbers } from './order-numbers.ts';

/** Order numbers typed or pasted by hand, several at once; what cannot be one is named and nothing of it guessed. */
export function HandNumbers({ onAdd }: { readonly onAdd: (orderNumbers: readonly string[]) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const { numbers, rounded, unreadable } = readOrderNumbers(typed);
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
      {rounded.map((number) => (
        <Note kind="warn" key={number}>
          {t('cases:create.typed.scientific', { number })}
        </Note>
      ))}
      {unreadable.length === 0 ? null : (
        <Note kind="warn">{t('cases:create.typed.bad', { numbers: unreadable.join(' · ') })}</Note>
      )}
    </form>
  );
}
