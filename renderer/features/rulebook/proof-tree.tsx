import { Fragment } from 'react';
import type { FactDefinition, Verdict, VerdictCheck, VerdictRule } from '../../../shared/rulebook/index.ts';
import { RuleQuote, StatusWord, useText, useZone } from '../../ui/index.ts';
import { dayOf } from '../attempts/index.ts';
import { CitedValue } from './reading-mark.tsx';
import { useRuleNote } from './rule-note.ts';
import { answerText } from './answer-text.ts';

const OUTCOME_KIND = { passed: 'ok', failed: 'part', open: 'open' } as const;

/** How the word came about: each check, the answers it looked at, the rules it rests on. Folded until somebody asks. */
export function ProofTree({ verdict }: { readonly verdict: Verdict }) {
  const t = useText();
  const word = t(`cases:check.word.${verdict.word}`);
  const count = verdict.checks.length;
  const definitions = verdict.rules.filter(({ effect }) => effect === 'definition');
  return (
    <details className="proof-tree">
      <summary>
        {count === 0 ? t('cases:check.proof.none', { word }) : t('cases:check.proof', { word, count })}
      </summary>
      <ul>
        {verdict.checks.map((check) => (
          <li key={check.checkId}>
            <Branch check={check} rules={verdict.rules} />
          </li>
        ))}
        {definitions.length === 0 ? null : (
          <li>
            <details>
              <summary>{t('cases:check.proof.scene')}</summary>
              <Quotes rules={definitions} />
            </details>
          </li>
        )}
      </ul>
    </details>
  );
}

interface BranchProps {
  readonly check: VerdictCheck;
  readonly rules: readonly VerdictRule[];
}

function Branch({ check, rules }: BranchProps) {
  const t = useText();
  const { outcome, effect, facts } = check;
  const says = t.pick(check.says);
  return (
    // What let the matter through needs no reading; what stands in its way does.
    <details open={outcome !== 'passed'}>
      <summary>
        <StatusWord kind={OUTCOME_KIND[outcome]}>{t(`cases:check.outcome.${outcome}`)}</StatusWord>{' '}
        <span className="ad-hint">{t(`cases:check.effect.${effect}`)}</span>{' '}
        {outcome === 'failed' ? says : t(`cases:check.proof.${outcome}Text`, { says })}
      </summary>
      {facts.length === 0 ? null : (
        <>
          <div className="proof-part">{t('cases:check.proof.facts')}</div>
          <ul>
            {facts.map(({ fact, value }) => (
              <li key={fact.id}>
                {t.pick(fact.question)} → <Answer fact={fact} value={value} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="proof-part">{t('cases:check.proof.rules')}</div>
      <Quotes rules={rules.filter(({ ruleId }) => check.ruleIds.includes(ruleId))} />
    </details>
  );
}

interface AnswerProps {
  readonly fact: FactDefinition;
  readonly value: VerdictCheck['facts'][number]['value'];
}

function Answer({ fact, value }: AnswerProps) {
  const t = useText();
  const zone = useZone();
  if (value === null) return <span className="ad-hint">{t('cases:check.answer.unknown')}</span>;
  return (
    <b>
      {fact.type === 'instant' && typeof value === 'number' ? dayOf(value, zone) : answerText(fact, value, t)}
    </b>
  );
}

function Quotes({ rules }: { readonly rules: readonly VerdictRule[] }) {
  const noteOf = useRuleNote();
  return rules.map((rule) => (
    <Fragment key={rule.ruleId}>
      <RuleQuote rule={rule} note={noteOf(rule)} />
      <CitedValue rule={rule} />
    </Fragment>
  ));
}
