import { Button, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attempt } from '../../../shared/attempts/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { Dialog, useText } from '../../ui/index.ts';
import { ExhibitSelect } from '../evidence/index.ts';

interface SettleDialogProps {
  readonly attempt: Attempt;
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Settles a chance nobody was sure of, after a look in the back office. */
export function SettleDialog({ attempt, caseId, onClose }: SettleDialogProps) {
  const t = useText();
  const [state, setState] = useState<'spent' | 'left' | null>(null);
  const [note, setNote] = useState('');
  const [itemId, setItemId] = useState<string | null>(null);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const settle = useChange(client.attempts.settle, { features: ['attempts', 'cases'], onSuccess: onClose });
  return (
    <Dialog opened onClose={onClose} title={t('attempts:settle.title')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (state !== null) settle.mutate({ attemptId: attempt.id, state, note, itemId });
        }}
      >
        <p>{t('attempts:settle.teach', { number: attempt.orderNumber })}</p>
        <Radio.Group
          label={t('attempts:settle.title')}
          labelProps={{ className: 'visually-hidden' }}
          value={state ?? ''}
          onChange={(value) => setState(value === 'spent' ? 'spent' : 'left')}
        >
          <div className="form-stack">
            <Radio value="left" label={t('attempts:settle.left')} data-autofocus />
            <Radio value="spent" label={t('attempts:settle.spent')} />
          </div>
        </Radio.Group>
        <TextInput
          label={t('attempts:settle.note')}
          placeholder={t('attempts:settle.note.hint')}
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.currentTarget.value)}
          required
        />
        <ExhibitSelect
          label={t('attempts:settle.item')}
          exhibits={exhibits.data ?? []}
          placeholder={t('attempts:settle.item.none')}
          clearable
          allowDeselect
          value={itemId}
          onChange={setItemId}
        />
        <div className="form-acts">
          <Button type="submit" disabled={state === null || note.trim() === ''} loading={settle.isPending}>
            {t('attempts:settle.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
