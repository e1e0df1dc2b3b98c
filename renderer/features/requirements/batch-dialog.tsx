import { Button, Radio, Select } from '@mantine/core';
import { useState } from 'react';
import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { voucherOf, type CoverageView } from '../../../shared/rulebook/index.ts';
import { api, client, queryClient, useChange } from '../../api/index.ts';
import { Dialog, useText } from '../../ui/index.ts';
import { ExhibitSelect } from '../evidence/index.ts';
import { UnavailableForm } from './unavailable-form.tsx';

interface BatchDialogProps {
  readonly caseId: string;
  readonly orderNumbers: readonly string[];
  readonly coverage: CoverageView;
  readonly exhibits: readonly CaseExhibit[];
  readonly asks: readonly Ask[];
  readonly onClose: () => void;
}

const ACTS = ['not-asked', 'asked', 'meet', 'unavailable'] as const;
type Act = (typeof ACTS)[number];

/** Says the same of one voucher for many orders at once: one act, one undo. */
export function BatchDialog({ caseId, orderNumbers, coverage, exhibits, asks, onClose }: BatchDialogProps) {
  const t = useText();
  const slots = coverage.requirements.filter((requirement) => requirement.per === 'order');
  const [requirementId, setRequirementId] = useState<string | null>(slots[0]?.id ?? null);
  const [act, setAct] = useState<Act | null>(null);
  const [itemId, setItemId] = useState<string | null>(null);
  const requirement = slots.find((each) => each.id === requirementId);
  const options = {
    features: ['requirements', 'evidence', 'asks'],
    onSuccess: (next: CoverageView) => {
      queryClient.setQueryData(api.requirements.coverage.queryKey({ input: { caseId } }), next);
      onClose();
    },
  };
  const meet = useChange(client.requirements.meet, options);
  const notAsked = useChange(client.requirements.notAsked, options);
  const unavailable = useChange(client.requirements.unavailable, options);
  const offered = ACTS.filter((each) => requirement?.ifAsked || (each !== 'not-asked' && each !== 'asked'));
  const chosen = act !== null && offered.includes(act) ? act : null;
  const states = new Map(
    coverage.orders.map((order) => [
      order.orderNumber,
      requirementId === null ? 'open' : voucherOf(order, requirementId).state,
    ]),
  );
  // What already stands is left alone: nothing that was ticked one by one is lost to a batch.
  const reached = orderNumbers.filter((number) => {
    const state = states.get(number);
    return chosen === 'asked' ? state === 'not-asked' : state === 'open';
  });
  const about = { caseId, requirementId: requirementId ?? '', orderNumbers: reached };
  const busy = meet.isPending || notAsked.isPending;
  const ready =
    requirement !== undefined &&
    reached.length > 0 &&
    chosen !== null &&
    (chosen !== 'meet' || itemId !== null);
  const run = (): void => {
    if (!ready) return;
    if (chosen === 'meet' && itemId !== null) meet.mutate({ ...about, itemIds: [itemId] });
    if (chosen === 'not-asked' || chosen === 'asked')
      notAsked.mutate({ ...about, notAsked: chosen === 'not-asked' });
  };
  return (
    <Dialog
      opened
      size="lg"
      onClose={onClose}
      title={t('requirements:batch.title', { count: orderNumbers.length })}
    >
      <div className="form-stack">
        <Select
          label={t('requirements:batch.voucher')}
          value={requirementId}
          onChange={setRequirementId}
          data={slots.map(({ id, title }) => ({ value: id, label: t.pick(title) }))}
          data-autofocus
        />
        <Radio.Group
          label={t('requirements:batch.what')}
          value={chosen ?? ''}
          onChange={(value) => setAct(ACTS.find((each) => each === value) ?? null)}
        >
          <div className="form-stack batch-acts">
            {offered.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`requirements:batch.act.${each}`)}
                description={t(`requirements:batch.act.${each}.hint`)}
              />
            ))}
          </div>
        </Radio.Group>
        {chosen === 'meet' ? (
          <ExhibitSelect
            label={t('requirements:voucher.pick')}
            exhibits={exhibits}
            value={itemId}
            onChange={setItemId}
          />
        ) : null}
        {chosen === null ? null : (
          <p className="ad-hint" role="status">
            {t('requirements:batch.reached', {
              count: reached.length,
              rest: orderNumbers.length - reached.length,
            })}
          </p>
        )}
        {chosen === 'unavailable' && reached.length > 0 ? (
          <UnavailableForm
            key={requirementId}
            exhibits={exhibits}
            asks={asks.filter(
              (ask) =>
                requirementId !== null &&
                ask.requirementIds.includes(requirementId) &&
                ask.orderNumbers.some((number) => reached.includes(number)),
            )}
            busy={unavailable.isPending}
            onCancel={() => setAct(null)}
            onSave={(said) => unavailable.mutate({ ...about, ...said })}
          />
        ) : (
          <div className="form-acts">
            <Button disabled={!ready} loading={busy} onClick={run}>
              {t('requirements:batch.save', { count: reached.length })}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
