import { actingValue } from './acting.ts';
import type { ValueOf } from './format/index.ts';
import { findRule, scenarioParts } from './look-up.ts';
import type { CasePins, FormLimits, FormField, RuledLimit, Rulebook } from './types.ts';

type Limits = ValueOf<'limits'>;

/**
 * The fields of the platform's form as far as they are known, with the limits that their rules give for a case. Of two
 * rules that limit the same thing the stricter one counts. Null is unknown, never "no limit".
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function formFields(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null = null,
): readonly FormField[] {
  return scenarioParts(rulebook, scenarioId, pins).scene.form.map(({ limitsBy, ...field }) => ({
    ...field,
    limits: limitsOf(rulebook, limitsBy, pins),
  }));
}

function limitsOf(rulebook: Rulebook, ruleIds: readonly string[], pins: CasePins | null): FormLimits {
  const found = ruleIds.flatMap((ruleId) => {
    const limits = actingValue(findRule(rulebook, ruleId), 'limits', pins);
    return limits === null ? [] : [{ ruleId, limits }];
  });
  const least = (name: Exclude<keyof Limits, 'kind' | 'fileTypes'>): RuledLimit<number> | null => {
    const named = found.flatMap(({ ruleId, limits }) =>
      limits[name] === null ? [] : [{ value: limits[name], ruleId }],
    );
    return named.sort((left, right) => left.value - right.value)[0] ?? null;
  };
  const types = found.flatMap(({ ruleId, limits }) =>
    limits.fileTypes === null ? [] : [{ value: limits.fileTypes, ruleId }],
  );
  return {
    characters: least('characters'),
    charactersInAll: least('charactersInAll'),
    files: least('files'),
    bytesEach: least('bytesEach'),
    bytesTotal: least('bytesTotal'),
    pagesEach: least('pagesEach'),
    pages: least('pages'),
    pixelsPerInch: least('pixelsPerInch'),
    megapixels: least('megapixels'),
    fileTypes: types.sort((left, right) => left.value.length - right.value.length)[0] ?? null,
  };
}
