import { useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useRef } from 'react';
import { Navigate, useParams } from 'react-router';
import type { CaseStep } from '../../../shared/cases/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api, isError } from '../../api/index.ts';
import { EmptyState, Loaded, Loading, Page, useText } from '../../ui/index.ts';
import { usePlatforms } from '../clients/index.ts';
import { WaysOn } from '../contacts/index.ts';
import { StatementStep } from '../drafting/index.ts';
import { CaseEvents } from '../events/index.ts';
import { FactsStep } from '../facts/index.ts';
import { FollowThroughStep } from '../follow-through/index.ts';
import { NoticeDesk } from '../notices/index.ts';
import { PacketStep } from '../packets/index.ts';
import { EvidenceStep } from '../requirements/index.ts';
import { CaseChangesNote } from '../rulebook/index.ts';
import { DecisionStep, SubmissionStep } from '../submissions/index.ts';
import { CaseClock } from './case-clock.tsx';
import { stepOf, useCase, type CaseDetail } from './case-detail.ts';
import { CaseMenu } from './case-menu.tsx';
import { CheckStep } from './check-step.tsx';
import { CaseFreshness } from './freshness.tsx';
import { NoticeStep } from './notice-step.tsx';
import { OrdersStep } from './orders-step.tsx';
import { SideColumn } from './side-column.tsx';
import { StepRail } from './step-rail.tsx';

/** One case: its clock, the rail of the ten steps, the step that is open, and what explains it. */
export function CaseWorkspace() {
  const t = useText();
  const { caseId = '', step: named } = useParams();
  const detail = useCase(caseId);
  if (
    detail.data === undefined &&
    (isError(detail.error, 'NOT_FOUND') || isError(detail.error, 'BAD_REQUEST'))
  ) {
    return (
      <Page title={t('cases:notFound.title')}>
        <EmptyState
          title={t('cases:notFound.title')}
          action={{ label: t('cases:notFound.back'), to: '/cases' }}
        >
          {t('cases:notFound.text')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Loaded query={detail}>
      {(loaded) => {
        const step = stepOf(named);
        return step === null ? (
          <Navigate replace to={`/cases/${caseId}/${stepOf(loaded.nextAct.step) ?? 'check'}`} />
        ) : (
          <OpenCase detail={loaded} step={step} />
        );
      }}
    </Loaded>
  );
}

function OpenCase({ detail, step }: { readonly detail: CaseDetail; readonly step: CaseStep }) {
  const t = useText();
  const { record } = detail;
  const platforms = usePlatforms();
  const scenario = useQuery(api.cases.scene.queryOptions({ input: { caseId: record.id } }));
  const kind = scenario.data?.scenario.kind ?? 'report';
  const platform = platforms?.find((each) => each.platform.id === record.platform)?.platform;
  const scene = scenario.data === undefined ? '' : t.pick(scenario.data.scenario.title);
  const sub = [
    platform === undefined ? '' : t.pick(platform.name),
    detail.storeAlias,
    t('cases:header.number', { kind: t(`cases:kind.${kind}`), number: record.number }),
    record.archivedAt === null ? '' : t('cases:header.archived'),
  ].filter((each) => each !== '');
  const byNotice = scenario.data?.scenario.notice === 'flagged-orders';
  const wide = step === 'statement';
  return (
    <Page
      // An older program let a case be opened without any title.
      title={record.title === '' ? record.number : record.title}
      sub={sub.join(' · ')}
      actions={
        <>
          <CaseClock caseId={record.id} storeId={record.storeId} step={step} />
          <CaseMenu record={record} />
        </>
      }
      rail={<StepRail caseId={record.id} steps={detail.steps} step={step} />}
      {...(wide ? {} : { aside: <SideColumn detail={detail} step={step} byNotice={byNotice} /> })}
    >
      <CaseChangesNote caseId={record.id} />
      {step === 'statement' || step === 'packet' ? <CaseFreshness caseId={record.id} /> : null}
      <StepHeading step={step} />
      <Step detail={detail} step={step} sceneTitle={scene} scenario={scenario.data?.scenario ?? null} />
    </Page>
  );
}

/** Says which step is open to those who cannot see the rail, each time it changes. */
function StepHeading({ step }: { readonly step: CaseStep }) {
  const t = useText();
  const heading = useRef<HTMLParagraphElement>(null);
  const first = useRef(step);
  useEffect(() => {
    if (first.current === step) return;
    first.current = step;
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <p ref={heading} tabIndex={-1} className="visually-hidden">
      {t(`cases:step.${step}`)}
    </p>
  );
}

interface StepProps {
  readonly detail: CaseDetail;
  readonly step: CaseStep;
  readonly sceneTitle: string;
  /** Null until it is known. */
  readonly scenario: Scenario | null;
}

function Step({ detail, step, sceneTitle, scenario }: StepProps) {
  const { record } = detail;
  const { id: caseId } = record;
  switch (step) {
    case 'notice':
      return scenario === null ? (
        <Loading />
      ) : (
        <NoticeOf detail={detail} sceneTitle={sceneTitle} scenario={scenario} />
      );
    case 'check':
      return <CheckStep record={record} platformId={scenario?.platformId ?? ''} />;
    case 'orders':
      return scenario === null ? <Loading /> : <OrdersStep record={record} scenario={scenario} />;
    case 'evidence':
      return <EvidenceStep caseId={caseId} />;
    case 'facts':
      return <FactsStep caseId={caseId} />;
    case 'statement':
      return <StatementStep caseId={caseId} />;
    case 'packet':
      return <PacketStep caseId={caseId} />;
    case 'submission':
      return <SubmissionStep record={record} />;
    case 'decision':
      return (
        <>
          <DecisionStep record={record} />
          <WaysOn key={caseId} record={record} openWhenNext />
        </>
      );
    case 'follow-through':
      return <FollowThroughStep caseId={caseId} />;
  }
}

interface NoticeOfProps {
  readonly detail: CaseDetail;
  readonly sceneTitle: string;
  readonly scenario: Scenario;
}

/** What began the matter: the platform's message, where it sent one, and what else happened. */
function NoticeOf({ detail, sceneTitle, scenario }: NoticeOfProps) {
  const { id: caseId, storeId } = detail.record;
  const { kind, begins } = scenario;
  const byNotice = scenario.notice === 'flagged-orders';
  const events = <CaseEvents caseId={caseId} storeId={storeId} />;
  return (
    <Fragment key={caseId}>
      {begins === 'platform' ? (
        <NoticeDesk caseId={caseId} storeId={storeId} sorts={byNotice}>
          {events}
        </NoticeDesk>
      ) : (
        events
      )}
      {byNotice ? null : (
        <NoticeStep detail={detail} sceneTitle={sceneTitle} isReport={kind === 'report'} begins={begins} />
      )}
    </Fragment>
  );
}
