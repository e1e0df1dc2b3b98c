import { Button, Checkbox, CloseButton, FileButton } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseExhibit, EvidenceItem } from '../../../shared/evidence/index.ts';
import type { OrderVoucher, Requirement } from '../../../shared/rulebook/index.ts';
import { api, client, queryClient, useAtOnce, useChange } from '../../api/index.ts';
import { StatusWord, useText, type StatusKind } from '../../ui/index.ts';
import { ExhibitSelect, IntakeState, useIntake } from '../evidence/index.ts';
import { exhibitName, itemName } from '../facts/index.ts';
import { RequirementNotes } from './requirement-notes.tsx';
import { TextVoucherForm } from './text-voucher-form.tsx';
import { UnavailableForm } from './unavailable-form.tsx';

interface VoucherSlotProps {
  readonly caseId: string;
  readonly orderNumber: string;
  readonly requirement: Requirement;
  readonly voucher: OrderVoucher;
  readonly exhibits: readonly CaseExhibit[];
  /** Requests made for this voucher of this order. */
  readonly asks: readonly Ask[];
  readonly onPreview: (item: EvidenceItem) => void;
}

const KIND: Record<OrderVoucher['state'], StatusKind> = {
  met: 'ok',
  unavailable: 'no',
  'not-asked': 'no',
  open: 'open',
};

/** One voucher of one order: what is asked, where it is found, and what stands for it. Files are dropped straight onto it. */
export function VoucherSlot(props: VoucherSlotProps) {
  const { caseId, orderNumber, requirement, voucher, exhibits, asks, onPreview } = props;
  const t = useText();
  const [over, setOver] = useState(false);
  const [mode, setMode] = useState<'read' | 'unavailable' | 'text'>('read');
  const read = (): void => setMode('read');
  const [leftOut, sayLeftOut, takeBack] = useAtOnce(voucher, voucher.state === 'not-asked');
  const { intake, busy, take, cancel, clear } = useIntake(caseId);
  const options = {
    features: ['requirements', 'evidence', 'asks'],
    onSuccess: (coverage: Awaited<ReturnType<typeof client.requirements.meet>>) => {
      read();
      queryClient.setQueryData(api.requirements.coverage.queryKey({ input: { caseId } }), coverage);
    },
  };
  const meet = useChange(client.requirements.meet, options);
  const notAsked = useChange(client.requirements.notAsked, options);
  const unavailable = useChange(client.requirements.unavailable, options);
  const about = { caseId, requirementId: requirement.id, orderNumbers: [orderNumber] };
  const ticked = voucher.state === 'met' ? voucher.itemIds : [];
  const put = (itemIds: readonly string[]): void => meet.mutate({ ...about, itemIds: [...itemIds] });
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    const taken = await take(files);
    if (taken.length > 0) put([...new Set([...ticked, ...taken])]);
  };
  const title = t.pick(requirement.title);
  const name = `${title} · ${orderNumber}`;
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const asked = voucher.state !== 'not-asked';
  return (
    <section
      className="voucher-slot"
      aria-label={title}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event) || busy || !asked) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!holdsFiles(event) || busy || !asked) return;
        event.preventDefault();
        void takeFiles([...event.dataTransfer.files]);
      }}
    >
      <div className="voucher-head">
        <h3>{title}</h3>
        <StatusWord kind={KIND[voucher.state]}>
          {voucher.state === 'met'
            ? t('requirements:ticked', { count: ticked.length })
            : t(`requirements:voucher.${voucher.state}`)}
        </StatusWord>
      </div>
      {voucher.state === 'open' ? (
        <RequirementNotes asked={requirement} />
      ) : asked ? (
        <details className="voucher-notes">
          <summary>{t('requirements:notes.show')}</summary>
          <RequirementNotes asked={requirement} />
        </details>
      ) : null}
      {ticked.length === 0 ? null : (
        <ul className="voucher-exhibits">
          {exhibits
            .filter((exhibit) => ticked.includes(exhibit.itemId))
            .map((exhibit) => (
              <li key={exhibit.itemId}>
                <Button variant="subtle" size="compact-sm" onClick={() => onPreview(exhibit.item)}>
                  {exhibitName(exhibit, t)}
                </Button>
                <CloseButton
                  size={24}
                  aria-label={t('requirements:voucher.untick', {
                    name: itemName(exhibit.item),
                    voucher: title,
                  })}
                  onClick={() => put(ticked.filter((itemId) => itemId !== exhibit.itemId))}
                />
              </li>
            ))}
        </ul>
      )}
      {voucher.state === 'unavailable' ? (
        <div className="ad-stack">
          <p>{t('requirements:unavailable.reason', { reason: voucher.reason })}</p>
          <p className="ad-hint">
            {voucher.itemIds.length === 0
              ? t('requirements:unavailable.noRequest')
              : t('requirements:unavailable.requests', {
                  names: t.format.list(
                    exhibits
                      .filter((exhibit) => voucher.itemIds.includes(exhibit.itemId))
                      .map((exhibit) => exhibitName(exhibit, t)),
                  ),
                })}
          </p>
        </div>
      ) : null}
      {intake.phase === 'idle' || (intake.phase === 'done' && intake.refused.length === 0) ? null : (
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      )}
      {mode === 'text' ? (
        <TextVoucherForm
          caseId={caseId}
          label={title}
          onCancel={read}
          onTaken={(itemId) => put([...ticked, itemId])}
        />
      ) : mode === 'unavailable' ? (
        <UnavailableForm
          exhibits={exhibits}
          asks={asks}
          busy={unavailable.isPending}
          onCancel={read}
          onSave={(said) => unavailable.mutate({ ...about, ...said })}
        />
      ) : (
        <div className="voucher-acts">
          {asked ? (
            <>
              <FileButton multiple disabled={busy} onChange={(files) => void takeFiles(files)}>
                {(button) => (
                  <Button
                    {...button}
                    size="compact-sm"
                    variant="default"
                    loading={busy}
                    aria-label={`${t('requirements:voucher.file')} · ${name}`}
                  >
                    {t('requirements:voucher.file')}
                  </Button>
                )}
              </FileButton>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('requirements:voucher.text')} · ${name}`}
                onClick={() => setMode('text')}
              >
                {t('requirements:voucher.text')}
              </Button>
              <ExhibitSelect
                size="xs"
                className="voucher-pick"
                aria-label={`${t('requirements:voucher.pick')} · ${name}`}
                placeholder={t('requirements:voucher.pick')}
                disabled={exhibits.length === 0}
                exhibits={exhibits.filter((exhibit) => !ticked.includes(exhibit.itemId))}
                value={null}
                onChange={(itemId) => (itemId === null ? undefined : put([...ticked, itemId]))}
              />
            </>
          ) : null}
          {voucher.state === 'unavailable' ? (
            <Button size="compact-sm" variant="subtle" loading={meet.isPending} onClick={() => put([])}>
              {t('requirements:unavailable.back')}
            </Button>
          ) : voucher.state === 'open' ? (
            <Button size="compact-sm" variant="subtle" onClick={() => setMode('unavailable')}>
              {t('requirements:unavailable')}
            </Button>
          ) : null}
          {requirement.ifAsked ? (
            <Checkbox
              size="xs"
              label={t('requirements:notAsked')}
              checked={leftOut}
              onChange={(event) => {
                const said = event.currentTarget.checked;
                sayLeftOut(said);
                notAsked.mutate({ ...about, notAsked: said }, { onError: takeBack });
              }}
            />
          ) : null}
        </div>
      )}
    </section>
  );
}
