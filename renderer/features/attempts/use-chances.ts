import { useQuery } from '@tanstack/react-query';
import type { Attempt, SeveralChances } from '../../../shared/attempts/index.ts';
import { api } from '../../api/index.ts';

/** The chances of a case, if it is one, where there are several and somebody knows how many are left; null where not, and while it loads. */
export function useSeveralChances(caseId: string | null): SeveralChances | null {
  const { max = null, left = null } =
    useQuery(api.attempts.left.queryOptions({ input: { caseId: caseId ?? '' }, enabled: caseId !== null }))
      .data ?? {};
  return max === null || left === null || max < 2 ? null : { max, left };
}

/** The attempts of a case as they stand for its next filing: what used one of several chances leaves another. */
export function forNextFiling(attempts: readonly Attempt[], several: SeveralChances | null): Attempt[] {
  if (several === null || several.left === 0) return [...attempts];
  return attempts.map((attempt) => (attempt.state === 'spent' ? { ...attempt, state: 'left' } : attempt));
}
