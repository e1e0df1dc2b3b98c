import type { Translator } from '../../../shared/i18n/index.ts';
import type { FactDefinition, WhyNot } from '../../../shared/rulebook/index.ts';
import { answerText } from './answer-text.ts';

/** What has happened already, and no effort changes: which ground, what amount, how many days. */
const AS_IT_IS: ReadonlySet<FactDefinition['type']> = new Set(['choice', 'count', 'money', 'instant']);

/** A change in words: what can still be obtained is what is missing; of what is as it is, only how it would count. */
export function changeText(
  { factId, question, needs, alone }: WhyNot['changedBy'][number],
  questions: readonly FactDefinition[],
  t: Translator,
): string {
  const definition = questions.find(({ id }) => id === factId);
  const said = { question: t.pick(question), answer: answerText(definition, needs, t) };
  const isSo = definition !== undefined && AS_IT_IS.has(definition.type);
  return alone
    ? t(isSo ? 'cases:check.changes.ifSo' : 'cases:check.changes.alone', said)
    : t(isSo ? 'cases:check.changes.ifSoTogether' : 'cases:check.changes.together', said);
}
