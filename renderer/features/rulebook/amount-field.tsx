import { TextInput, type TextInputProps } from '@mantine/core';
import { FieldError, useText } from '../../ui/index.ts';
import { typedAmount } from './typed-amount.ts';

type AmountFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'error' | 'type' | 'inputMode'> & {
  readonly currency: string;
  /** What else is wrong with it, in words. */
  readonly wrong?: string | undefined;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
};

/** An amount as it stands on the page, in the currency in which it is asked for; another one is refused in words. */
export function AmountField({ currency, wrong, value, onChange, ...rest }: AmountFieldProps) {
  const t = useText();
  const words =
    typedAmount(value, currency) === undefined
      ? t('cases:check.answer.otherAmount', { currency: t.format.currency(currency) })
      : wrong;
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      maxLength={30}
      value={value}
      error={words === undefined ? undefined : <FieldError text={words} />}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
