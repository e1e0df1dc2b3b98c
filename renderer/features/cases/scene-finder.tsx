import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerValue } from '../../../shared/cases/index.ts';
import type {
  Bilingual,
  RankedScene,
  Scenario,
  SceneRanking,
  Verdict,
} from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import {
  ActButton,
  Entries,
  Entry,
  Loaded,
  Note,
  RuleLinks,
  Sheet,
  StatusWord,
  useText,
} from '../../ui/index.ts';
import { QuestionCard, WORD_KIND } from '../rulebook/index.ts';

/** No more than these at a time: whoever is unsure is not to be handed a form. */
const AT_A_TIME = 5;

/** Answers given while the scene was being chosen, by question. */
export type SceneAnswers = Readonly<Record<string, NonNullable<AnswerValue>>>;

/** What is known while a scene is being chosen, and what is done with an answer. */
export interface SceneFinding {
  readonly answers: SceneAnswers;
  readonly onAnswers: (answers: SceneAnswers) => void;
  /** How many orders were picked so far. */
  readonly orderCount: number;
  readonly noticeDate?: string | null;
}

interface SceneFinderProps extends SceneFinding {
  /** The scenes of one case type. */
  readonly scenes: readonly Scenario[];
  /** The case type's, where there is help to choose in others too. */
  readonly title: Bilingual | null;
  readonly onChoose: (scenarioId: string) => void;
}

/** Behind one quiet line: a few questions, and the scenes by the strength of their proof. */
export function SceneFinder(props: SceneFinderProps) {
  const t = useText();
  const [open, setOpen] = useState(Object.keys(props.answers).length > 0);
  return (
    <details
      className="scene-finder"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {props.title === null
          ? t('cases:find.unsure')
          : t('cases:find.unsureIn', { group: t.pick(props.title) })}
      </summary>
      {open ? <Finder {...props} /> : null}
    </details>
  );
}

function Finder({ scenes, answers, orderCount, noticeDate, onAnswers, onChoose }: SceneFinderProps) {
  const query = useQuery({
    ...api.rulebook.rankScenes.queryOptions({
      input: {
        scenarioIds: scenes.map(({ id }) => id),
        answers: { ...answers },
        orderCount: orderCount === 0 ? null : orderCount,
        ...(noticeDate == null ? {} : { notice: noticeDate }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query}>
      {(ranking) => (
        <>
          <FinderQuestions
            scenes={scenes}
            questions={ranking.questions}
            answers={answers}
            onAnswers={onAnswers}
          />
          {Object.keys(answers).length === 0 ? null : (
            <Ranking scenes={scenes} ranking={ranking} onChoose={onChoose} />
          )}
        </>
      )}
    </Loaded>
  );
}

interface FinderQuestionsProps {
  readonly scenes: readonly Scenario[];
  readonly questions: SceneRanking['questions'];
  readonly answers: SceneAnswers;
  readonly onAnswers: (answers: SceneAnswers) => void;
}

function FinderQuestions({ scenes, questions, answers, onAnswers }: FinderQuestionsProps) {
  const t = useText();
  const asking = questions.map(({ id }) => id);
  // A question stays where it was asked after it is answered: arrow keys answer, and must not move the ground.
  const [kept, setKept] = useState<readonly string[]>(() => asking.slice(0, AT_A_TIME));
  const definitions = new Map(
    [...scenes.flatMap(({ facts }) => facts), ...questions].map((question) => [question.id, question]),
  );
  const shown = kept.flatMap((id) => definitions.get(id) ?? []);
  const answered = Object.keys(answers).flatMap((id) =>
    kept.includes(id) ? [] : (definitions.get(id) ?? []),
  );
  const further = asking.filter((id) => !kept.includes(id));
  const answer = (factId: string, value: AnswerValue): void => {
    const { [factId]: _before, ...others } = answers;
    onAnswers(value === null ? others : { ...others, [factId]: value });
  };
  const card = (question: (typeof shown)[number]) => (
    <QuestionCard
      key={question.id}
      question={question}
      value={answers[question.id] ?? null}
      busy={false}
      // The screen's own is to open the case.
      saveKeys="alt+enter"
      onAnswer={(value) => answer(question.id, value)}
    />
  );
  const settled = kept.every((id) => answers[id] !== undefined || !asking.includes(id));
  return (
    <>
      {shown.length === 0 ? null : <Sheet flush>{shown.map(card)}</Sheet>}
      {further.length === 0 || !settled ? null : (
        <div className="step-acts">
          <ActButton
            act="ask-further"
            keys="v"
            variant="default"
            onClick={() => setKept(further.slice(0, AT_A_TIME))}
          >
            {t('cases:find.further', { count: Math.min(AT_A_TIME, further.length) })}
          </ActButton>
        </div>
      )}
      {answered.length === 0 ? null : (
        <details className="further-questions">
          <summary>{t('cases:check.answered')}</summary>
          <Sheet flush>{answered.map(card)}</Sheet>
        </details>
      )}
    </>
  );
}

interface RankingProps {
  readonly scenes: readonly Scenario[];
  readonly ranking: SceneRanking;
  readonly onChoose: (scenarioId: string) => void;
}

/** The scenes, the strongest first with the act to choose it; beside it what the same order in a second one risks. */
function Ranking({ scenes, ranking, onChoose }: RankingProps) {
  const t = useText();
  const [strongest] = ranking.scenes;
  if (strongest === undefined) return null;
  const titleOf = ({ scenarioId }: RankedScene): string => {
    const scene = scenes.find(({ id }) => id === scenarioId);
    return scene === undefined ? '' : t.pick(scene.title);
  };
  const none = strongest.verdict.word === 'not-eligible';
  return (
    <div className="ad-stack scene-ranking">
      <p role="status">
        <b>{none ? t('cases:find.none') : t('cases:find.strongest', { scene: titleOf(strongest) })}</b>
      </p>
      <Entries label={t('cases:find.ranking')}>
        {ranking.scenes.map((ranked) => (
          <Entry
            key={ranked.scenarioId}
            title={titleOf(ranked)}
            detail={
              <>
                <StatusWord kind={WORD_KIND[ranked.verdict.word]}>
                  {t(`cases:check.word.${ranked.verdict.word}`)}
                </StatusWord>{' '}
                {ranked.needed === 0
                  ? null
                  : t('cases:find.proven', { proven: ranked.proven, needed: ranked.needed })}
                <Reason verdict={ranked.verdict} />
              </>
            }
          />
        ))}
      </Entries>
      {none ? null : (
        <div className="step-acts">
          <ActButton act="choose-strongest" keys="g" onClick={() => onChoose(strongest.scenarioId)}>
            {t('cases:find.choose', { scene: titleOf(strongest) })}
          </ActButton>
        </div>
      )}
      {ranking.second === null ? null : <SecondRisk second={ranking.second} />}
    </div>
  );
}

/** What stands first against a scene, or what to do about it where nothing does. */
function Reason({ verdict }: { readonly verdict: Verdict }) {
  const t = useText();
  const [first] = verdict.why;
  return first === undefined ? (
    <div>{t.pick(verdict.nextAct.text)}</div>
  ) : (
    <div>
      {t(first.outcome === 'failed' ? 'cases:find.failed' : 'cases:find.open', { says: t.pick(first.says) })}{' '}
      <RuleLinks ruleIds={first.ruleIds} />
    </div>
  );
}

function SecondRisk({ second }: { readonly second: NonNullable<SceneRanking['second']> }) {
  const t = useText();
  return (
    <Note kind={second.allowed === 'yes' ? 'info' : 'warn'}>
      <b>{t(`cases:find.second.${second.allowed}`)}</b>
      <ul className="ad-requirements">
        {second.readings.map(({ rule, acts, left }) => (
          <li key={rule.ruleId}>
            {t(acts ? 'cases:find.second.acts' : 'cases:find.second.other', { says: t.pick(rule.title) })}{' '}
            {t('cases:find.second.left', { count: left })} <RuleLinks ruleIds={[rule.ruleId]} />
          </li>
        ))}
        {second.conflicts.map((conflict) => (
          <li key={conflict.id}>
            {t('cases:find.second.conflict', { title: t.pick(conflict.title), why: t.pick(conflict.why) })}{' '}
            <RuleLinks ruleIds={conflict.positions.map(({ ruleId }) => ruleId)} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** The answers that the case of a scene can take: the others were asked for another scene. */
export function answersOf(scenario: Scenario, answers: SceneAnswers): SceneAnswers {
  const asked = new Set(scenario.facts.flatMap(({ id, source }) => (source.from === 'asked' ? [id] : [])));
  return Object.fromEntries(Object.entries(answers).filter(([factId]) => asked.has(factId)));
}
