import type { CaseAnswer } from '../../../shared/cases/index.ts';
import type { FactDefinition, Verdict } from '../../../shared/rulebook/index.ts';

/** The questions of the check, each where it stands on the screen. */
export interface QuestionsInPlace {
  /** Those that were asked, in the order they were: answered meanwhile or not. */
  readonly open: readonly FactDefinition[];
  readonly further: readonly FactDefinition[];
  readonly answered: readonly FactDefinition[];
  /** Whether any that was asked still waits for its answer. */
  readonly isAsking: boolean;
}

/** What is known of each question by now. */
export function knownAnswers(answers: readonly CaseAnswer[]): ReadonlyMap<string, CaseAnswer> {
  return new Map(answers.filter(({ value }) => value !== null).map((each) => [each.factId, each]));
}

/**
 * Puts each question where it belongs. One stays where it was asked after somebody answered it: arrow keys answer, and must
 * not move the ground. One that the records of the case tell by now is asked no more, whatever was asked before.
 *
 * @param kept ids of those that were asked since the check was opened
 */
export function questionsInPlace(
  kept: readonly string[],
  verdict: Pick<Verdict, 'questions' | 'further'>,
  answers: readonly CaseAnswer[],
  questions: readonly FactDefinition[],
): QuestionsInPlace {
  const given = knownAnswers(answers);
  const isTold = (id: string): boolean => given.get(id)?.source === 'derived';
  const definitions = new Map(
    [...questions, ...verdict.questions].map((question) => [question.id, question]),
  );
  const isAsked = (id: string): boolean => kept.includes(id) && !isTold(id);
  const open = kept.filter(isAsked).flatMap((id) => definitions.get(id) ?? []);
  return {
    open,
    further: verdict.further.filter(({ id }) => !isAsked(id)),
    answered: questions.filter(({ id }) => given.has(id) && !isAsked(id)),
    isAsking: [...open, ...verdict.questions].some(({ id }) => !given.has(id)),
  };
}
