import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';

interface InstantFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number | null;
  readonly onChange: (instant: number | null) => void;
  /** Where it is written in another zone than the one on screen. */
  readonly zone?: string | undefined;
  readonly required?: boolean;
  /** What is wrong with it, in words. */
  readonly error?: ReactNode;
}

/** A date with its time, in the zone on screen unless another is named. Half typed it is nothing yet; emptied it is not known. */
export function InstantField({
  label,
  description,
  value,
  onChange,
  zone: named,
  required = false,
  error,
}: InstantFieldProps) {
  const onScreen = useZone();
  const zone = named ?? onScreen;
  const shown = value === null ? '' : localOf(value, zone);
  // What is being typed stays as it is until the value becomes another one by itself.
  const [typed, setTyped] = useState({ text: shown, over: shown });
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required={required}
      error={error}
      {...(description === undefined ? {} : { description })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed.over === shown ? typed.text : shown}
      onChange={(event) => {
        const { value: text } = event.currentTarget;
        const instant = instantOf(text, zone);
        setTyped({ text, over: instant === null ? '' : localOf(instant, zone) });
        onChange(instant);
      }}
    />
  );
}
