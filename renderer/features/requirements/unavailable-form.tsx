import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { useText } from '../../ui/index.ts';
import { ExhibitMultiSelect } from '../evidence/index.ts';
import { SlotForm } from './slot-form.tsx';

interface UnavailableFormProps {
  readonly exhibits: readonly CaseExhibit[];
  /** Requests made for what is missing; their screenshots are proposed. */
  readonly asks: readonly Ask[];
  readonly busy: boolean;
  readonly onSave: (said: { reason: string; itemIds: string[] }) => void;
  readonly onCancel: () => void;
}

/** Says why a voucher can no longer be had, with the requests that were made for it. */
export function UnavailableForm({ exhibits, asks, busy, onSave, onCancel }: UnavailableFormProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [itemIds, setItemIds] = useState<string[]>(() => requestItems(asks));
  const ready = reason.trim() !== '';
  return (
    <SlotForm
      ready={ready}
      busy={busy}
      save={t('requirements:unavailable.save')}
      onSave={() => onSave({ reason, itemIds })}
      onCancel={onCancel}
    >
      <TextInput
        size="xs"
        label={t('requirements:unavailable.title')}
        placeholder={t('requirements:unavailable.hint')}
        value={reason}
        maxLength={200}
        autoFocus
        // Escape leaves this form, not the sheet around it.
        data-mantine-stop-propagation
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ExhibitMultiSelect
        size="xs"
        label={t('requirements:unavailable.items')}
        description={t('requirements:unavailable.items.hint')}
        value={itemIds}
        onChange={setItemIds}
        exhibits={exhibits}
      />
    </SlotForm>
  );
}

/** The screenshots that show requests, and refusals of them, each once. */
function requestItems(asks: readonly Ask[]): string[] {
  return [
    ...new Set(
      asks.flatMap(({ itemId, answerItemId, state }) =>
        [itemId, state === 'refused' ? answerItemId : null].flatMap((each) => each ?? []),
      ),
    ),
  ];
}
