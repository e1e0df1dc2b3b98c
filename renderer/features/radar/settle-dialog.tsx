import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RadarLine } from '../../../shared/radar/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useText } from '../../ui/index.ts';
import { ExhibitField } from '../evidence/index.ts';

interface SettleDialogProps {
  readonly line: RadarLine;
  readonly state: 'saved' | 'given-up';
  readonly onClose: () => void;
}

/** Says what saved something that vanishes, or why it is not to be had. */
export function SettleDialog({ line, state, onClose }: SettleDialogProps) {
  const t = useText();
  const [itemId, setItemId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const options = { features: ['radar', 'deadlines', 'requirements', 'today'], onSuccess: onClose };
  const settle = useChange(client.radar.settle, options);
  const giveUp = useChange(client.requirements.unavailable, options);
  const { caseId, requirementId, orderNumbers, clockId } = line;
  const ready = state === 'saved' ? itemId !== null : reason.trim() !== '';
  const save = (): void => {
    if (!ready) return;
    // What is a voucher of each order is said where the vouchers are.
    if (requirementId !== null) {
      giveUp.mutate({ caseId, requirementId, orderNumbers, reason });
      return;
    }
    const of =
      line.linkId !== null
        ? ({ kind: 'link', linkId: line.linkId } as const)
        : ({ kind: 'clock', clockId: clockId ?? '' } as const);
    const end = state === 'saved' ? ({ state, itemId: itemId ?? '' } as const) : ({ state, reason } as const);
    settle.mutate({ caseId, of, end });
  };
  return (
    <Dialog opened onClose={onClose} title={t(`radar:settle-${state}`)}>
      <Form onSubmit={save}>
        {state === 'saved' ? (
          <ExhibitField caseId={caseId} label={t('radar:item')} itemId={itemId} onChange={setItemId} />
        ) : (
          <TextInput
            label={t('radar:reason')}
            placeholder={t('radar:reasonHint')}
            value={reason}
            maxLength={200}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div className="form-acts">
          <SaveButton loading={settle.isPending || giveUp.isPending} disabled={!ready}>
            {t('radar:save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
