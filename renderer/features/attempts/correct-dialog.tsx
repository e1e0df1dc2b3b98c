import { MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { matterKey, OF_THE_MATTER, type Attempt } from '../../../shared/attempts/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useText } from '../../ui/index.ts';
import { useAttemptName } from './attempt-name.ts';

interface CorrectDialogProps {
  /** What was entered as spent elsewhere. */
  readonly attempts: readonly Attempt[];
  /** Whether one chance covers the whole matter: then all that was entered of it is corrected in one act. */
  readonly ofMatter: boolean;
  /** Whether there are several chances: then what was entered at once is of one of them. */
  readonly several: boolean;
  readonly onClose: () => void;
}

/** So many orders are named one by one; how many they are is said beside. */
const MOST_NAMED = 40;

/** Frees what was entered as filed elsewhere and was not: with a reason, and for everybody to see. */
export function CorrectDialog({ attempts, ofMatter, several, onClose }: CorrectDialogProps) {
  const t = useText();
  const nameOf = useAttemptName();
  const chances = Map.groupBy(attempts, (attempt) => (ofMatter ? matterKey(attempt, several) : attempt.id));
  const [picked, setPicked] = useState<readonly string[]>(chances.size === 1 ? [...chances.keys()] : []);
  const [reason, setReason] = useState('');
  const correct = useChange(client.attempts.correct, {
    features: ['attempts', 'cases', 'deadlines'],
    onSuccess: onClose,
  });
  const concerned = picked.flatMap((key) => chances.get(key) ?? []);
  const orders = concerned.filter(({ orderNumber }) => orderNumber !== OF_THE_MATTER);
  const namesOf = (some: readonly Attempt[]): string => {
    const listed = t.format.list(some.slice(0, MOST_NAMED).map(nameOf));
    return some.length <= MOST_NAMED ? listed : t('attempts:correct.andOthers', { listed });
  };
  const ready = concerned.length > 0 && reason.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={t('attempts:correct.title')}>
      <Form
        onSubmit={() => {
          if (ready) correct.mutate({ attemptIds: concerned.map(({ id }) => id), reason });
        }}
      >
        {chances.size === 1 ? null : (
          <MultiSelect
            label={t(ofMatter ? 'attempts:correct.which' : 'attempts:correct.orders')}
            data={[...chances].map(([value, some]) => ({ value, label: namesOf(some) }))}
            value={[...picked]}
            onChange={setPicked}
            searchable
            data-autofocus
          />
        )}
        {concerned.length === 0 ? null : (
          <p>
            {!ofMatter
              ? t('attempts:correct.text', { count: concerned.length })
              : orders.length === 0
                ? t('attempts:correct.whole')
                : t('attempts:correct.matter', { count: orders.length, orders: namesOf(orders) })}
          </p>
        )}
        <TextInput
          label={t('attempts:correct.reason')}
          value={reason}
          maxLength={200}
          required
          data-autofocus={chances.size === 1}
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
