import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { useText } from '../../ui/index.ts';
import { ExhibitMultiSelect } from '../evidence/index.ts';

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
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave({ reason, itemIds });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
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
      <div className="form-acts">
        <Button type="submit" size="compact-sm" variant="default" disabled={!ready} loading={busy}>
          {t('requirements:unavailable.save')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </div>
    </form>
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
