import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { AnswerValue, CaseAnswer, CaseRecord, CaseStage } from '../../../shared/cases/index.ts';
import type { FactDefinition, Verdict, WhyNot } from '../../../shared/rulebook/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  RuleLinks,
  ActButton,
  Entries,
  Entry,
  Loaded,
  RowButton,
  RuleQuote,
  Section,
  Sheet,
  StatusWord,
  useText,
} from '../../ui/index.ts';
import { WaysOn } from '../contacts/index.ts';
import {
  CitedValue,
  ProofTree,
  QuestionCard,
  ToldFact,
  useRuleNote,
  WhyChanges,
  WORD_KIND,
} from '../rulebook/index.ts';
import { CaseFreshness } from './freshness.tsx';
import { knownAnswers, questionsInPlace } from './questions-in-place.ts';
import { ReadingChoices } from './reading-choices.tsx';

/** The pre-submission check (提交前评估): the word, the next act, the questions, the rules, what would change it. */
export function CheckStep({
  record,
  platformId,
}: {
  readonly record: CaseRecord;
  /** Empty until its scene is known. */
  readonly platformId: string;
}) {
  const { id: caseId } = record;
  const verdict = useQuery(api.cases.verdict.queryOptions({ input: { caseId } }));
  const answers = useQuery(api.cases.answers.queryOptions({ input: { caseId } }));
  const questions = useQuery(api.cases.questions.queryOptions({ input: { caseId } }));
  return (
    <Loaded query={verdict}>
      {(loaded) => (
        <>
          <VerdictLine record={record} verdict={loaded} />
          <WaysOn key={caseId} record={record} openWhenNext={loaded.nextAct.key === 'chance-gone'} />
          <Questions
            caseId={caseId}
            verdict={loaded}
            answers={answers.data ?? []}
            questions={questions.data ?? []}
          />
          <Against verdict={loaded} questions={questions.data ?? []} />
          <Dimension verdict={loaded} />
          <CaseFreshness caseId={record.id} />
          <Rules verdict={loaded} />
          <ReadingChoices caseId={caseId} platformId={platformId} verdict={loaded} />
        </>
      )}
    </Loaded>
  );
}

/** What the platform has was judged before it was filed: nothing is left to do about it here. */
const PAST: Partial<Record<CaseStage, 'submitted' | 'decided'>> = {
  submitted: 'submitted',
  decided: 'decided',
};

function VerdictLine({ record, verdict }: { readonly record: CaseRecord; readonly verdict: Verdict }) {
  const t = useText();
  const { word, nextAct } = verdict;
  const past = PAST[record.stage];
  return (
    <Section title={t('cases:check.title')} hint={t('cases:check.promise')}>
      <Sheet>
        <div className="verdict" role="status">
          <span className="verdict-word">
            <StatusWord kind={WORD_KIND[word]}>{t(`cases:check.word.${word}`)}</StatusWord>
          </span>
          <span className="verdict-next">
            {past === undefined
              ? t(`cases:check.then.${nextAct.key}`, { act: t.pick(nextAct.text) })
              : t(`cases:check.past.${past}`)}
            {nextAct.key === 'chance-gone' ? (
              <>
                {' '}
                <RuleLinks
                  ruleIds={verdict.why.find(({ checkId }) => checkId === nextAct.checkId)?.ruleIds ?? []}
                />
              </>
            ) : null}
          </span>
          <a href="#check-rules" className="verdict-rules">
            {t('cases:check.basedOn', { count: verdict.rules.length })} ›
          </a>
        </div>
        {nextAct.key === 'do-not-file' && past === undefined ? (
          <div className="form-acts verdict-acts">
            <ActButton
              act="not-file"
              keys="x"
              to={`/cases/${record.id}/decision`}
              variant="default"
              size="compact-md"
            >
              {t('cases:check.notFile')}
            </ActButton>
          </div>
        ) : null}
      </Sheet>
      <ProofTree verdict={verdict} />
    </Section>
  );
}

interface QuestionsProps {
  readonly caseId: string;
  readonly verdict: Verdict;
  readonly answers: readonly CaseAnswer[];
  readonly questions: readonly FactDefinition[];
}

function Questions({ caseId, verdict, answers, questions }: QuestionsProps) {
  const t = useText();
  const answer = useChange(client.cases.answer, { features: ['cases'] });
  const given = knownAnswers(answers);
  const known = new Map(answers.map((each) => [each.factId, each]));
  const asking = verdict.questions
    .filter((question) => !given.has(question.id))
    .map((question) => question.id);
  const [kept, setKept] = useState<readonly string[]>([]);
  const asked = [...kept, ...asking.filter((id) => !kept.includes(id))];
  if (asked.length !== kept.length) setKept(asked);
  const { open, further, answered, isAsking } = questionsInPlace(asked, verdict, answers, questions);
  const save =
    (factId: string) =>
    (value: AnswerValue): void =>
      answer.mutate({ caseId, factId, value });
  const busyWith = answer.isPending ? answer.variables.factId : null;
  return (
    <>
      <Section title={t('cases:check.questions')}>
        {open.length === 0 ? null : (
          <Sheet flush>
            {open.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                value={valueOf(given.get(question.id))}
                known={known.get(question.id)}
                busy={busyWith === question.id}
                onAnswer={save(question.id)}
              />
            ))}
          </Sheet>
        )}
        {isAsking ? null : (
          <p className="step-acts">
            <StatusWord kind="ok">{t('cases:check.questions.none')}</StatusWord>
          </p>
        )}
      </Section>
      {further.length === 0 ? null : (
        <details className="further-questions">
          <summary>{t('cases:check.further', { count: further.length })}</summary>
          <Sheet flush>
            {further.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                value={null}
                busy={busyWith === question.id}
                onAnswer={save(question.id)}
              />
            ))}
          </Sheet>
        </details>
      )}
      {answered.length === 0 ? null : (
        <Section title={t('cases:check.answered')}>
          <Sheet flush>
            {answered.map((question) => {
              const found = given.get(question.id);
              return found?.source === 'derived' ? (
                <ToldFact key={question.id} question={question} known={found}>
                  {found.ground?.kind === 'clock' && found.ground.state === 'runs' ? (
                    <p className="step-acts">
                      <RowButton
                        act="page-closed"
                        keys="z"
                        of={t.pick(question.question)}
                        onClick={() => save(question.id)(false)}
                      >
                        {t('cases:check.clock.isClosed')}
                      </RowButton>
                    </p>
                  ) : null}
                </ToldFact>
              ) : (
                <QuestionCard
                  key={question.id}
                  question={question}
                  value={valueOf(found)}
                  known={found}
                  busy={busyWith === question.id}
                  onAnswer={save(question.id)}
                />
              );
            })}
          </Sheet>
        </Section>
      )}
    </>
  );
}

/** What was typed: an answer that grew stays in its field as it was. */
function valueOf(answer: CaseAnswer | undefined): AnswerValue {
  if (answer?.source !== 'asked') return null;
  return answer.given ?? answer.value;
}

function Against({
  verdict,
  questions,
}: {
  readonly verdict: Verdict;
  readonly questions: readonly FactDefinition[];
}) {
  const t = useText();
  const failed = verdict.why.filter((why) => why.outcome === 'failed');
  const open = verdict.why.filter((why) => why.outcome === 'open');
  return (
    <>
      {failed.length === 0 ? null : (
        <Section title={t('cases:check.against')}>
          <Entries label={t('cases:check.against')}>
            {failed.map((why) => (
              <WhyEntry key={why.checkId} why={why} questions={questions} />
            ))}
          </Entries>
        </Section>
      )}
      {open.length === 0 ? null : (
        <Section title={t('cases:check.open')}>
          <Entries label={t('cases:check.open')}>
            {open.map((why) => (
              <WhyEntry key={why.checkId} why={why} questions={questions} />
            ))}
          </Entries>
        </Section>
      )}
      {verdict.advice.length === 0 ? null : (
        <Section title={t('cases:check.advice')}>
          <Entries label={t('cases:check.advice')}>
            {verdict.advice.map((advice) => (
              <Entry
                key={advice.id}
                title={t.pick(advice.says)}
                detail={<RuleLinks ruleIds={advice.rules} />}
              />
            ))}
          </Entries>
        </Section>
      )}
    </>
  );
}

function WhyEntry({
  why,
  questions,
}: {
  readonly why: WhyNot;
  readonly questions: readonly FactDefinition[];
}) {
  const t = useText();
  const [says, remedy] = [t.pick(why.says), t.pick(why.remedy)];
  // While nobody knows, what it says is no fact yet.
  const isOpen = why.outcome === 'open';
  return (
    <Entry
      title={isOpen ? t('cases:check.proof.openText', { says }) : says}
      detail={
        <>
          <div>{isOpen ? t('cases:check.open.remedy', { remedy }) : remedy}</div>
          <WhyChanges changes={why.changedBy} questions={questions} />
          <span className="ad-hint">
            <RuleLinks ruleIds={why.ruleIds} />
          </span>
        </>
      }
    />
  );
}

function Dimension({ verdict: { dimension } }: { readonly verdict: Verdict }) {
  const t = useText();
  if (dimension === null) return null;
  return (
    <Section title={t('cases:check.dimension')}>
      <dl className="ad-facts">
        <dt>{t('cases:check.dimension.needed')}</dt>
        <dd>{t(`cases:dimension.${dimension.needed}`)}</dd>
        {dimension.told ? (
          <>
            <dt>{t('cases:check.dimension.proven')}</dt>
            <dd>
              {dimension.proven === null
                ? t('cases:check.dimension.none')
                : t(`cases:dimension.${dimension.proven}`)}
            </dd>
          </>
        ) : null}
      </dl>
    </Section>
  );
}

function Rules({ verdict }: { readonly verdict: Verdict }) {
  const t = useText();
  const noteOf = useRuleNote();
  return (
    <div id="check-rules">
      <Section title={t('cases:check.rules')}>
        {verdict.rules.map((rule) => (
          <Fragment key={rule.ruleId}>
            <RuleQuote
              rule={rule}
              note={noteOf(rule, [
                t(`cases:check.effect.${rule.effect}`),
                ...(rule.effect === 'definition' ? [] : [t(`cases:check.outcome.${rule.outcome}`)]),
              ])}
            />
            <CitedValue rule={rule} />
          </Fragment>
        ))}
      </Section>
    </div>
  );
}
