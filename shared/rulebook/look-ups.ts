import { lookUpKinds, type Bilingual, type LookUpKind } from './format/index.ts';
import { cite, textsFor } from './look-up.ts';
import type { RuleCitation, Rulebook } from './types.ts';

/** Something a seller has to look for in a back office again and again. */
export interface LookUp {
  readonly kind: LookUpKind;
  /** Where it is, in the pack's words; null where no source says. */
  readonly says: Bilingual | null;
  readonly rules: readonly RuleCitation[];
}

/**
 * What has to be looked for in the back office of a platform. Violations and results are everywhere; a list of warned
 * orders only where the pack names one, or names nothing at all.
 */
export function lookUpsOf(rulebook: Rulebook, platformId: string): readonly LookUp[] {
  const named = rulebook.data.platforms.find(({ id }) => id === platformId)?.lookUps ?? [];
  return lookUpKinds.flatMap((kind): LookUp[] => {
    const found = named.find((each) => each.kind === kind);
    if (found !== undefined)
      return [
        {
          kind,
          says: textsFor(rulebook, null)(found.says),
          rules: found.rules.map((id) => cite(rulebook, id, null)),
        },
      ];
    return kind === 'alerts' && named.length > 0 ? [] : [{ kind, says: null, rules: [] }];
  });
}
