import { canonicalJson } from '../../kernel/index.ts';
import type {
  Consequence,
  PackCaseType,
  PackReading,
  PackRule,
  ReadingValue,
  RulebookData,
  ValueOf,
} from '../format/index.ts';
import type { Path, Report } from './conditions.ts';
import { refer, unique, type Rules } from './tools.ts';

/** Checks the rules of a case type: their readings, sources, spans and what their values name. */
export function checkRules(
  platform: RulebookData['platforms'][number],
  caseType: PackCaseType,
  rules: Rules,
  report: Report,
): void {
  const scenes = new Set(caseType.scenes.map((scene) => scene.id));
  const regions = new Set(platform.regions.map((region) => region.id));
  const known = (list: readonly string[], path: Path) =>
    list.forEach((id, index) => {
      if (!regions.has(id))
        report([...path, index], 'not-declared', `the platform file lists no region ${id}`);
    });
  caseType.rules.forEach((rule, index) => {
    const at = ['rules', index];
    known(rule.regions, [...at, 'regions']);
    unique(rule.readings, [...at, 'readings'], report);
    rule.readings.forEach((reading, place) => {
      if (!platform.sources.some((source) => source.id === reading.source)) {
        const message = `the platform file lists no source ${reading.source}`;
        report([...at, 'readings', place, 'source'], 'not-declared', message);
      }
      known(reading.regions, [...at, 'readings', place, 'regions']);
      checkSpan(reading.effective, [...at, 'readings', place, 'effective'], report);
      checkValue(caseType, reading.value, [...at, 'readings', place, 'value'], report);
      checkTiers(platform, reading.value, [...at, 'readings', place, 'value'], report);
    });
    if (
      rule.chosen === null ? rule.readings.length > 1 : !rule.readings.some((each) => each.id === rule.chosen)
    ) {
      report([...at, 'chosen'], 'not-declared', `${rule.id} must choose one of its readings`);
    }
    rule.scenes.forEach((scene, place) => {
      if (!scenes.has(scene)) report([...at, 'scenes', place], 'not-declared', `there is no scene ${scene}`);
    });
    refer(rules, rule.restates, [...at, 'restates'], report);
    checkSpan(rule.effective, [...at, 'effective'], report);
    if (sourcesDiffer(platform, rule) && !platform.conflicts.some(({ positions }) => stands(rule, positions)))
      report(
        [...at, 'readings'],
        'not-declared',
        `the sources of ${rule.id} differ, and it stands in no conflict of the platform file`,
      );
  });
}

function stands({ id }: PackRule, positions: readonly { readonly rule: string }[]): boolean {
  return positions.some(({ rule }) => rule === id);
}

/**
 * Whether two sources say nothing in common of a rule for the same day and region. The two ends of what one source gives as a
 * span are no disagreement, nor is a case that only one of them speaks of beside the one they agree on; and what a seller saw in
 * their own back office is in no register.
 */
function sourcesDiffer(
  platform: Pick<RulebookData['platforms'][number], 'sources'>,
  { readings }: PackRule,
): boolean {
  const named = platform.sources.filter((source) => source.class !== 'B').map(({ id }) => id);
  return named.some((one, place) =>
    named.slice(place + 1).some((other) => {
      const at = readings.flatMap((left) =>
        readings
          .filter((right) => left.source === one && right.source === other && holdAtOnce(left, right))
          .map((right) => canonicalJson(left.value) === canonicalJson(right.value)),
      );
      return at.length > 0 && !at.includes(true);
    }),
  );
}

function holdAtOnce(one: PackReading, other: PackReading): boolean {
  return isAtOnce(one.effective, other.effective) && shareRegion(one.regions, other.regions);
}

function isAtOnce(one: PackRule['effective'], other: PackRule['effective']): boolean {
  const endsBefore = (to: string | null, from: string | null) => to !== null && from !== null && to < from;
  return !endsBefore(one.to, other.from) && !endsBefore(other.to, one.from);
}

function shareRegion(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((id) => other.includes(id));
}

function checkSpan(effective: PackRule['effective'], path: Path, report: Report): void {
  const { from, to } = effective;
  if (from !== null && to !== null && to < from) report(path, 'wrong-way', 'it ends before it begins');
}

/** What a value names must be there, and what belongs together must be together. */
function checkValue(caseType: PackCaseType, value: ReadingValue, path: Path, report: Report): void {
  const requirements = new Set(
    caseType.scenes.flatMap((scene) => scene.requirements.map((requirement) => requirement.id)),
  );
  const named = (ids: readonly string[], at: Path) =>
    ids.forEach((id, index) => {
      if (!requirements.has(id))
        report([...at, index], 'not-declared', `no scene of this file asks for ${id}`);
    });
  switch (value.kind) {
    case 'duration':
      if ((value.unit === 'window-h') !== (value.window !== null))
        report(path, 'wrong-type', 'hours of a daily window, and only they, name the window');
      if (value.window !== null && value.window.closes <= value.window.opens)
        report([...path, 'window'], 'wrong-way', 'it closes before it opens');
      // Working days leave days off out, all others take them in: what a source says of it must not be the contrary.
      if (
        value.holidaysCount !== null &&
        value.holidaysCount === (value.unit === 'wd' || value.unit === 'bd')
      )
        report([...path, 'holidaysCount'], 'wrong-way', `${value.unit} counts days off otherwise`);
      if (value.from === null && value.laterOf.length > 0)
        report([...path, 'from'], 'wrong-way', 'nothing is later than a start that is not named');
      if (value.max === 0 && value.pauseDuringReview)
        report([...path, 'pauseDuringReview'], 'wrong-way', 'what is over at once cannot stand still');
      if (value.startDayCounts && !['cd', 'wd', 'bd'].includes(value.unit))
        report(
          [...path, 'startDayCounts'],
          'wrong-type',
          `${value.unit} is counted from the moment or the date itself`,
        );
      if (value.min !== null && value.max !== null && value.max < value.min)
        report(path, 'wrong-way', 'the upper end lies before the lower');
      return;
    case 'attempts':
      // Nothing else names what a chance is of: `scene` only narrows it.
      if (value.key.every((part) => part === 'scene'))
        report([...path, 'key'], 'wrong-type', 'chances are counted by order, dispute, violation or item');
      return;
    case 'evidence':
      if (requirements.size > 0) named(value.of, [...path, 'of']);
      return;
    case 'burden':
      value.steps.forEach((step, index) => named(step.evidence, [...path, 'steps', index, 'evidence']));
      return;
    case 'sum':
      checkSum(value, path, report);
      return;
    case 'fields':
      if (value.matches.length + value.legible.length === 0)
        report(path, 'not-declared', 'it names no field');
      return;
    default:
      return;
  }
}

/** The steps of a penalty: what each costs, and the scenes it is about, which may be of any case type of the platform. */
function checkTiers(
  { caseTypes }: RulebookData['platforms'][number],
  value: ReadingValue,
  path: Path,
  report: Report,
): void {
  if (value.kind !== 'penalty') return;
  const scenes = new Set(caseTypes.flatMap((caseType) => caseType.scenes.map(({ id }) => id)));
  unique(value.tiers, [...path, 'tiers'], report);
  value.tiers.forEach((tier, index) => {
    const at = [...path, 'tiers', index];
    tier.scenes?.forEach((scene, place) => {
      if (!scenes.has(scene))
        report([...at, 'scenes', place], 'not-declared', `the platform has no scene ${scene}`);
    });
    tier.consequences.forEach((each, place) =>
      checkConsequence(each, [...at, 'consequences', place], report),
    );
  });
}

/** What a penalty says of itself must not be at odds. */
function checkConsequence(consequence: Consequence, path: Path, report: Report): void {
  const { points, atMost, money, lasts, endsBy } = consequence;
  if (atMost && points === null)
    report([...path, 'atMost'], 'not-declared', 'there are no points to be the most of');
  if (money !== null) checkSum(money, [...path, 'money'], report);
  if (endsBy.includes('nothing') && (endsBy.length > 1 || lasts !== null))
    report([...path, 'endsBy'], 'wrong-way', 'what nothing ends does not end');
}

function checkSum({ min, max }: Pick<ValueOf<'sum'>, 'min' | 'max'>, path: Path, report: Report): void {
  if (min === null && max === null) report(path, 'not-declared', 'it names no sum');
  if (min !== null && max !== null && max < min)
    report(path, 'wrong-way', 'the upper end lies before the lower');
}
