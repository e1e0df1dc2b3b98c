import { useQuery } from '@tanstack/react-query';
import type { CaseRecord } from '../../../shared/cases/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { EmptyState, Entries, Loaded, Note, Section, useText } from '../../ui/index.ts';
import { ClockReadings } from './clock-readings.tsx';
import { SpendForm } from './spend-form.tsx';
import { SubmissionRow } from './submission-row.tsx';

/** Submission (提交): where to file, spending the chance, what was recorded, and the clocks it started. */
export function SubmissionStep({ record }: { readonly record: CaseRecord }) {
  const t = useText();
  const { id: caseId, scenarioId } = record;
  const scenario = useQuery(api.rulebook.scenario.queryOptions({ input: { scenarioId } }));
  const packets = useQuery(api.packets.list.queryOptions({ input: { caseId } }));
  const orders = useQuery(api.cases.orders.queryOptions({ input: { caseId } }));
  const submissions = useQuery(api.submissions.list.queryOptions({ input: { caseId } }));
  const clocks = useQuery(api.deadlines.list.queryOptions({ input: { caseId } }));
  const recorded = submissions.data ?? [];
  const standing = recorded.some((submission) => submission.correctedAt === null);
  const mayFile = !standing || record.stage === 'returned';
  return (
    <>
      {mayFile ? (
        <Section title={t('submissions:title')}>
          <p className="step-teach">{t('submissions:teach')}</p>
          <Entry scenario={scenario.data?.scenario} />
          {record.stage === 'returned' ? <Note>{t('submissions:says.returned')}</Note> : null}
          <Loaded query={packets}>
            {(list) =>
              list.length === 0 ? (
                <EmptyState
                  title={t('submissions:needsPacket.title')}
                  action={{ label: t('submissions:needsPacket.act'), to: `/cases/${caseId}/packet` }}
                >
                  {t('submissions:needsPacket.text')}
                </EmptyState>
              ) : (
                <SpendForm
                  key={list.length}
                  caseId={caseId}
                  packets={list}
                  orderNumbers={(orders.data ?? []).map((order) => order.orderNumber)}
                  sceneTitle={scenario.data === undefined ? '' : t.pick(scenario.data.scenario.title)}
                />
              )
            }
          </Loaded>
        </Section>
      ) : null}
      {recorded.length === 0 ? null : (
        <Section title={t('submissions:earlier')}>
          <Entries label={t('submissions:earlier')}>
            {recorded.map((submission) => (
              <SubmissionRow key={submission.id} submission={submission} />
            ))}
          </Entries>
        </Section>
      )}
      {(clocks.data ?? []).length === 0 ? null : (
        <Section title={t('submissions:clocks')} hint={t('submissions:clocks.teach')}>
          {(clocks.data ?? []).map((clock) => (
            <ClockReadings key={clock.id} clock={clock} />
          ))}
        </Section>
      )}
    </>
  );
}

function Entry({ scenario }: { readonly scenario: Scenario | undefined }) {
  const t = useText();
  const entry = scenario?.entry ?? null;
  if (entry === null) return null;
  return (
    <p className="filing-path">
      <b>{t('submissions:path')}</b> {entry.path.join(' › ')}
      {entry.button === null ? '' : ` › ${entry.button}`}
      {entry.date === null ? null : (
        <span className="ad-hint"> {t('submissions:path.date', { date: entry.date })}</span>
      )}
    </p>
  );
}
