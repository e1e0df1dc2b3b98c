import { TextInput } from '@mantine/core';
import { FieldError } from '../../ui/index.ts';

interface PinFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly error?: string | null;
}

/** Digits that say who acts. Hidden while typed, but no password: nothing is protected by it, and no browser keeps it. */
export function PinField({ label, description, value, onChange, error = null }: PinFieldProps) {
  return (
    <TextInput
      className="ad-pin"
      label={label}
      description={description}
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 12))}
      {...(error === null ? {} : { error: <FieldError text={error} /> })}
      data-autofocus
      autoFocus
    />
  );
}
