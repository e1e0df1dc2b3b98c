import { Button, Modal, MultiSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useChange } from '../../api/index.ts';
import { useText, useZone } from '../../ui/index.ts';
import { exhibitChoices } from '../facts/index.ts';
import { instantOf } from './local-time.ts';

interface PriorAttemptDialogProps {
  readonly caseId: string;
  readonly storeId: string;
  readonly scenarioId: string;
  readonly orderNumbers: readonly string[];
  readonly onClose: () => void;
}

/** Enters an attempt made before AppealDesk or by somebody else: it counts, as spent or as not known. */
export function PriorAttemptDialog({
  caseId,
  storeId,
  scenarioId,
  orderNumbers,
  onClose,
}: PriorAttemptDialogProps) {
  const t = useText();
  const zone = useZone();
  const [orders, setOrders] = useState<string[]>(orderNumbers.length === 1 ? [...orderNumbers] : []);
  const [state, setState] = useState<'spent' | 'unknown'>('spent');
  const [madeAt, setMadeAt] = useState('');
  const [madeBy, setMadeBy] = useState('');
  const [platformNumber, setPlatformNumber] = useState('');
  const [sentText, setSentText] = useState('');
  const [result, setResult] = useState('');
  const [itemIds, setItemIds] = useState<string[]>([]);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const enter = useChange(client.attempts.enterPrior, {
    features: ['attempts', 'cases'],
    onSuccess: onClose,
  });
  const save = (): void => {
    enter.mutate({
      storeId,
      scenarioId,
      caseId,
      orderNumbers: orders,
      state,
      madeAt: instantOf(madeAt, zone),
      madeBy,
      platformNumber,
      sentText,
      result,
      itemIds,
    });
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('attempts:prior.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="ad-hint">{t('attempts:prior.teach')}</p>
        <MultiSelect
          label={t('attempts:prior.orders')}
          data={[...orderNumbers]}
          value={orders}
          onChange={setOrders}
          searchable
          data-autofocus
        />
        <Radio.Group
          label={t('attempts:prior.state')}
          value={state}
          onChange={(value) => setState(value === 'unknown' ? 'unknown' : 'spent')}
        >
          <div className="form-row">
            <Radio value="spent" label={t('attempts:prior.state.spent')} />
            <Radio value="unknown" label={t('attempts:prior.state.unknown')} />
          </div>
        </Radio.Group>
        <div className="form-row">
          <TextInput
            type="datetime-local"
            label={t('attempts:prior.madeAt')}
            value={madeAt}
            onChange={(event) => setMadeAt(event.currentTarget.value)}
          />
          <TextInput
            label={t('attempts:prior.madeBy')}
            value={madeBy}
            maxLength={200}
            onChange={(event) => setMadeBy(event.currentTarget.value)}
          />
          <TextInput
            label={t('attempts:prior.number')}
            value={platformNumber}
            maxLength={200}
            onChange={(event) => setPlatformNumber(event.currentTarget.value)}
          />
        </div>
        <Textarea
          label={t('attempts:prior.text')}
          value={sentText}
          maxLength={20_000}
          onChange={(event) => setSentText(event.currentTarget.value)}
        />
        <Textarea
          label={t('attempts:prior.result')}
          value={result}
          maxLength={20_000}
          onChange={(event) => setResult(event.currentTarget.value)}
        />
        {(exhibits.data ?? []).length === 0 ? (
          <p className="ad-hint">{t('attempts:prior.files.empty')}</p>
        ) : (
          <MultiSelect
            label={t('attempts:prior.files')}
            value={itemIds}
            onChange={setItemIds}
            data={exhibitChoices(exhibits.data ?? [], t)}
          />
        )}
        <div className="form-acts">
          <Button type="submit" disabled={orders.length === 0} loading={enter.isPending}>
            {t('attempts:prior.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
