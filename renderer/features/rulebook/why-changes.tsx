import type { FactDefinition, WhyNot } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';
import { answerText } from './answer-text.ts';

interface WhyChangesProps {
  readonly changes: WhyNot['changedBy'];
  /** Where the answers' own words are found. */
  readonly questions: readonly FactDefinition[];
}

/** The answers that would turn a reason against filing: which alone, and which only together with others. */
export function WhyChanges({ changes, questions }: WhyChangesProps) {
  const t = useText();
  if (changes.length === 0) return null;
  return (
    <ul className="why-changes" aria-label={t('cases:check.changes')}>
      {changes.map((change) => (
        <li key={change.factId}>
          {t(change.alone ? 'cases:check.changes.alone' : 'cases:check.changes.together', {
            question: t.pick(change.question),
            answer: answerText(
              questions.find((each) => each.id === change.factId),
              change.needs,
              t,
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
