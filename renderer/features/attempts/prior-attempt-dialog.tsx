import { Checkbox, MultiSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isToCome } from '../../../shared/kernel/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { Dialog, FieldError, Form, SaveButton, useNow, useText, useZone } from '../../ui/index.ts';
import { ExhibitsField } from '../evidence/index.ts';
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
  const now = useNow();
  const [picked, setOrders] = useState<string[] | null>(null);
  const [state, setState] = useState<'spent' | 'unknown' | null>(null);
  const [madeAt, setMadeAt] = useState('');
  const [madeBy, setMadeBy] = useState('');
  const [platformNumber, setPlatformNumber] = useState('');
  const [matterNumber, setMatterNumber] = useState('');
  const [sentText, setSentText] = useState('');
  const [result, setResult] = useState('');
  const [itemIds, setItemIds] = useState<readonly string[]>([]);
  const [forgotten, setForgotten] = useState(false);
  const scenario = useQuery(api.rulebook.scenario.queryOptions({ input: { scenarioId } }));
  // One chance of the whole notice is spent by one attempt, whichever of its orders it spoke of.
  const ofMatter = scenario.data?.scenario.chancePer === 'matter';
  const numbered = scenario.data?.scenario.chanceNumber ?? null;
  // What a notice names was filed together; of a report each order was filed by itself.
  const together = orderNumbers.length === 1 || scenario.data?.scenario.notice === 'flagged-orders';
  const orders = picked ?? (together ? [...orderNumbers] : []);
  const about = ofMatter ? [...orderNumbers] : orders;
  const enter = useChange(client.attempts.enterPrior, {
    features: ['attempts', 'cases'],
    onSuccess: onClose,
  });
  // It uses a chance up for good: by a slip of an empty form nobody does that.
  const known = [madeAt, madeBy, platformNumber, matterNumber, sentText, result, ...itemIds];
  const isKnown = known.some((each) => each.trim() !== '');
  const isEarly = isToCome(instantOf(madeAt, zone), now);
  const ready =
    state !== null &&
    !isEarly &&
    // Whoever is not sure has nothing to know of it.
    (state === 'unknown' || isKnown || forgotten) &&
    (about.length > 0 || orderNumbers.length === 0);
  const save = (): void => {
    if (!ready) return;
    enter.mutate({
      storeId,
      scenarioId,
      caseId,
      orderNumbers: about,
      state,
      madeAt: instantOf(madeAt, zone),
      madeBy,
      platformNumber,
      ...(numbered === null ? {} : { matterNumber }),
      sentText,
      result,
      itemIds: [...itemIds],
    });
  };
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('attempts:prior.title')}>
      <Form onSubmit={save}>
        <p className="ad-hint">{t('attempts:prior.teach')}</p>
        {orderNumbers.length === 0 ? (
          <p>{t('attempts:prior.whole')}</p>
        ) : ofMatter ? (
          <p>
            {numbered === 'item'
              ? t('attempts:prior.item')
              : t('attempts:prior.matter', { count: orderNumbers.length })}
          </p>
        ) : (
          <MultiSelect
            label={t('attempts:prior.orders')}
            data={[...orderNumbers]}
            value={orders}
            onChange={setOrders}
            searchable
            data-autofocus
          />
        )}
        <Radio.Group
          label={t('attempts:prior.state')}
          required
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
            error={isEarly ? <FieldError text={t('ui:fieldTimeToCome')} /> : undefined}
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
        {numbered === null ? null : (
          <TextInput
            label={t(`attempts:prior.of-${numbered}`)}
            description={t('attempts:prior.ofAnother')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={matterNumber}
            maxLength={200}
            onChange={(event) => setMatterNumber(event.currentTarget.value)}
          />
        )}
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
        <ExhibitsField
          caseId={caseId}
          label={t('attempts:prior.files')}
          drop={t('attempts:prior.files.drop')}
          itemIds={itemIds}
          onChange={setItemIds}
        />
        {isKnown || state !== 'spent' ? null : (
          <Checkbox
            label={t('attempts:prior.forgotten')}
            description={t('attempts:prior.forgottenHint')}
            checked={forgotten}
            onChange={(event) => setForgotten(event.currentTarget.checked)}
          />
        )}
        <p className="ad-hint">{t('attempts:prior.noUndo')}</p>
        <div className="form-acts">
          <SaveButton disabled={!ready} loading={enter.isPending}>
            {t('attempts:prior.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
