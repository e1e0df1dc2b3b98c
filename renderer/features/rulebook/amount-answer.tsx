import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readAmount, writeAmount } from '../../../shared/orders/index.ts';
import type { FactDefinition } from '../../../shared/rulebook/index.ts';
import { ActButton, FieldError, useText, type Hotkey } from '../../ui/index.ts';

interface AmountAnswerProps {
  readonly question: Extract<FactDefinition, { readonly type: 'money' }>;
  /** In integer minor units. */
  readonly value: number | null;
  readonly busy: boolean;
  readonly saveKeys: Hotkey;
  readonly onAnswer: (value: number | null) => void;
}

/** An amount as it stands on the page, in the currency in which the question is asked. */
export function AmountAnswer({ question, value, busy, saveKeys, onAnswer }: AmountAnswerProps) {
  const t = useText();
  const label = t.pick(question.question);
  const { currency } = question;
  const [written, setWritten] = useState(value === null ? '' : writeAmount(value, currency));
  const amount = readAmount(written, currency);
  const isOther =
    amount === undefined ||
    (amount !== null && (amount.minor < 0 || (amount.currency ?? currency) !== currency));
  return (
    <form
      className="form-row form-row-tight form-row-answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOther) onAnswer(amount?.minor ?? null);
      }}
    >
      <TextInput
        aria-label={label}
        inputMode="decimal"
        leftSection={<span className="ad-hint">{currency}</span>}
        leftSectionWidth={48}
        value={written}
        maxLength={30}
        error={
          isOther ? (
            <FieldError
              text={t('cases:check.answer.otherAmount', { currency: t.format.currency(currency) })}
            />
          ) : undefined
        }
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <ActButton
        act="save"
        keys={saveKeys}
        whileTyping
        of={label}
        type="submit"
        variant="default"
        loading={busy}
        disabled={isOther}
      >
        {t('cases:check.answer.save')}
      </ActButton>
    </form>
  );
}
