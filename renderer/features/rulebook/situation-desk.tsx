import { NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  Assessment,
  CaseEvent,
  CasePins,
  FactValue,
  Scenario,
  Verdict,
} from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import {
  Loaded,
  Note,
  NumberField,
  RuleLinks,
  Section,
  Sheet,
  StatusWord,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { dayOf, instantOf } from '../attempts/index.ts';
import { ToldFact } from './fact-ground.tsx';
import { PenaltyTiers } from './penalty-tiers.tsx';
import { ProofTree } from './proof-tree.tsx';
import { QuestionCard } from './question-card.tsx';
import { RouteList } from './route-list.tsx';
import { WhyChanges } from './why-changes.tsx';
import { WORD_KIND } from './word-kind.ts';

interface SituationDeskProps {
  readonly scenario: Scenario;
  /** The events that start a clock of the scene. */
  readonly events: readonly CaseEvent[];
  /** Whether a rule of the scene goes by the how-manieth offence it is. */
  readonly countsOffences: boolean;
}

type Fulfilment = NonNullable<CasePins['fulfilment']>;

/** The check of a scene without a case: answers, a day, an event; and what the rules say of it. Nothing is kept. */
export function SituationDesk({ scenario, events, countsOffences }: SituationDeskProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [answers, setAnswers] = useState<Readonly<Record<string, FactValue>>>({});
  const [filing, setFiling] = useState(() => dayOf(now, zone));
  const [conduct, setConduct] = useState('');
  const [notice, setNotice] = useState('');
  const [fulfilment, setFulfilment] = useState<Fulfilment | ''>('');
  const [occurrence, setOccurrence] = useState<number | null>(null);
  const [event, setEvent] = useState<CaseEvent | ''>('');
  const [at, setAt] = useState('');
  const [region, setRegion] = useState('');
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data;
  const platform = platforms?.find((each) => each.platform.id === scenario.platformId)?.platform;
  const regions = platform?.regions ?? [];
  const instant = instantOf(at, zone);
  const query = useQuery(
    api.rulebook.assess.queryOptions({
      input: {
        scenarioId: scenario.id,
        answers,
        ...(filing === '' ? {} : { filing }),
        ...(conduct === '' ? {} : { conduct }),
        ...(notice === '' ? {} : { notice }),
        ...(region === '' ? {} : { region }),
        ...(fulfilment === '' ? {} : { fulfilment }),
        occurrence,
        events: event === '' || instant === null ? [] : [{ event, at: instant }],
      },
      placeholderData: keepPreviousData,
    }),
  );
  const answer = (factId: string, value: FactValue | null): void => {
    const { [factId]: _before, ...others } = answers;
    setAnswers(value === null ? others : { ...others, [factId]: value });
  };
  return (
    <Section title={t('rulebook:try')} hint={t('rulebook:tryHint')}>
      <div className="ad-stack">
        <Sheet>
          <div className="situation">
            <TextInput
              type="date"
              label={t('rulebook:tryConduct')}
              value={conduct}
              onChange={({ currentTarget }) => setConduct(currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('rulebook:tryNotice')}
              value={notice}
              onChange={({ currentTarget }) => setNotice(currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('rulebook:tryOn')}
              value={filing}
              onChange={({ currentTarget }) => setFiling(currentTarget.value)}
            />
            {regions.length === 0 ? null : (
              <NativeSelect
                label={t('rulebook:tryRegion')}
                value={region}
                onChange={({ currentTarget }) => setRegion(currentTarget.value)}
                data={[
                  { value: '', label: t('rulebook:tryAnyRegion') },
                  ...regions.map(({ id, name }) => ({ value: id, label: t.pick(name) })),
                ]}
              />
            )}
            {platform?.byFulfilment === true ? (
              <NativeSelect
                label={t('rulebook:tryFulfilment')}
                value={fulfilment}
                onChange={({ currentTarget }) => setFulfilment(currentTarget.value as Fulfilment | '')}
                data={[
                  { value: '', label: t('rulebook:tryAnyFulfilment') },
                  { value: 'seller', label: t('rulebook:tryFulfilment-seller') },
                  { value: 'platform', label: t('rulebook:tryFulfilment-platform') },
                ]}
              />
            ) : null}
            {countsOffences ? (
              <NumberField
                label={t('rulebook:tryOccurrence')}
                min={1}
                max={99}
                value={occurrence}
                onChange={(typed) => setOccurrence(typed ?? null)}
              />
            ) : null}
            {events.length === 0 ? null : (
              <NativeSelect
                label={t('rulebook:tryEvent')}
                value={event}
                onChange={({ currentTarget }) => setEvent(currentTarget.value as CaseEvent | '')}
                data={[
                  { value: '', label: t('rulebook:tryNoEvent') },
                  ...events.map((each) => ({ value: each, label: t(`rulebook:event-${each}`) })),
                ]}
              />
            )}
            {event === '' ? null : (
              <TextInput
                type="datetime-local"
                label={t('rulebook:tryAt')}
                value={at}
                onChange={({ currentTarget }) => setAt(currentTarget.value)}
              />
            )}
          </div>
          <p className="ad-hint">{t('rulebook:tryDates')}</p>
        </Sheet>
        <Loaded query={query}>
          {({ verdict, listed, known, chance, clocks, penalties, routes }) => (
            <div className="ad-stack">
              {listed ? null : <Note kind="warn">{t('rulebook:tryNotListed')}</Note>}
              <Sheet>
                <div className="situation-answer" role="status">
                  <StatusWord kind={WORD_KIND[verdict.word]}>
                    {t(`cases:check.word.${verdict.word}`)}
                  </StatusWord>
                  <span>{t('cases:check.next', { act: t.pick(verdict.nextAct.text) })}</span>
                </div>
                {failed(verdict).length === 0 ? null : (
                  <ul className="ad-requirements">
                    {failed(verdict).map((why) => (
                      <li key={why.checkId}>
                        {t.pick(why.says)} {t.pick(why.remedy)} <RuleLinks ruleIds={why.ruleIds} />
                        <WhyChanges changes={why.changedBy} questions={scenario.facts} />
                      </li>
                    ))}
                  </ul>
                )}
                <Chance guard={chance} scenario={scenario} />
                <ProofTree verdict={verdict} />
              </Sheet>
              {occurrence === null || penalties.length === 0 ? null : (
                <Sheet>
                  <b>{t('rulebook:penalties')}</b>{' '}
                  <span className="ad-hint">{t('rulebook:penaltiesHint')}</span>
                  {penalties.map(({ rule, tiers, fitting }) => (
                    <div key={rule.ruleId}>
                      <RuleLinks ruleIds={[rule.ruleId]} /> {t.pick(rule.title)}
                      <PenaltyTiers tiers={tiers.filter(({ id }) => fitting.includes(id))} />
                    </div>
                  ))}
                </Sheet>
              )}
              {clocks.length === 0 ? null : (
                <Sheet>
                  <b>{t('rulebook:tryClocks')}</b>
                  <ul className="ad-requirements">
                    {clocks.map(({ spec, computed }) => (
                      <li key={spec.id}>
                        {t.pick(spec.title)}{' '}
                        {computed.dueAt !== null
                          ? t('rulebook:tryDue', {
                              when: t.format.deadline(computed.dueAt, computed.zone, now),
                            })
                          : computed.lookAt !== null && computed.chaseAfter !== null
                            ? t('rulebook:tryLook', {
                                look: t.format.deadline(computed.lookAt, computed.zone, now),
                                chase: t.format.deadline(computed.chaseAfter, computed.zone, now),
                              })
                            : t('rulebook:unitNone')}
                        {computed.certainty === 'estimate' || computed.certainty === 'library'
                          ? ` · ${t(`ui:certainty-${computed.certainty}`)}`
                          : ''}{' '}
                        <span className="ad-hint">{t.find(`ui:zone-${computed.zone}`) ?? computed.zone}</span>{' '}
                        <RuleLinks ruleIds={[...new Set(spec.readings.map(({ ruleId }) => ruleId))]} />
                      </li>
                    ))}
                  </ul>
                </Sheet>
              )}
              <Questions {...{ scenario, verdict, known, answers }} onAnswer={answer} />
              {verdict.advice.length === 0 ? null : (
                <Sheet>
                  <b>{t('cases:check.advice')}</b>
                  <ul className="ad-requirements">
                    {verdict.advice.map((advice) => (
                      <li key={advice.id}>
                        {t.pick(advice.says)} <RuleLinks ruleIds={advice.rules} />
                      </li>
                    ))}
                  </ul>
                </Sheet>
              )}
              {routes.length === 0 ? null : (
                <Sheet>
                  <b>{t('rulebook:routes')}</b>
                  <RouteList routes={routes} />
                </Sheet>
              )}
            </div>
          )}
        </Loaded>
      </div>
    </Section>
  );
}

interface QuestionsProps {
  readonly scenario: Pick<Scenario, 'facts'>;
  readonly verdict: Pick<Verdict, 'questions'>;
  readonly known: Assessment['known'];
  readonly answers: Readonly<Record<string, FactValue>>;
  readonly onAnswer: (factId: string, value: FactValue | null) => void;
}

/** The questions as a case has them: those that change no answer stand folded away. One stays where it was first asked. */
function Questions({ scenario, verdict, known, answers, onAnswer }: QuestionsProps) {
  const t = useText();
  const asking = verdict.questions.map(({ id }) => id);
  const [kept, setKept] = useState<readonly string[]>(asking);
  const asked = [...kept, ...asking.filter((id) => !kept.includes(id))];
  if (asked.length !== kept.length) setKept(asked);
  const toldOf = (factId: string) => known.find((each) => each.factId === factId);
  const isFurther = ({ id }: Scenario['facts'][number]): boolean =>
    !asked.includes(id) && toldOf(id)?.source !== 'derived';
  const card = (question: Scenario['facts'][number]) => {
    const told = toldOf(question.id);
    return told?.source === 'derived' ? (
      <ToldFact key={question.id} question={question} known={told} />
    ) : (
      <QuestionCard
        key={question.id}
        question={question}
        value={answers[question.id] ?? null}
        busy={false}
        known={told}
        onAnswer={(value) => onAnswer(question.id, value)}
      />
    );
  };
  const further = scenario.facts.filter(isFurther);
  return (
    <>
      <Sheet flush>{scenario.facts.filter((question) => !isFurther(question)).map(card)}</Sheet>
      {further.length === 0 ? null : (
        <details className="further-questions">
          <summary>{t('cases:check.further', { count: further.length })}</summary>
          <Sheet flush>{further.map(card)}</Sheet>
        </details>
      )}
    </>
  );
}

/** What already stands against filing; what is only not known yet is asked, not held against anybody. */
function failed(verdict: Verdict): Verdict['why'] {
  return verdict.why.filter((why) => why.outcome === 'failed');
}

interface ChanceProps {
  readonly guard: Assessment['chance'];
  readonly scenario: Pick<Scenario, 'chancePer' | 'chanceInScene' | 'chanceRules'>;
}

/** How many times it can be filed, where nothing was before, and how far the word above takes that into account. */
function Chance({ guard: { allowed, left, because }, scenario }: ChanceProps) {
  const t = useText();
  const { chancePer: per, chanceInScene } = scenario;
  const words = per === 'matter' ? 'tryChanceMatter' : chanceInScene ? 'tryChanceScene' : 'tryChanceOrder';
  return (
    <>
      <p className="ad-hint">
        <span>
          {allowed === 'refused'
            ? t('rulebook:attemptsNone')
            : left === null || per === null
              ? t('attempts:uncounted.note')
              : t(`rulebook:${words}`, { count: left })}
        </span>{' '}
        <RuleLinks ruleIds={because === null ? scenario.chanceRules : [because.ruleId]} />
      </p>
      {allowed === 'refused' ? null : (
        <p className="ad-hint">
          {t(left === null || per === null ? 'rulebook:tryChanceAside' : 'rulebook:tryChanceUnused')}
        </p>
      )}
    </>
  );
}
