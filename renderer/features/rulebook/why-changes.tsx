import type { FactDefinition, WhyNot } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';
import { changeText } from './change-text.ts';

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
        <li key={change.factId}>{changeText(change, questions, t)}</li>
      ))}
    </ul>
  );
}
