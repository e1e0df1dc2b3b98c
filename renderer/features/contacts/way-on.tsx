import type { AdvisedRoute } from '../../../shared/rulebook/index.ts';
import { client, useChange } from '../../api/index.ts';
import { CopyAct, RuleLinks, useText, RowButton } from '../../ui/index.ts';
import { QuestionCard } from '../rulebook/index.ts';

interface WayOnProps {
  readonly caseId: string;
  readonly route: AdvisedRoute;
  /** The script went out: it is to be written down. */
  readonly onSent: (words: string) => void;
}

/** One way to go on: when, what it costs, what to mind, and where it is an act the words to send. */
export function WayOn({ caseId, route, onSent }: WayOnProps) {
  const t = useText();
  const answer = useChange(client.cases.answer, { features: ['cases'] });
  const title = t.pick(route.title);
  return (
    <li className="way-on">
      <div className="way-on-head">
        <h3>{title}</h3>
        <span className="ad-hint">
          {t(`contacts:turn.${route.turn}`)} · {t(`rulebook:by-${route.by}`)}
        </span>
      </div>
      <div>{t('rulebook:routeCosts', { costs: t.pick(route.costs) })}</div>
      {route.caution === null ? null : (
        <div>{t('rulebook:routeCaution', { caution: t.pick(route.caution) })}</div>
      )}
      {route.reminders.map((reminder) => (
        <div key={reminder}>{t(`contacts:reminder.${reminder}`)}</div>
      ))}
      {route.open.length === 0 ? null : (
        <>
          <p className="ad-hint">{t('contacts:open')}</p>
          {route.open.map((question) => (
            <QuestionCard
              key={question.id}
              question={question}
              value={null}
              busy={answer.isPending}
              onAnswer={(value) => answer.mutate({ caseId, factId: question.id, value })}
            />
          ))}
        </>
      )}
      {route.script === null ? null : <Script title={title} words={t.pick(route.script)} onSent={onSent} />}
      <p className="way-on-rules">
        <RuleLinks ruleIds={route.rules.map(({ ruleId }) => ruleId)} />
      </p>
    </li>
  );
}

interface ScriptProps {
  readonly title: string;
  readonly words: string;
  readonly onSent: (words: string) => void;
}

/** The words to send, to copy, and the one act after sending them. */
function Script({ title, words, onSent }: ScriptProps) {
  const t = useText();
  return (
    <>
      <figure className="ad-quote way-on-script">
        <blockquote>{words}</blockquote>
      </figure>
      <div className="form-acts">
        <CopyAct
          act="copy-script"
          keys="y"
          of={title}
          aria-label={`${t('rulebook:copyScript')} · ${title}`}
          variant="default"
          size="compact-md"
          words={words}
        >
          {t('rulebook:copyScript')}
        </CopyAct>
        <RowButton
          act="script-sent"
          keys="l"
          of={title}
          size="compact-md"
          variant="filled"
          onClick={() => onSent(words)}
        >
          {t('contacts:sent')}
        </RowButton>
      </div>
    </>
  );
}
