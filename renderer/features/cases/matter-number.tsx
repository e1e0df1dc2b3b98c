import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseRecord } from '../../../shared/cases/index.ts';
import type { NumberedPart, Scenario } from '../../../shared/rulebook/index.ts';
import { client, useChange } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';

/** What the seller may give the number of when they begin a matter; null where chances go by none, or a notice says it. */
export function numberedBySeller({
  begins,
  chanceNumber,
}: Pick<Scenario, 'begins' | 'chanceNumber'>): NumberedPart | null {
  return begins === 'seller' ? chanceNumber : null;
}

interface MatterNumberInputProps {
  readonly of: NumberedPart;
  readonly value: string;
  readonly onChange: (number: string) => void;
  readonly onBlur?: () => void;
}

/** The platform's number of an item, dispute or violation, and what it is good for: nobody has to have it. */
export function MatterNumberInput({ of, value, onChange, onBlur }: MatterNumberInputProps) {
  const t = useText();
  return (
    <TextInput
      className="matter-number"
      label={t(`cases:number.${of}`)}
      description={t(`cases:number.${of}.hint`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}

/** The number of a case that the seller began, as it stands; kept when the field is left. */
export function MatterNumber({ record, of }: { readonly record: CaseRecord; readonly of: NumberedPart }) {
  const { id: caseId, matterNumber: kept } = record;
  const [number, setNumber] = useState(kept);
  const save = useChange(client.cases.setMatterNumber, { features: ['cases', 'attempts', 'deadlines'] });
  return (
    <MatterNumberInput
      of={of}
      value={number}
      onChange={setNumber}
      onBlur={() => {
        const matterNumber = number.trim();
        if (matterNumber !== kept) save.mutate({ caseId, matterNumber });
      }}
    />
  );
}
