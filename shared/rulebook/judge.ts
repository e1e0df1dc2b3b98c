import type { BoundScene } from './bind.ts';
import { factsOf, holds, type Truth } from './conditions.ts';
import { dimensions, type Bilingual, type Dimension } from './format/index.ts';
import type { Facts, VerdictWord } from './types.ts';

/** A check with how it came out: `passed` lets the matter through. */
export interface JudgedCheck {
  readonly id: string;
  readonly role: 'bar' | 'need' | 'strength' | 'dimension';
  readonly outcome: 'passed' | 'failed' | 'open';
  readonly rules: readonly string[];
  readonly says: Bilingual;
  readonly remedy: Bilingual;
}

/** Judges every check of a scene, the dimension last. */
export function judge(scene: BoundScene, facts: Facts): JudgedCheck[] {
  const judged = scene.checks.map((check): JudgedCheck => {
    const truth = holds(check.when, facts);
    const { id, role, rules, says, remedy } = check;
    return { id, role, rules, says, remedy, outcome: outcomeOf(role === 'bar' ? negate(truth) : truth) };
  });
  if (scene.provesLess === null || scene.dimension === null) return judged;
  return [
    ...judged,
    {
      id: 'dimension',
      role: 'dimension',
      rules: scene.dimensionRules,
      ...scene.provesLess,
      outcome: outcomeOf(showsDimension(scene, facts)),
    },
  ];
}

/** The word that follows from the judged checks. */
export function wordOf(judged: readonly JudgedCheck[]): VerdictWord {
  const essential = judged.filter((check) => check.role === 'bar' || check.role === 'need');
  if (essential.some((check) => check.outcome === 'failed')) return 'not-eligible';
  if (essential.some((check) => check.outcome === 'open')) return 'fact-missing';
  return judged.every((check) => check.outcome === 'passed') ? 'eligible' : 'weak';
}

/** Whether the facts show the needed dimension or a wider one. */
function showsDimension(scene: BoundScene, facts: Facts): Truth {
  const truths = wideProofs(scene).map((proof) => holds(proof.when, facts));
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function outcomeOf(passes: Truth): JudgedCheck['outcome'] {
  return passes === undefined ? 'open' : passes ? 'passed' : 'failed';
}

function negate(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** What shows the needed dimension or a wider one; nothing where no source names one. */
function wideProofs({ proves, dimension }: BoundScene): BoundScene['proves'] {
  return dimension === null ? [] : proves.filter((proof) => rank(proof.dimension) >= rank(dimension));
}

/** Order, account, site: wider means more. */
export function rank(dimension: Dimension): number {
  return dimensions.indexOf(dimension);
}

/** The facts a judged check looks at. */
export function factsOfCheck(check: JudgedCheck, scene: BoundScene): string[] {
  if (check.role === 'dimension') {
    return [...new Set(wideProofs(scene).flatMap((proof) => factsOf(proof.when)))];
  }
  const found = scene.checks.find((each) => each.id === check.id);
  return found === undefined ? [] : factsOf(found.when);
}
