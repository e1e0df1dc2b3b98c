import { MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Attempt } from '../../../shared/attempts/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useText } from '../../ui/index.ts';
import { useAttemptName } from './attempt-name.ts';

interface CorrectDialogProps {
  /** What was entered as spent elsewhere. */
  readonly attempts: readonly Attempt[];
  readonly onClose: () => void;
}

/** Frees what was entered as filed elsewhere and was not: with a reason, and for everybody to see. */
export function CorrectDialog({ attempts, onClose }: CorrectDialogProps) {
  const t = useText();
  const nameOf = useAttemptName();
  const [picked, setPicked] = useState<readonly string[]>(
    attempts.length === 1 ? attempts.map(({ id }) => id) : [],
  );
  const [reason, setReason] = useState('');
  const correct = useChange(client.attempts.correct, {
    features: ['attempts', 'cases', 'deadlines'],
    onSuccess: onClose,
  });
  const ready = picked.length > 0 && reason.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={t('attempts:correct.title')}>
      <Form
        onSubmit={() => {
          if (ready) correct.mutate({ attemptIds: [...picked], reason });
        }}
      >
        {attempts.length === 1 ? null : (
          <MultiSelect
            label={t('attempts:correct.orders')}
            data={attempts.map((attempt) => ({ value: attempt.id, label: nameOf(attempt) }))}
            value={[...picked]}
            onChange={setPicked}
            searchable
            data-autofocus
          />
        )}
        {picked.length === 0 ? null : <p>{t('attempts:correct.text', { count: picked.length })}</p>}
        <TextInput
          label={t('attempts:correct.reason')}
          value={reason}
          maxLength={200}
          required
          data-autofocus={attempts.length === 1}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div className="form-acts">
          <SaveButton sealed disabled={!ready} loading={correct.isPending}>
            {t('attempts:correct.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
