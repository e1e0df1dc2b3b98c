import type { FactDefinition, WhyNot } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

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

/** An answer in the words it was offered in; null stands for one that only has to be given. */
export function answerText(
  question: FactDefinition | undefined,
  value: boolean | string | number | null,
  t: ReturnType<typeof useText>,
): string {
  if (value === null) return t('cases:check.changes.given');
  if (typeof value === 'boolean') return t(value ? 'cases:check.answer.yes' : 'cases:check.answer.no');
  if (question?.type === 'money' && typeof value === 'number')
    return t.format.money(value, question.currency);
  if (question?.type === 'count' && question.unit !== null && typeof value === 'number')
    return question.unit === 'percent'
      ? `${value}%`
      : t(`rulebook:unit-${question.unit}`, { count: value, span: t.format.count(value) });
  const option = question?.type === 'choice' ? question.options.find((each) => each.id === value) : undefined;
  return option === undefined ? String(value) : t.pick(option.label);
}
