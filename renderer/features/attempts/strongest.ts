import type { Attempt, AttemptState } from '../../../shared/attempts/index.ts';

/** Which of an order's attempts says what is left of its chance, the strongest first. */
export const STRONGEST: readonly AttemptState[] = ['unknown', 'spent', 'lapsed', 'held', 'left'];

/** The attempt of an order that says what is left of its chance: a draft holds nothing of one that was spent elsewhere. */
export function strongestOf(attempts: readonly Attempt[], orderNumber: string): Attempt | undefined {
  const own = attempts.filter((attempt) => attempt.orderNumber === orderNumber);
  return own.toSorted((one, other) => STRONGEST.indexOf(one.state) - STRONGEST.indexOf(other.state))[0];
}
