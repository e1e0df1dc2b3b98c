import { useQuery } from '@tanstack/react-query';
import type { CaseRecord } from '../../../shared/cases/index.ts';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { LEAVES_MORE } from '../../../shared/submissions/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import {
  DueText,
  EmptyState,
  Entries,
  EntryPath,
  Loaded,
  Note,
  RuleLinks,
  Section,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { useSeveralChances } from '../attempts/index.ts';
import { useRuleNote } from '../rulebook/index.ts';
import { ClockReadings } from './clock-readings.tsx';
import { filedWords } from './filed-words.ts';
import { SpendForm } from './spend-form.tsx';
import { SubmissionRow } from './submission-row.tsx';

/** Submission (提交): where to file, spending the chance, what was recorded, and the clocks it started. */
export function SubmissionStep({ record }: { readonly record: CaseRecord }) {
  const t = useText();
  const { id: caseId } = record;
  const scenario = useQuery(api.cases.scene.queryOptions({ input: { caseId } }));
  const packets = useQuery(api.packets.list.queryOptions({ input: { caseId } }));
  const orders = useQuery(api.cases.orders.queryOptions({ input: { caseId } }));
  const submissions = useQuery(api.submissions.list.queryOptions({ input: { caseId } }));
  const decisions = useQuery(api.decisions.list.queryOptions({ input: { caseId } }));
  const clocks = useQuery(
    api.deadlines.list.queryOptions({ input: { caseId }, select: ({ items }) => items }),
  );
  const recorded = submissions.data ?? [];
  const ofMatter = scenario.data?.scenario.chancePer === 'matter';
  const contested = (orders.data ?? []).filter(
    (order) => scenario.data?.scenario.notice === 'none' || order.class === 'documented-genuine',
  ).length;
  const running = clocks.data ?? [];
  const mine = running.filter((clock) => clock.owner === 'mine');
  const others = running.filter((clock) => clock.owner !== 'mine');
  const standing = recorded.filter((submission) => submission.correctedAt === null);
  const answered = (submissionId: string | undefined) =>
    (decisions.data ?? []).some((decision) => decision.submissionId === submissionId);
  const several = useSeveralChances(caseId);
  const answer = (decisions.data ?? []).findLast(({ submissionId }) => submissionId === standing.at(-1)?.id);
  // Where the rule gives several chances, a no is followed by the next filing of the same case.
  const hasNext =
    record.stage === 'decided' &&
    several !== null &&
    several.left > 0 &&
    LEAVES_MORE.has(answer?.outcome ?? '');
  const words = filedWords({ submissions: recorded, decisions: decisions.data ?? [], ofMatter, several }, t);
  const mayFile = standing.length === 0 || record.stage === 'returned' || hasNext;
  return (
    <>
      {mayFile ? (
        <Section title={t('submissions:title')}>
          <p className="step-teach">{t('submissions:teach')}</p>
          <Entry caseId={caseId} scenario={scenario.data?.scenario} />
          {record.stage === 'returned' ? <Returned caseId={caseId} clocks={mine} /> : null}
          {hasNext ? <Note>{t('submissions:next.says')}</Note> : null}
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
                  key={`${list.length} ${standing.length}`}
                  caseId={caseId}
                  packets={list}
                  contested={ofMatter ? contested : null}
                  needsOrders={scenario.data?.scenario.needsOrders ?? true}
                  uncounted={scenario.data?.scenario.chancePer === null}
                  returned={record.stage === 'returned'}
                  several={several}
                  filed={standing}
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
              <SubmissionRow
                key={submission.id}
                submission={submission}
                words={words.get(submission.id)}
                settled={submission.id !== standing.at(-1)?.id || answered(submission.id)}
              />
            ))}
          </Entries>
        </Section>
      )}
      <Clocks title={t('submissions:clocks.mine')} clocks={mine} />
      <Clocks title={t('submissions:clocks')} clocks={others} />
    </>
  );
}

interface ClocksProps {
  readonly title: string;
  readonly clocks: readonly ClockRecord[];
}

function Clocks({ title, clocks }: ClocksProps) {
  const t = useText();
  if (clocks.length === 0) return null;
  return (
    <Section title={title} hint={t('submissions:clocks.teach')}>
      {clocks.map((clock) => (
        <ClockReadings key={clock.id} clock={clock} />
      ))}
    </Section>
  );
}

/** Returned, or asked for more: the same chance, and by when, as the running clock has it. */
function Returned({ caseId, clocks }: { readonly caseId: string; readonly clocks: readonly ClockRecord[] }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [clock] = clocks;
  return (
    <Note>
      {t('submissions:says.returned')}{' '}
      {clock === undefined ? null : (
        <>
          {t('submissions:returned.by', { when: t.format.deadline(clock.dueAt, zone, now) })}{' '}
          <DueText at={clock.dueAt} now={now} />
        </>
      )}
      <SentAgain caseId={caseId} />
    </Note>
  );
}

/** How often it may be sent again and was, by the rule that says so. */
function SentAgain({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const { data } = useQuery(api.submissions.afterReturn.queryOptions({ input: { caseId } }));
  if (data == null) return null;
  const { as, used, max, rule } = data;
  return (
    <p className="sent-again">
      {as === 'resubmission'
        ? t('submissions:again.resubmission')
        : max === null
          ? t('submissions:again.unknown')
          : max === 0
            ? t('submissions:again.supplementNone')
            : t('submissions:again.supplement', { count: max, used })}{' '}
      {max !== null && max > 0 && used >= max ? <b>{t('submissions:again.usedUp')}</b> : null}{' '}
      <RuleLinks ruleIds={[rule.ruleId]} />
    </p>
  );
}

interface EntryProps {
  readonly caseId: string;
  readonly scenario: Scenario | undefined;
}

/** Where the form is on the case's day of filing, and which of its days chose that. */
function Entry({ caseId, scenario }: EntryProps) {
  const t = useText();
  const noteOf = useRuleNote();
  const entry = scenario?.entry ?? null;
  const ruleIds = entry?.ruleIds ?? [];
  const [cited] =
    useQuery(
      api.cases.citations.queryOptions({ input: { caseId, ruleIds: [...ruleIds] }, enabled: entry !== null }),
    ).data ?? [];
  if (scenario === undefined) return null;
  return (
    <p className="filing-path">
      <b>{t('submissions:path')}</b> <EntryPath entry={entry} />
      {cited === undefined ? null : <span className="ad-hint">{` · ${noteOf(cited)}`}</span>}
    </p>
  );
}
