import type { Reading, RulebookChanges } from '../../../shared/rulebook/index.ts';
import { RuleLinks, useText } from '../../ui/index.ts';
import { FieldChanges, saysOtherwise } from './field-changes.tsx';
import { RuleValue } from './rule-value.tsx';

/** Rules that are otherwise than before, each with what it said, what it says and which of its fields differ; and all that is otherwise beside them. */
export function ChangeList({ changes: { rules, parts } }: { readonly changes: RulebookChanges }) {
  const t = useText();
  return (
    <ul className="rule-changes">
      {rules.map((change) => (
        <li key={change.ruleId}>
          <div>
            <RuleLinks ruleIds={[change.ruleId]} /> {t.pick(change.title)}
          </div>
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
        </li>
      ))}
      {parts.map(({ kind, caseTypeId, scenarioId, text, how }) => (
        <li key={[kind, caseTypeId, scenarioId, text.en].join(' ')}>
          <b>{t(`rulebook:part-${kind}`)}</b> {t.pick(text)}{' '}
          <span className="ad-dim">{t(`rulebook:part.${how}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Said({ reading, ruleId }: { readonly reading: Reading | null; readonly ruleId: string }) {
  const t = useText();
  if (reading === null) return <>{t('rulebook:changesNothing')}</>;
  const { value, quote, source } = reading;
  if (value.kind !== 'statement' && value.kind !== 'unknown')
    return <RuleValue value={value} ruleId={ruleId} />;
  return <>{quote === null ? t.pick(source.title) : t('ui:quoted', { words: quote.text })}</>;
}
