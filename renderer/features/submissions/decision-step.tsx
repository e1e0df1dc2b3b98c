import { Radio, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { OUTCOMES, type Decision, type Outcome, type Submission } from '../../../shared/submissions/index.ts';
import type { CaseRecord } from '../../../shared/cases/index.ts';
import { isToCome } from '../../../shared/kernel/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  Entries,
  Entry,
  FieldError,
  Form,
  Loaded,
  Note,
  SaveButton,
  Section,
  Sheet,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { instantOf, localOf, useSeveralChances } from '../attempts/index.ts';
import { WhatEnds } from '../deadlines/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { CountdownFields, readCountdown } from '../notices/index.ts';
import { decisionWords, hasFollowThrough } from './decision-words.ts';

/** Outcomes that can be recorded although nothing was filed. */
const WITHOUT_FILING: readonly Outcome[] = ['not-filed', 'lapsed'];
/** What was filed cannot be decided not to be. */
const AFTER_FILING: readonly Outcome[] = OUTCOMES.filter((each) => each !== 'not-filed');

/** The decision (处理结果): one of seven outcomes, in the platform's words, with its reason, day and screenshot. */
export function DecisionStep({ record }: { readonly record: CaseRecord }) {
  const t = useText();
  const { id: caseId } = record;
  const submissions = useQuery(api.submissions.list.queryOptions({ input: { caseId } }));
  const decisions = useQuery(api.decisions.list.queryOptions({ input: { caseId } }));
  const effects = useQuery(api.followThrough.list.queryOptions({ input: { caseId } }));
  const recorded = decisions.data ?? [];
  const filed = (submissions.data ?? []).findLast(({ correctedAt }) => correctedAt === null);
  const open = record.stage !== 'decided' && record.stage !== 'closed';
  return (
    <>
      {recorded.length === 0 ? null : (
        <Section title={t('submissions:decision.earlier')}>
          <Entries label={t('submissions:decision.earlier')}>
            {recorded.map((decision) => (
              <DecisionRow
                key={decision.id}
                decision={decision}
                followed={filed !== undefined && decision.submissionId !== filed.id}
              />
            ))}
          </Entries>
          {open || !hasFollowThrough(recorded.at(-1)?.outcome, effects.data ?? []) ? null : (
            <p className="step-teach">
              <Link to={`/cases/${caseId}/follow-through`}>{t('followThrough:title')} ›</Link>
            </p>
          )}
        </Section>
      )}
      {open ? (
        <Section title={t('submissions:decision.title')}>
          <p className="step-teach">{t('submissions:decision.teach')}</p>
          <Loaded query={submissions}>
            {(list) => (
              <DecisionForm
                key={recorded.length}
                record={record}
                submission={list.filter((each) => each.correctedAt === null).at(-1) ?? null}
              />
            )}
          </Loaded>
        </Section>
      ) : null}
    </>
  );
}

interface DecisionRowProps {
  readonly decision: Decision;
  /** Something was filed since. */
  readonly followed: boolean;
}

function DecisionRow({ decision, followed }: DecisionRowProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { caseId, outcome } = decision;
  const several = useSeveralChances(caseId);
  // What the next filing ends is the time there is for it.
  const ended = useQuery(
    api.deadlines.whatEnds.queryOptions({
      input: { caseId, by: 'submitted' },
      enabled: several !== null && !followed,
    }),
  ).data?.ends.filter(({ owner, dueAt }) => owner === 'mine' && dueAt > now);
  const until =
    ended === undefined || ended.length === 0 ? null : Math.min(...ended.map(({ dueAt }) => dueAt));
  const words = decisionWords(
    { outcome, followed, several, until: until === null ? null : t.format.deadline(until, zone, now) },
    t,
  );
  return (
    <Entry
      lead={t(`submissions:outcome.${decision.outcome}`)}
      title={decision.reason === '' ? words : decision.reason}
      detail={[
        t.format.instant(decision.decidedAt, zone, now),
        ...(decision.reason === '' ? [] : [words]),
        ...(decision.pageWords === '' ? [] : [t('ui:quoted', { words: decision.pageWords })]),
      ].join(' · ')}
    />
  );
}

interface DecisionFormProps {
  readonly record: CaseRecord;
  readonly submission: Submission | null;
}

function DecisionForm({ record, submission }: DecisionFormProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { id: caseId } = record;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [at, setAt] = useState(() => localOf(now, zone));
  const [reason, setReason] = useState('');
  const [page, setPage] = useState<{ words: string; readAt: number | null }>({ words: '', readAt: null });
  const [itemId, setItemId] = useState<string | null>(null);
  const several = useSeveralChances(caseId);
  const scenario = useQuery(api.cases.scene.queryOptions({ input: { caseId } }));
  const save = useChange(client.decisions.record, {
    features: ['decisions', 'deadlines', 'follow-through', 'attempts', 'today'],
  });
  const words = new Map(
    (scenario.data?.scenario.resultWords ?? []).map((each) => [each.decision, each.words]),
  );
  const choices = submission === null ? WITHOUT_FILING : AFTER_FILING;
  const decidedAt = instantOf(at, zone);
  const wrongTime = isToCome(decidedAt, now)
    ? t('ui:fieldTimeToCome')
    : decidedAt !== null && submission !== null && decidedAt < submission.submittedAt
      ? t('submissions:decision.beforeFiling')
      : null;
  const needsReason = outcome === 'not-filed' && reason.trim() === '';
  return (
    <Sheet>
      <Form
        enter={{ id: 'record', label: t('submissions:decision.key'), keys: 'r' }}
        onSubmit={() => {
          if (outcome === null || decidedAt === null || wrongTime !== null || needsReason) return;
          const submissionId = WITHOUT_FILING.includes(outcome) ? null : (submission?.id ?? null);
          const counted = outcome === 'returned' ? readCountdown(page.words, page.readAt, zone) : {};
          save.mutate({ caseId, submissionId, outcome, decidedAt, reason, itemId, ...counted });
        }}
      >
        {submission === null ? <Note>{t('submissions:decision.notSubmitted')}</Note> : null}
        <Radio.Group
          label={t('submissions:decision.outcome')}
          description={
            scenario.data?.scenario.resultWords.length === 0
              ? t('submissions:platformWordsUnknown')
              : undefined
          }
          value={outcome ?? ''}
          onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? null)}
        >
          <div className="outcomes">
            {choices.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`submissions:outcome.${each}`)}
                description={
                  words.has(each)
                    ? t('submissions:platformWords', { words: (words.get(each) ?? []).join(' / ') })
                    : undefined
                }
              />
            ))}
          </div>
        </Radio.Group>
        {outcome === null ? null : (
          <Note>{decisionWords({ outcome, followed: false, several, until: null }, t)}</Note>
        )}
        {outcome === null ? null : <WhatEnds caseId={caseId} by={outcome} />}
        <Textarea
          label={t(
            outcome === 'not-filed' ? 'submissions:decision.reason.notFiled' : 'submissions:decision.reason',
          )}
          value={reason}
          maxLength={20_000}
          onChange={(event) => setReason(event.currentTarget.value)}
          required={outcome === 'not-filed'}
        />
        <TextInput
          type="datetime-local"
          label={t('submissions:decision.at')}
          value={at}
          required
          error={wrongTime === null ? undefined : <FieldError text={wrongTime} />}
          className="decision-at"
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        {outcome === 'returned' ? (
          <div>
            <CountdownFields
              words={page.words}
              readAt={page.readAt}
              onWords={(words) => setPage({ words, readAt: page.readAt ?? Date.now() })}
              onReadAt={(readAt) => setPage({ ...page, readAt })}
            />
            <p className="ad-hint">{t('submissions:decision.page.why')}</p>
          </div>
        ) : null}
        {outcome === 'not-filed' ? null : (
          <ExhibitField
            caseId={caseId}
            label={t('submissions:decision.item')}
            itemId={itemId}
            onChange={setItemId}
          />
        )}
        <div className="form-acts">
          <SaveButton
            disabled={outcome === null || decidedAt === null || wrongTime !== null || needsReason}
            loading={save.isPending}
          >
            {t('submissions:decision.save')}
          </SaveButton>
          {needsReason ? <span className="ad-hint">{t('submissions:decision.reason.needed')}</span> : null}
        </div>
      </Form>
    </Sheet>
  );
}
