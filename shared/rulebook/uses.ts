import type { Bilingual } from './format/index.ts';
import { findRule, textsFor } from './look-up.ts';
import { partsOf, type PackPart } from './parts.ts';
import type { Rulebook } from './types.ts';

/** A place of the rulebook that rests on a rule. */
export interface RuleUse extends Pick<
  PackPart,
  'kind' | 'platformId' | 'caseTypeId' | 'scenarioId' | 'text'
> {
  /** What its scene is called, where it is a part of one: the same words may stand in several. */
  readonly scene: Bilingual | null;
  /** Whether the rule's value decides something here; else it is only quoted. */
  readonly acts: boolean;
  /** Whether it decides how long the seller has. */
  readonly ownClock: boolean;
}

/**
 * Every place that rests on a rule, so that whoever corrects it sees what changes with it.
 *
 * @throws AppError NOT_FOUND
 */
export function usesOf(rulebook: Rulebook, ruleId: string): readonly RuleUse[] {
  findRule(rulebook, ruleId);
  const texts = textsFor(rulebook, null);
  return rulebook.data.platforms
    .flatMap(partsOf)
    .filter(({ quoted, acting }) => quoted.includes(ruleId) || acting.includes(ruleId))
    .map(({ kind, platformId, caseTypeId, scenarioId, text, acting, owner }) => {
      const { title = null } = rulebook.scenarios.get(scenarioId ?? '') ?? {};
      return {
        ...{ kind, platformId, caseTypeId, scenarioId, text: texts(text) },
        // A scene's own part speaks of it, and some go by its title.
        scene: kind === 'scene' || title?.en === text.en ? null : title,
        acts: acting.includes(ruleId),
        ownClock: owner === 'mine' && acting.includes(ruleId),
      };
    });
}
