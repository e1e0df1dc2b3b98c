import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { ChangeWeight, Reading, RuleChange, RulebookChanges } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { RuleLinks, useText } from '../../ui/index.ts';
import { FieldChanges, saysOtherwise } from './field-changes.tsx';
import { PartFields } from './part-fields.tsx';
import { RuleValue } from './rule-value.tsx';

interface ChangeListProps {
  readonly changes: RulebookChanges;
  /** Of a case's changes: whether it was handed in. */
  readonly filed?: boolean;
}

const WEIGHTS = ['answers', 'sources', 'words'] as const satisfies readonly ChangeWeight[];

/**
 * Rules that are otherwise than before, each with what it said, what it says and which of its fields differ; and all that is
 * otherwise beside them. What changes an answer comes first; what leaves every answer as it is stands below, named as that.
 */
export function ChangeList({ changes: { rules, parts }, filed = false }: ChangeListProps) {
  const t = useText();
  // A scene tells what it is in a whole paragraph: it is called by its name, unless only the new pack knows that.
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data ?? [];
  const scenes = new Map(
    platforms.flatMap(({ scenarios }) => scenarios.map(({ id, title }) => [id, title] as const)),
  );
  const nameOf = ({ kind, scenarioId, text }: RulebookChanges['parts'][number]): string =>
    t.pick((kind === 'scene' && scenarioId !== null ? scenes.get(scenarioId) : undefined) ?? text);
  return WEIGHTS.map((weight) => {
    const ofRules = rules.filter((each) => each.weight === weight);
    const ofParts = parts.filter((each) => each.weight === weight);
    if (ofRules.length + ofParts.length === 0) return null;
    const title = weight === 'answers' ? null : t(`rulebook:changesOnly-${weight}`);
    return (
      <Fragment key={weight}>
        {title === null ? null : (
          <p className="rule-changes-only">
            <b>{title}</b>
          </p>
        )}
        <ul className="rule-changes" {...(title === null ? {} : { 'aria-label': title })}>
          {ofRules.map((change) => (
            <li key={change.ruleId}>
              <RuleChanged change={change} filed={filed} />
            </li>
          ))}
          {ofParts.map((part) => (
            <li key={[part.kind, part.caseTypeId, part.scenarioId, part.text.en, part.how].join(' ')}>
              <div>
                <b>{t(`rulebook:part-${part.kind}`)}</b> {t('ui:quoted', { words: nameOf(part) })}{' '}
                <span className="ad-dim">{t(`rulebook:part.${part.how}`)}</span>
              </div>
              <PartFields part={part} />
            </li>
          ))}
        </ul>
      </Fragment>
    );
  });
}

function RuleChanged({ change, filed }: { readonly change: RuleChange; readonly filed: boolean }) {
  const t = useText();
  return (
    <>
      <div>
        <RuleLinks ruleIds={[change.ruleId]} /> {t.pick(change.title)}
      </div>
      <ByDay change={change} filed={filed} />
      <dl className="ad-facts">
        {saysOtherwise(change) ? (
          <>
            <dt>{t('rulebook:changesBefore')}</dt>
            <dd>
              <Said reading={change.before} ruleId={change.ruleId} />
            </dd>
            <dt>{t('rulebook:changesAfter')}</dt>
            <dd>
              <Said reading={change.after} ruleId={change.ruleId} />
            </dd>
          </>
        ) : null}
        <FieldChanges change={change} />
      </dl>
    </>
  );
}

/** How many of the changes are of words or of sources alone; nothing where none is. */
export function ChangeCounts({ changes: { rules, parts } }: { readonly changes: RulebookChanges }) {
  const t = useText();
  const weights = [...rules, ...parts].map(({ weight }) => weight);
  const only = (['words', 'sources'] as const).map(
    (weight) => [weight, weights.filter((each) => each === weight).length] as const,
  );
  const words = only.flatMap(([weight, count]) =>
    count === 0 ? [] : [t(`rulebook:changesOf-${weight}`, { count })],
  );
  return words.length === 0 ? null : <p className="ad-hint">{words.join(' ')}</p>;
}

/** Where a rule's days make the difference for a case: the day of it that decides, and how it comes out. */
function ByDay({ change: { byDay }, filed }: { readonly change: RuleChange; readonly filed: boolean }) {
  const t = useText();
  if (byDay === null) return null;
  const { instant, day, comes } = byDay;
  const which = t(`rulebook:dayOf-${instant === 'filing' && !filed ? 'today' : instant}`);
  return <p className="rule-change-day">{t(`rulebook:changesByDay-${comes}`, { which, day })}</p>;
}

function Said({ reading, ruleId }: { readonly reading: Reading | null; readonly ruleId: string }) {
  const t = useText();
  if (reading === null) return <>{t('rulebook:changesNothing')}</>;
  const { value, quote, source } = reading;
  if (value.kind !== 'statement' && value.kind !== 'unknown')
    return <RuleValue value={value} ruleId={ruleId} />;
  return <>{quote === null ? t.pick(source.title) : t('ui:quoted', { words: quote.text })}</>;
}
