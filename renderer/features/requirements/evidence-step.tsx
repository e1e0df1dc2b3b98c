import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { CoverageView } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { useChoiceKey, ActButton, EmptyState, FileDrop, Loaded, Section, useText } from '../../ui/index.ts';
import { AskBoard } from '../asks/index.ts';
import { IntakeState, TextItemDialog, useIntake } from '../evidence/index.ts';
import { Exhibits } from './exhibits.tsx';
import { OrderVoucherList } from './order-voucher-list.tsx';
import { VoucherProposals } from './voucher-proposals.tsx';

/** The evidence (凭证) of a case: files dropped in, in the order of their exhibit numbers; in a notice's case by order. */
export function EvidenceStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [params] = useSearchParams();
  const { intake, busy, take, cancel, clear } = useIntake(caseId);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const perOrder = coverage.data?.requirements.some((requirement) => requirement.per === 'order') ?? false;
  return (
    <>
      <div className="evidence-intake">
        <FileDrop
          label={t('requirements:drop.title')}
          hint={t(perOrder ? 'requirements:drop.byName' : 'requirements:drop.text')}
          busy={busy}
          // What is pasted while an order is open is meant for one of its slots, not for the case at large.
          paste={!params.has('order')}
          onFiles={(files) => void take(files)}
        />
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      </div>
      <Loaded query={coverage}>
        {(loaded) =>
          perOrder ? (
            <ByOrder caseId={caseId} coverage={loaded} exhibits={exhibits} />
          ) : (
            <>
              <ExhibitSection caseId={caseId} exhibits={exhibits} />
              {loaded.requirements.some(({ askOf }) => askOf !== 'own-records') ? (
                <AskBoard caseId={caseId} />
              ) : null}
            </>
          )
        }
      </Loaded>
    </>
  );
}

interface ExhibitsQuery {
  readonly data: CaseExhibit[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const VIEWS = ['orders', 'asks', 'exhibits'] as const;

/** Which view is open is part of the address, so that other steps can lead to it. */
const VIEW = 'view';

interface ByOrderProps {
  readonly caseId: string;
  readonly coverage: CoverageView;
  readonly exhibits: ExhibitsQuery;
}

/** A notice's case: vouchers order by order, whom to ask for what, and all exhibits in their order. */
function ByOrder({ caseId, coverage, exhibits }: ByOrderProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((each) => each === params.get(VIEW)) ?? 'orders';
  const show = (value: string | null): void =>
    setParams(value === null ? {} : { [VIEW]: value }, { replace: true });
  useChoiceKey({ id: 'view', keys: 'v', label: t('requirements:view.next') }, VIEWS, view, show);
  return (
    <>
      <VoucherProposals caseId={caseId} coverage={coverage} exhibits={exhibits.data ?? []} />
      <Tabs value={view} keepMounted={false} onChange={show}>
        <Tabs.List className="step-tabs">
          {VIEWS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`requirements:view.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="orders">
          <OrderVoucherList caseId={caseId} coverage={coverage} exhibits={exhibits.data ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="asks">
          <AskBoard caseId={caseId} />
        </Tabs.Panel>
        <Tabs.Panel value="exhibits">
          <ExhibitSection caseId={caseId} exhibits={exhibits} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function ExhibitSection({ caseId, exhibits }: { readonly caseId: string; readonly exhibits: ExhibitsQuery }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('requirements:exhibits')}
      hint={(exhibits.data?.length ?? 0) > 1 ? t('requirements:exhibit.order') : undefined}
      actions={
        <ActButton act="add-text" keys="t" variant="default" onClick={() => setAdding(true)}>
          {t('requirements:text.add')}
        </ActButton>
      }
    >
      <Loaded query={exhibits}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('requirements:exhibits.empty.title')}>
              {t('requirements:exhibits.empty.text')}
            </EmptyState>
          ) : (
            <Exhibits caseId={caseId} exhibits={list} />
          )
        }
      </Loaded>
      {adding ? <TextItemDialog caseId={caseId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
