import { uncomputablePart } from '../../deadlines/index.ts';
import { orderEvents, type PackCaseType, type PackRule } from '../format/index.ts';
import type { Path, Report } from './conditions.ts';
import { refer, type CaseTypeGround, type Rules } from './tools.ts';

type PackClock = PackCaseType['clocks'][number];

/** Checks the clocks of a case type: that they can be counted, start as their rules say, and end as they may. */
export function checkClocks({ caseType, rules, report, kind, conflict, inScenes }: CaseTypeGround): void {
  caseType.clocks.forEach((clock, index) => {
    const at = ['clocks', index];
    refer(rules, clock.mentions, [...at, 'mentions'], report);
    clock.rules.forEach((id, place) => {
      kind(id, ['duration'], [...at, 'rules', place]);
      checkComputable(rules.get(id), [...at, 'rules', place], report);
      checkStart(clock, rules.get(id), [...at, 'rules', place], report);
    });
    if ((clock.owner === 'theirs') !== (clock.awaits !== null))
      report([...at, 'awaits'], 'not-declared', 'a clock of theirs, and only that, says whom it waits for');
    if (clock.owner === 'vanishing' && clock.endsOn !== null)
      report([...at, 'endsOn'], 'not-declared', 'no filing and no decision ends what vanishes');
    (clock.endsOn ?? []).forEach((event, place, all) => {
      if (all.indexOf(event) !== place)
        report([...at, 'endsOn', place], 'duplicate', `${event} is named twice`);
    });
    checkStandsFor(clock, rules, [...at, 'standsFor'], report);
    conflict(clock.conflict, [...at, 'conflict']);
    inScenes(clock.scenes, [...at, 'scenes']);
    checkCapture(caseType, clock, [...at, 'capture'], report);
    if (clock.startsOn.includes('notice-issued')) checkNoticed(caseType, clock, report);
  });
}

/** A clock that starts with the notice never starts in a scene that has none. */
function checkNoticed({ scenes }: PackCaseType, clock: PackClock, report: Report): void {
  scenes.forEach(({ id, notice, begins }, index) => {
    const has = clock.scenes.length === 0 || clock.scenes.includes(id);
    if (has && notice === 'none' && begins === 'seller')
      report(
        ['scenes', index, 'begins'],
        'not-declared',
        `clock ${clock.id} starts with the notice, and scene ${id} begins with the seller`,
      );
  });
}

/** What is saved is saved before something vanishes, and as a voucher that every scene of the clock asks for. */
function checkCapture(
  { scenes }: PackCaseType,
  { owner, capture, startsOn, scenes: named }: PackClock,
  path: Path,
  report: Report,
): void {
  if (capture === null) return;
  const { requirement } = capture;
  if (owner !== 'vanishing') report(path, 'wrong-type', 'only what vanishes has to be saved');
  if (requirement === null) return;
  if (!startsOn.every((event) => orderEvents.some((each) => each === event)))
    report([...path, 'requirement'], 'wrong-type', 'it starts with an event whose day no list of orders has');
  for (const scene of scenes.filter(({ id }) => named.length === 0 || named.includes(id))) {
    const voucher = scene.requirements.find(({ id }) => id === requirement);
    if (voucher === undefined)
      report([...path, 'requirement'], 'not-declared', `scene ${scene.id} does not ask for ${requirement}`);
    else if (voucher.per !== 'order')
      report([...path, 'requirement'], 'wrong-type', `${requirement} is no voucher of each order`);
  }
}

/** A rule may say what no clock can count yet, and is shown; a clock that rests on it would fail the day it starts. */
function checkComputable(rule: PackRule | undefined, path: Path, report: Report): void {
  for (const { id, value } of rule?.readings ?? []) {
    if (value.kind !== 'duration' || value.max === null) continue;
    const part = uncomputablePart(value);
    if (part !== null)
      report(
        path,
        'wrong-type',
        `no clock can count ${part} yet, which reading ${id} of ${rule?.id ?? ''} asks for`,
      );
  }
}

/** A clock that starts with another event than its rule counts from would end on another day than the rule says. */
function checkStart(
  { id: clockId, startsOn, standsFor }: PackClock,
  rule: PackRule | undefined,
  path: Path,
  report: Report,
): void {
  for (const { id, value } of rule?.readings ?? []) {
    if (value.kind !== 'duration') continue;
    for (const event of [value.from, ...value.laterOf])
      if (event === null || ![...startsOn, ...standsFor].includes(event))
        report(
          path,
          'wrong-way',
          `reading ${id} of ${rule?.id ?? ''} counts from ${event ?? 'nothing'}, clock ${clockId} from ${startsOn.join(', ')}`,
        );
  }
}

/** What a clock stands for and no rule of it counts from would let a wrong start pass. */
function checkStandsFor(
  { standsFor, rules: cited }: PackClock,
  rules: Rules,
  path: Path,
  report: Report,
): void {
  const readings = cited.flatMap((id) => rules.get(id)?.readings ?? []);
  const starts = readings.flatMap(({ value }) =>
    value.kind === 'duration' ? [value.from, ...value.laterOf] : [],
  );
  standsFor.forEach((event, index) => {
    if (!starts.includes(event))
      report([...path, index], 'not-declared', `no rule of it counts from ${event}`);
  });
}
