import type { Decision, Submission } from './schema.ts';

/**
 * Of each filing of a case that is of the one before it why it was made, by its id: that came back, or, where it did not, the
 * platform asked for more of it. What was filed after a final answer is of none before, and uses a chance of its own.
 *
 * @param standing the filings that were not corrected, in their order
 * @param decisions the answers to them, in theirs
 */
export function sentAgain(
  standing: readonly Pick<Submission, 'id'>[],
  decisions: readonly Pick<Decision, 'submissionId' | 'outcome'>[],
): ReadonlyMap<string, 'returned' | 'requested'> {
  const answers = new Map(decisions.map(({ submissionId, outcome }) => [submissionId, outcome]));
  return new Map(
    standing.slice(1).flatMap(({ id }, place): [string, 'returned' | 'requested'][] => {
      const answer = answers.get(standing[place]?.id ?? null);
      if (answer === undefined) return [[id, 'requested']];
      return answer === 'returned' ? [[id, 'returned']] : [];
    }),
  );
}
