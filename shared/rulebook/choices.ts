import { changedForCase } from './changes.ts';
import { indexRulebook } from './load.ts';
import { lawPacks, scenarioParts } from './look-up.ts';
import { withChoices, type ReadingChoice } from './overlay.ts';
import type { CasePins, Rulebook } from './types.ts';

/**
 * The readings that could act for a case in the place of those that do, and would change something by it: a check, a way to
 * go on, a chance, a list, a span. Where sources differ without anything resting on it, there is nothing to choose.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function choosableReadings(rulebook: Rulebook, scenarioId: string, pins: CasePins): ReadingChoice[] {
  const { platform } = scenarioParts(rulebook, scenarioId);
  // Indexing the packs of the one platform takes a tenth of indexing them all.
  const law = lawPacks(rulebook.data, platform);
  const packs = rulebook.data.platforms.filter(
    (pack) => pack.id === platform.id || pack.kind === 'general' || law.includes(pack),
  );
  const data = { ...rulebook.data, platforms: packs };
  const before = indexRulebook(data, rulebook.calendars);
  const matters: ReadingChoice[] = [
    ...before.conflicts
      .filter(({ platformId }) => platformId === platform.id)
      .flatMap(({ id, positions }) =>
        positions.map((reading) => ({ ruleId: reading.ruleId, readingId: reading.id, conflictId: id })),
      ),
    ...[...before.rules.values()]
      .filter(({ platformId, conflicts }) => platformId === platform.id && conflicts.length === 0)
      .flatMap(({ id, readings, chosen }) =>
        readings
          .filter((reading) => reading.id !== chosen.id)
          .map((reading) => ({ ruleId: id, readingId: reading.id, conflictId: null })),
      ),
  ];
  return matters.filter((choice) => {
    const after = indexRulebook(withChoices(data, [choice]), rulebook.calendars);
    const { rules, parts } = changedForCase(before, after, scenarioId, pins);
    return rules.length > 0 || parts.some(({ kind }) => kind !== 'conflict');
  });
}
