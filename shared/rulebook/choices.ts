import { changedForCase } from './changes.ts';
import { indexRulebook } from './load.ts';
import { lawPacks, scenarioParts } from './look-up.ts';
import { withChoices, type ReadingChoice } from './overlay.ts';
import type { CasePins, Rulebook } from './types.ts';

/**
 * Tells of readings whether something would be otherwise for a case if they acted: a check, a way to go on, a chance, a list, a
 * span. Where sources differ without anything resting on it, there is nothing to choose.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function choiceTester(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins,
): (choice: ReadingChoice) => boolean {
  const { platform } = scenarioParts(rulebook, scenarioId, null);
  // Indexing the packs of the one platform takes a tenth of indexing them all.
  const law = lawPacks(rulebook.data, platform);
  const packs = rulebook.data.platforms.filter(
    (pack) => pack.id === platform.id || pack.kind === 'general' || law.includes(pack),
  );
  const data = { ...rulebook.data, platforms: packs };
  const before = indexRulebook(data, rulebook.calendars);
  return (choice) => {
    const after = indexRulebook(withChoices(data, [choice]), rulebook.calendars);
    const { rules, parts } = changedForCase(before, after, scenarioId, pins);
    return rules.length > 0 || parts.some(({ kind, weight }) => kind !== 'conflict' && weight !== 'words');
  };
}
