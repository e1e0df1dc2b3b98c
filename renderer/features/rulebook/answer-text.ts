import type { Translator } from '../../../shared/i18n/index.ts';
import type { FactDefinition } from '../../../shared/rulebook/index.ts';

/** An answer in the words it was offered in; null stands for one that only has to be given. */
export function answerText(
  question: FactDefinition | undefined,
  value: boolean | string | number | null,
  t: Translator,
): string {
  if (value === null) return t('cases:check.changes.given');
  if (typeof value === 'boolean') return t(value ? 'cases:check.answer.yes' : 'cases:check.answer.no');
  if (question?.type === 'money' && typeof value === 'number')
    return t.format.price(value, question.currency);
  if (question?.type === 'count' && question.unit !== null && typeof value === 'number')
    return question.unit === 'percent'
      ? `${value}%`
      : t(`rulebook:unit-${question.unit}`, { count: value, span: t.format.count(value) });
  const option = question?.type === 'choice' ? question.options.find((each) => each.id === value) : undefined;
  return option === undefined ? String(value) : t.pick(option.label);
}
