import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WaitingOrder } from '../../../shared/shipping/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useText } from '../../ui/index.ts';

interface HoldDialogProps {
  readonly order: WaitingOrder;
  readonly onClose: () => void;
}

/** Holds an order back, with the reason that whoever asks later will want. */
export function HoldDialog({ order, onClose }: HoldDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const decide = useChange(client.shipping.decide, { features: ['shipping'], onSuccess: onClose });
  const ready = reason.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={t('shipping:holdTitle', { number: order.orderNumber })}>
      <Form
        onSubmit={() => {
          if (!ready) return;
          const { storeId, orderNumber } = order;
          decide.mutate({ storeId, orderNumber, decision: 'hold', reason });
        }}
      >
        <p>{t('shipping:risk-hold')}</p>
        <TextInput
          label={t('shipping:reason')}
          placeholder={t('shipping:reasonHint')}
          value={reason}
          maxLength={200}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="form-acts">
          <SaveButton loading={decide.isPending} disabled={!ready}>
            {t('shipping:save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
