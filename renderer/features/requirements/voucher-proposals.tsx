import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { create } from 'zustand';
import { ACCEPTED_AT_ONCE, type CaseExhibit, type EvidenceItem } from '../../../shared/evidence/index.ts';
import type { CoverageView } from '../../../shared/rulebook/index.ts';
import { api, client, queryClient, useChange } from '../../api/index.ts';
import { ActButton, DataTable, Section, useText, type DataColumn } from '../../ui/index.ts';
import { ExhibitPreview } from '../evidence/index.ts';

interface VoucherProposalsProps {
  readonly caseId: string;
  readonly coverage: CoverageView;
  readonly exhibits: readonly CaseExhibit[];
}

type Proposal = Awaited<ReturnType<typeof client.requirements.proposals>>[number];

/** Begins with what a person knows it by: a tick is named by it. */
const rowId = ({ itemId, orderNumber, requirementId, fileName }: Proposal): string =>
  `${fileName} · ${orderNumber} · ${requirementId} · ${itemId}`;

const NONE: ReadonlySet<string> = new Set();

interface Looked {
  readonly dropped: ReadonlySet<string>;
  readonly putOff: ReadonlySet<string>;
}

/** What was unticked and what was put off, by case; kept while the window is open, whichever step is shown. */
const useLooked = create<Readonly<Record<string, Looked>>>(() => ({}));

const note = (caseId: string, change: Partial<Looked>): void =>
  useLooked.setState((before) => ({
    [caseId]: { dropped: NONE, putOff: NONE, ...before[caseId], ...change },
  }));

/** Ticks them, in as many acts as there are slices. */
async function acceptAll(input: Parameters<typeof client.requirements.acceptProposals>[0]) {
  const { caseId, proposals } = input;
  let next = await client.requirements.acceptProposals({
    caseId,
    proposals: proposals.slice(0, ACCEPTED_AT_ONCE),
  });
  for (let start = ACCEPTED_AT_ONCE; start < proposals.length; start += ACCEPTED_AT_ONCE) {
    next = await client.requirements.acceptProposals({
      caseId,
      proposals: proposals.slice(start, start + ACCEPTED_AT_ONCE),
    });
  }
  return next;
}

/** Files whose names say which voucher of which order they are: proposals that a person looks through and ticks in one act. */
export function VoucherProposals({ caseId, coverage, exhibits }: VoucherProposalsProps) {
  const t = useText();
  const proposals = useQuery(api.requirements.proposals.queryOptions({ input: { caseId } }));
  // What was unticked stays unticked when more files come; what is new begins ticked.
  const { dropped = NONE, putOff = NONE } = useLooked((looked) => looked[caseId]) ?? {};
  const [preview, setPreview] = useState<EvidenceItem | null>(null);
  const accept = useChange(acceptAll, {
    features: ['requirements', 'evidence', 'asks'],
    onSuccess: (next) =>
      queryClient.setQueryData(api.requirements.coverage.queryKey({ input: { caseId } }), next),
  });
  const rows = (proposals.data ?? []).filter((proposal) => !putOff.has(rowId(proposal)));
  const waiting = (proposals.data ?? []).length - rows.length;
  const titles = useMemo(
    () => new Map(coverage.requirements.map((requirement) => [requirement.id, requirement.title])),
    [coverage.requirements],
  );
  const columns = useMemo<DataColumn<Proposal>[]>(
    () => [
      {
        id: 'file',
        header: t('requirements:proposals.file'),
        width: 'minmax(200px, 1.4fr)',
        cell: (proposal) => <span title={proposal.fileName}>{proposal.fileName}</span>,
      },
      {
        id: 'voucher',
        header: t('requirements:proposals.voucher'),
        width: 'minmax(140px, 1fr)',
        cell: (proposal) => {
          const title = titles.get(proposal.requirementId);
          return title === undefined ? '' : t.pick(title);
        },
      },
      {
        id: 'order',
        header: t('orders:number'),
        width: 'minmax(180px, 1fr)',
        cell: (proposal) => proposal.orderNumber,
      },
    ],
    [t, titles],
  );
  if (rows.length === 0) {
    return waiting === 0 ? null : (
      <div>
        <ActButton
          act="proposals-again"
          keys="shift+p"
          variant="subtle"
          size="compact-sm"
          onClick={() => note(caseId, { putOff: NONE })}
        >
          {t('requirements:proposals.again', { count: waiting })}
        </ActButton>
      </div>
    );
  }
  const ticked = rows.filter((proposal) => !dropped.has(rowId(proposal)));
  return (
    <Section
      title={t('requirements:proposals')}
      hint={t('requirements:proposals.hint')}
      actions={
        <>
          <ActButton
            act="proposals-later"
            keys="shift+z"
            variant="subtle"
            onClick={() => note(caseId, { putOff: new Set([...putOff, ...rows.map(rowId)]) })}
          >
            {t('requirements:proposals.later')}
          </ActButton>
          <ActButton
            act="proposals-accept"
            keys="shift+y"
            disabled={ticked.length === 0}
            loading={accept.isPending}
            onClick={() =>
              accept.mutate({
                caseId,
                proposals: ticked.map(({ itemId, orderNumber, requirementId }) => ({
                  itemId,
                  orderNumber,
                  requirementId,
                })),
              })
            }
          >
            {t('requirements:proposals.accept', { count: ticked.length })}
          </ActButton>
        </>
      }
    >
      <DataTable
        label={t('requirements:proposals')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        selection={{
          ids: new Set(ticked.map(rowId)),
          onChange: (ids) => {
            const next = new Set(dropped);
            for (const each of rows.map(rowId)) {
              if (ids.has(each)) next.delete(each);
              else next.add(each);
            }
            note(caseId, { dropped: next });
          },
        }}
        onOpen={({ itemId }) => setPreview(exhibits.find((each) => each.itemId === itemId)?.item ?? null)}
        maxHeight={320}
      />
      {preview === null ? null : <ExhibitPreview item={preview} onClose={() => setPreview(null)} />}
    </Section>
  );
}
