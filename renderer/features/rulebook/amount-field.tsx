import { TextInput, type TextInputProps } from '@mantine/core';
import { FieldError, useText } from '../../ui/index.ts';
import { typedAmount } from './typed-amount.ts';

type AmountFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'error' | 'type' | 'inputMode'> & {
  readonly currency: string;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
};

/** An amount as it stands on the page, in the currency in which it is asked for; another one is refused in words. */
export function AmountField({ currency, value, onChange, ...rest }: AmountFieldProps) {
  const t = useText();
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      maxLength={30}
      value={value}
      error={
        typedAmount(value, currency) === undefined ? (
          <FieldError text={t('cases:check.answer.otherAmount', { currency: t.format.currency(currency) })} />
        ) : undefined
      }
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
