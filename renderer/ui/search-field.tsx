import { CloseButton, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useActs } from './acts.ts';

interface SearchFieldProps {
  /** What can be searched for; also stands in the field while it is empty. */
  readonly label: string;
  /** Names a cross that empties the field; without it there is none. */
  readonly clear?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where a list is searched, as a part of its tools. */
export function SearchField({ label, clear, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useActs([{ id: 'search', label, keys: 'f', run: () => field.current?.select() }]);
  return (
    <TextInput
      ref={field}
      className="ad-grow"
      aria-label={label}
      placeholder={label}
      leftSection={<Search size={15} />}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        clear === undefined || value === '' ? null : (
          <CloseButton size="sm" aria-label={clear} onClick={() => onChange('')} />
        )
      }
    />
  );
}
