import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { FieldError, useFormHold } from './form.tsx';
import { useText } from './language.tsx';
import { readNumber, steppedNumber, type NumberBounds } from './typed-number.ts';

type NumberFieldProps = NumberBounds &
  Omit<
    TextInputProps,
    'value' | 'defaultValue' | 'onChange' | 'error' | 'type' | 'inputMode' | 'min' | 'max'
  > & {
    /** How much an arrow key adds or takes away. */
    readonly step?: number;
    readonly value: number | null | undefined;
    /** Null where nothing stands there, undefined where what stands there is no such number. */
    readonly onChange: (value: number | null | undefined) => void;
  };

/**
 * A number as it is typed. What is no number, no whole one or out of bounds stays as it stands and is refused in words; the
 * form around it is not saved meanwhile.
 */
export function NumberField({
  min,
  max,
  parts = false,
  step = 1,
  value,
  onChange,
  ...rest
}: NumberFieldProps) {
  const t = useText();
  const bounds = { min, max, parts };
  const shown = value === null || value === undefined ? '' : String(value);
  // What is being typed stays as it is until the value becomes another one by itself.
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: readonly string[] }>({
    text: shown,
    over: [shown],
  });
  const text = typed.over.includes(shown) ? typed.text : shown;
  const read = readNumber(text, bounds);
  const isWrong = read === undefined;
  useFormHold(isWrong && rest.disabled !== true, 'wrong');
  const type = (next: string): void => {
    const number = readNumber(next, bounds);
    // Whoever keeps the number may keep the one before for as long as what is typed is none.
    setTyped({ text: next, over: number === undefined ? [shown, ''] : [String(number ?? '')] });
    onChange(number);
  };
  const boundary = (number: number): string =>
    Number.isInteger(number) ? t.format.count(number) : String(number);
  const words = t(parts ? 'ui:fieldNumber' : 'ui:fieldWhole', {
    min: boundary(min),
    max: boundary(max),
  });
  return (
    <TextInput
      {...rest}
      inputMode={parts ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={30}
      value={text}
      error={isWrong ? <FieldError text={words} /> : undefined}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isWrong) return;
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        type(String(steppedNumber(read, event.key === 'ArrowUp' ? step : -step, bounds)));
      }}
    />
  );
}
