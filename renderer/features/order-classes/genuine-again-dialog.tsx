import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog, ErrorNote, Form, SaveButton, useText } from '../../ui/index.ts';
import { ExhibitField } from '../evidence/index.ts';

interface GenuineAgainDialogProps {
  readonly caseId: string;
  /** How many of them were put down as admitted. */
  readonly count: number;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (given: { readonly itemId: string; readonly reason: string }) => void;
  readonly onClose: () => void;
}

/** What was put down as a real violation is called genuine only with an exhibit that came in afterwards, and a reason. */
export function GenuineAgainDialog({ caseId, count, busy, error, onSave, onClose }: GenuineAgainDialogProps) {
  const t = useText();
  const [itemId, setItemId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('orderClasses:again.title')}>
      <Form
        onSubmit={() => {
          if (itemId !== null && reason.trim() !== '') onSave({ itemId, reason });
        }}
      >
        <p>{t('orderClasses:again.teach', { count })}</p>
        <ExhibitField
          caseId={caseId}
          label={t('orderClasses:again.item')}
          itemId={itemId}
          onChange={setItemId}
        />
        <TextInput
          label={t('orderClasses:again.reason')}
          placeholder={t('orderClasses:again.reason.hint')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error === null ? null : <ErrorNote error={error} />}
        <div className="form-acts">
          <SaveButton disabled={itemId === null || reason.trim() === ''} loading={busy}>
            {t('orderClasses:again.save')}
          </SaveButton>
          <Button variant="subtle" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
