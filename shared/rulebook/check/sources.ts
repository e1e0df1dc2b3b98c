import type { Path, Report } from './conditions.ts';
import type { FactDefinition, PackCaseType } from '../format/index.ts';

/** What a fact may be told from must be there, and be able to tell it. */
export function checkSource(fact: FactDefinition, caseType: PackCaseType, path: Path, report: Report): void {
  const { source } = fact;
  const own = (id: string, at: Path) => {
    const clock = caseType.clocks.find((each) => each.id === id);
    if (clock?.owner !== 'mine') report(at, 'not-declared', `no clock of the seller's own is called ${id}`);
    return clock;
  };
  if (source.from === 'derived') {
    if (fact.type !== 'count') report([...path, 'type'], 'wrong-type', 'a derived fact is a count');
    else if (
      (fact.unit === 'h') !== (source.measure === 'hours-left') ||
      (fact.unit !== null && fact.unit !== 'h')
    )
      report([...path, 'unit'], 'wrong-type', 'hours left are hours, and everything else is things');
    if (
      source.measure !== 'hours-left' &&
      source.measure !== 'page-countdowns' &&
      source.clocks !== undefined
    )
      report([...path, 'source', 'clocks'], 'wrong-type', 'only hours left and countdowns are of clocks');
    source.clocks?.forEach((id, index) => own(id, [...path, 'source', 'clocks', index]));
    return;
  }
  const { daysSince, until, notInReview, whileRuns } = source;
  if (daysSince !== undefined && !(fact.type === 'count' && (fact.unit === 'cd' || fact.unit === 'month')))
    report(
      [...path, 'source', 'daysSince'],
      'wrong-type',
      'only a count of calendar days or months is one of days',
    );
  if (daysSince === undefined && (until ?? notInReview) !== undefined)
    report([...path, 'source'], 'not-declared', 'it ends, or stands still, but counts since nothing');
  if (notInReview === true && fact.type === 'count' && fact.unit === 'month')
    report([...path, 'source', 'notInReview'], 'wrong-type', 'no month is left out of a count of months');
  if (whileRuns !== undefined && !(fact.type === 'boolean' && fact.favours))
    report(
      [...path, 'source', 'whileRuns'],
      'wrong-type',
      'that there is still time is a yes, and a good one',
    );
  whileRuns?.forEach(({ clock: id, scenes = [] }, index) => {
    const at = [...path, 'source', 'whileRuns', index];
    const clock = own(id, [...at, 'clock']);
    scenes.forEach((scene, place) => {
      const starts = clock === undefined || clock.scenes.length === 0 || clock.scenes.includes(scene);
      if (!starts || !caseType.scenes.some((each) => each.id === scene))
        report([...at, 'scenes', place], 'not-declared', `clock ${id} starts in no scene ${scene}`);
    });
  });
}
