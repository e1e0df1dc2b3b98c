import type { BoundCheck, BoundScene } from './bind.ts';
import { holds } from './conditions.ts';
import type { Facts, VerdictWord } from './types.ts';

/** How a check comes out: `passed` lets the matter through. */
export type CheckOutcome = 'passed' | 'failed' | 'open';

/** A check with how it came out. */
export interface JudgedCheck extends BoundCheck {
  readonly outcome: CheckOutcome;
}

/** Judges every check of a scene, the dimension last. */
export function judge(scene: BoundScene, facts: Facts): JudgedCheck[] {
  return scene.checks.map((check) => ({ ...check, outcome: outcomeOf(check, facts) }));
}

/** How one check comes out. */
export function outcomeOf({ role, when }: BoundCheck, facts: Facts): CheckOutcome {
  const truth = holds(when, facts);
  if (truth === undefined) return 'open';
  return truth === (role !== 'bar') ? 'passed' : 'failed';
}

/** Whether the matter cannot go on without a check. */
export function isEssential({ role }: BoundCheck): boolean {
  return role === 'bar' || role === 'need';
}

/** The word that follows from the judged checks. */
export function wordOf(judged: readonly JudgedCheck[]): VerdictWord {
  const essential = judged.filter(isEssential);
  if (essential.some((check) => check.outcome === 'failed')) return 'not-eligible';
  if (essential.some((check) => check.outcome === 'open')) return 'fact-missing';
  return judged.every((check) => check.outcome === 'passed') ? 'eligible' : 'weak';
}
