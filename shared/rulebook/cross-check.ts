import { Temporal } from 'temporal-polyfill';
import { uncomputablePart, workCalendars } from '../deadlines/index.ts';
import { isOffset } from '../kernel/index.ts';
import { isDimension } from './bind.ts';
import { checkCondition, checkKinds, type Path, type Report } from './condition-check.ts';
import { knownEntry } from './entry.ts';
import { checkBlanks, checkFigures } from './figure-check.ts';
import {
  orderEvents,
  type Advice,
  type PackCaseType,
  type PackPlatform,
  type PackRule,
  type ReadingValue,
  type RulebookData,
} from './format/index.ts';
import { checkSource } from './source-check.ts';
import type { PackProblemCode } from './types.ts';

/** A problem between parts of the packs; `caseType` null means the platform's own file. */
export interface CrossProblem {
  readonly platform: string;
  readonly caseType: string | null;
  readonly path: readonly (string | number)[];
  readonly code: PackProblemCode;
  readonly message: string;
}

type PackClock = PackCaseType['clocks'][number];

/** Checks everything one file alone cannot show: references, types of what is referred to, and which way checks lean. */
export function crossCheck(data: RulebookData): CrossProblem[] {
  const problems: CrossProblem[] = [];
  const rules = new Map<string, PackRule>();
  const everywhere = new Set<string>();
  const platformIds = new Set<string>();
  for (const platform of data.platforms) {
    for (const caseType of platform.caseTypes) {
      const report = reporter(problems, platform.id, caseType.caseType);
      caseType.rules.forEach((rule, index) => {
        if (rules.has(rule.id))
          report(['rules', index, 'id'], 'duplicate', `rule ${rule.id} is declared twice`);
        rules.set(rule.id, rule);
      });
    }
  }
  for (const platform of data.platforms) {
    const report = reporter(problems, platform.id, null);
    if (platformIds.has(platform.id))
      report(['id'], 'duplicate', `platform ${platform.id} is declared twice`);
    platformIds.add(platform.id);
    checkPlatform(platform, rules, everywhere, report);
    const caseTypeIds = new Set<string>();
    for (const caseType of platform.caseTypes) {
      const reportCase = reporter(problems, platform.id, caseType.caseType);
      if (caseTypeIds.has(caseType.caseType)) {
        reportCase(['caseType'], 'duplicate', `case type ${caseType.caseType} is declared twice`);
      }
      caseTypeIds.add(caseType.caseType);
      checkRules(platform, caseType, rules, reportCase);
      checkCaseType(platform, caseType, rules, reportCase);
    }
    checkBlanks(platform, rules, (caseType) => reporter(problems, platform.id, caseType));
  }
  return problems;
}

/** Figures written out in words that follow no rule: of packs as they are written, and of none that somebody added to. */
export function writtenFigures(data: RulebookData): CrossProblem[] {
  const problems: CrossProblem[] = [];
  const rules = new Map(
    data.platforms
      .flatMap(({ caseTypes }) => caseTypes)
      .flatMap((each) => each.rules.map((rule) => [rule.id, rule])),
  );
  for (const platform of data.platforms)
    checkFigures(platform, rules, (caseType) => reporter(problems, platform.id, caseType));
  return problems;
}

function reporter(problems: CrossProblem[], platform: string, caseType: string | null): Report {
  return (path, code, message) => problems.push({ platform, caseType, path, code, message });
}

function checkPlatform(
  platform: PackPlatform,
  rules: ReadonlyMap<string, PackRule>,
  conflictIds: Set<string>,
  report: Report,
): void {
  unique(platform.sources, ['sources'], report);
  unique(platform.regions, ['regions'], report);
  platform.regions.forEach(({ zone, calendar }, index) => {
    if (zone !== null && !isZone(zone))
      report(['regions', index, 'zone'], 'not-declared', `${zone} is not a time zone`);
    if (calendar !== null && !isCalendar(calendar))
      report(['regions', index, 'calendar'], 'not-declared', `no calendar is called ${calendar}`);
  });
  if (!isZone(platform.zone)) report(['zone'], 'not-declared', `${platform.zone} is not a time zone`);
  platform.exportZones.forEach((zone, index) => {
    if (!isZone(zone)) report(['exportZones', index], 'not-declared', `${zone} is not a time zone`);
  });
  if (!isCalendar(platform.calendar)) {
    report(['calendar'], 'not-declared', `no calendar is called ${platform.calendar}`);
  }
  if (platform.orderNumber !== null && !isPattern(platform.orderNumber.pattern)) {
    report(['orderNumber', 'pattern'], 'wrong-type', 'the pattern is not a regular expression');
  }
  if (platform.orderNumber === null && platform.kind !== 'law') {
    report(['orderNumber'], 'not-declared', 'only a law pack has no order numbers');
  }
  const named = new Set<string>();
  platform.lookUps.forEach(({ kind, rules: cited }, index) => {
    if (named.has(kind)) report(['lookUps', index, 'kind'], 'duplicate', `${kind} is declared twice`);
    named.add(kind);
    refer(rules, cited, ['lookUps', index, 'rules'], report);
  });
  platform.conflicts.forEach((conflict, index) => {
    const at = ['conflicts', index];
    if (conflictIds.has(conflict.id)) report([...at, 'id'], 'duplicate', `${conflict.id} is declared twice`);
    conflictIds.add(conflict.id);
    conflict.positions.forEach((position, place) => {
      const rule = rules.get(position.rule);
      if (rule === undefined) {
        report([...at, 'positions', place, 'rule'], 'not-declared', `no rule is called ${position.rule}`);
      } else if (position.reading !== null && !rule.readings.some((each) => each.id === position.reading)) {
        const message = `${position.rule} has no reading ${position.reading}`;
        report([...at, 'positions', place, 'reading'], 'not-declared', message);
      }
    });
    for (const use of ['verdict', 'attempt', 'clock'] as const) {
      const acting = conflict.acts[use];
      if (acting !== null && !conflict.positions.some((position) => position.rule === acting)) {
        report([...at, 'acts', use], 'not-declared', `${acting} is not one of the positions`);
      }
    }
  });
}

function checkRules(
  platform: PackPlatform,
  caseType: PackCaseType,
  rules: ReadonlyMap<string, PackRule>,
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
  });
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
      if (value.from === null && (value.startStated || value.laterOf.length > 0))
        report(
          [...path, 'from'],
          'wrong-way',
          'a start that is not named is not stated, and nothing is later than it',
        );
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
    case 'evidence':
      if (requirements.size > 0) named(value.of, [...path, 'of']);
      return;
    case 'burden':
      value.steps.forEach((step, index) => named(step.evidence, [...path, 'steps', index, 'evidence']));
      return;
    case 'penalty':
      unique(value.tiers, [...path, 'tiers'], report);
      return;
    default:
      return;
  }
}

function checkCaseType(
  platform: PackPlatform,
  caseType: PackCaseType,
  rules: ReadonlyMap<string, PackRule>,
  report: Report,
): void {
  const sceneIds = new Set(caseType.scenes.map((scene) => scene.id));
  const conflictIds = new Set(platform.conflicts.map((conflict) => conflict.id));
  const conflict = (id: string | null, path: Path) => {
    if (id !== null && !conflictIds.has(id)) report(path, 'not-declared', `no conflict is called ${id}`);
  };
  const kind = (id: string | null, kinds: readonly ReadingValue['kind'][], path: Path) => {
    if (id !== null) checkKinds(rules, id, kinds, path, report);
  };
  const vocabulary = { facts: caseType.facts, rules };
  const checkAdvice = (all: readonly Advice[], at: Path) =>
    all.forEach((advice, place) => {
      const path = [...at, place];
      refer(rules, advice.rules, [...path, 'rules'], report);
      conflict(advice.conflict, [...path, 'conflict']);
      if (advice.scene !== null) inScenes([advice.scene], [...path, 'scene']);
      if (advice.when !== null) checkCondition(advice.when, vocabulary, [...path, 'when'], report, 0);
    });
  const inScenes = (list: readonly string[], path: Path) =>
    list.forEach((id, index) => {
      if (!sceneIds.has(id)) report([...path, index], 'not-declared', `there is no scene ${id}`);
    });
  unique(caseType.facts, ['facts'], report);
  unique(caseType.scenes, ['scenes'], report);
  unique(caseType.clocks, ['clocks'], report);
  unique(caseType.outcomes, ['outcomes'], report);
  caseType.facts.forEach((fact, index) => {
    if (fact.type === 'choice') unique(fact.options, ['facts', index, 'options'], report);
    checkSource(fact, caseType, ['facts', index], report);
  });
  if (caseType.entry === null && caseType.scenes.length > 0)
    report(['scenes'], 'not-declared', 'where its form is has to be said, if only that it is unknown');
  const entry = knownEntry(caseType);
  if (entry !== null) {
    kind(entry.path, ['path'], ['entry', 'path']);
    kind(entry.button, ['words'], ['entry', 'button']);
    entry.also.forEach((id, place) => kind(id, ['path'], ['entry', 'also', place]));
  }
  if (caseType.attempts !== null) {
    const { attempts } = caseType;
    kind(attempts.acts, ['attempts'], ['attempts', 'acts']);
    attempts.warns.forEach((id, index) => kind(id, ['attempts'], ['attempts', 'warns', index]));
    conflict(attempts.conflict, ['attempts', 'conflict']);
    const byOffence = [attempts.acts, ...attempts.warns].some((id) =>
      rules.get(id)?.readings.some(({ value }) => value.kind === 'attempts' && value.byOffence.length > 0),
    );
    const { offenceFact } = attempts;
    if (byOffence !== (offenceFact !== null))
      report(
        ['attempts', 'offenceFact'],
        'not-declared',
        'named where, and only where, chances go by offence',
      );
    if (
      offenceFact !== null &&
      !caseType.facts.some(({ id, type }) => id === offenceFact && type === 'count')
    )
      report(['attempts', 'offenceFact'], 'wrong-type', `${offenceFact} is no count of this file`);
    const counting = [attempts.acts, ...attempts.warns];
    for (const { rule: id } of platform.conflicts.find((each) => each.id === attempts.conflict)?.positions ??
      [])
      if (rules.has(attempts.acts) && !counting.includes(id) && countsChances(rules.get(id)))
        report(['attempts', 'warns'], 'not-declared', `${id} counts the chances too, by the conflict named`);
    refer(rules, attempts.lookUp.rules, ['attempts', 'lookUp', 'rules'], report);
    refer(rules, attempts.afterwards.rules, ['attempts', 'afterwards', 'rules'], report);
  }
  checkInstants(caseType, rules, report);
  checkAdvice(caseType.advice, ['advice']);
  caseType.clocks.forEach((clock, index) => {
    const at = ['clocks', index];
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
  caseType.outcomes.forEach((outcome, index) => {
    const at = ['outcomes', index];
    refer(rules, outcome.rules, [...at, 'rules'], report);
    inScenes(outcome.scenes, [...at, 'scenes']);
    if (outcome.when !== null) {
      checkCondition(outcome.when, { facts: [], rules }, [...at, 'when'], report, 0);
    }
    if (outcome.clock !== null && !caseType.clocks.some((clock) => clock.id === outcome.clock)) {
      report([...at, 'clock'], 'not-declared', `there is no clock ${outcome.clock}`);
    }
  });
  caseType.penalties.forEach((id, index) => kind(id, ['penalty'], ['penalties', index]));
  unique(caseType.routes, ['routes'], report);
  if (caseType.scenes.length > 0 && caseType.routes.length === 0)
    report(['scenes'], 'not-declared', 'a seller in one of its scenes is shown no way to go on');
  caseType.routes.forEach((route, index) => {
    const at = ['routes', index];
    refer(rules, route.rules, [...at, 'rules'], report);
    if (route.when !== null) checkCondition(route.when, vocabulary, [...at, 'when'], report, 0);
  });
  caseType.resultWords.forEach((word, index) =>
    refer(rules, word.rules, ['resultWords', index, 'rules'], report),
  );
  caseType.scenes.forEach((scene, index) => {
    const at = ['scenes', index];
    refer(rules, scene.rules, [...at, 'rules'], report);
    if (scene.dimension !== null && !isDimension(scene.dimension))
      kind(scene.dimension, ['dimension'], [...at, 'dimension']);
    kind(scene.listedBy, ['choices'], [...at, 'listedBy']);
    kind(scene.structureBy, ['sections'], [...at, 'structureBy']);
    scene.burden.forEach((id, place) => kind(id, ['burden'], [...at, 'burden', place]));
    unique(scene.checks, [...at, 'checks'], report);
    unique(scene.requirements, [...at, 'requirements'], report);
    unique(scene.form, [...at, 'form'], report);
    scene.checks.forEach((check, place) => {
      const path = [...at, 'checks', place];
      refer(rules, check.rules, [...path, 'rules'], report);
      checkCondition(check.when, vocabulary, [...path, 'when'], report, check.role === 'bar' ? -1 : 1);
    });
    scene.proves.forEach((proof, place) => {
      checkCondition(proof.when, vocabulary, [...at, 'proves', place, 'when'], report, 1);
    });
    if ((scene.proves.length === 0) !== (scene.provesLess === null)) {
      report([...at, 'provesLess'], 'not-declared', 'proves and provesLess go together');
    }
    if (scene.provesLess === null && isWide(rules, scene.dimension))
      report(
        [...at, 'dimension'],
        'not-declared',
        'it takes more than one order, and nothing says when only one is shown',
      );
    if (scene.dimension === null && scene.proves.length > 0)
      report(
        [...at, 'dimension'],
        'not-declared',
        'what is shown is held against a dimension, and none is named',
      );
    if (scene.dimension === 'order' && scene.orders === 'optional')
      report([...at, 'dimension'], 'not-declared', 'a matter that may have no order cannot be shown of one');
    if (scene.orders === 'optional' && (scene.begins === 'seller' || scene.notice !== 'none'))
      report([...at, 'orders'], 'not-declared', 'only a message without a list of orders may name none');
    if (scene.orders === 'optional' && countsByOrder(rules, caseType))
      report([...at, 'orders'], 'not-declared', 'its chances are counted by order');
    checkAdvice(scene.advice, [...at, 'advice']);
    scene.requirements.forEach((requirement, place) => {
      const path = [...at, 'requirements', place];
      refer(rules, requirement.rules, [...path, 'rules'], report);
      kind(requirement.askedBy, ['evidence'], [...path, 'askedBy']);
      kind(requirement.matchesBy, ['fields'], [...path, 'matchesBy']);
      requirement.quality.forEach(({ by }, line) => {
        if (by !== null) refer(rules, [by], [...path, 'quality', line, 'by'], report);
      });
      if ((requirement.level === 'alternate') !== (requirement.group !== null)) {
        report([...path, 'group'], 'wrong-type', 'an alternate, and only an alternate, belongs to a group');
      }
    });
    scene.form.forEach((field, place) => {
      const path = [...at, 'form', place];
      refer(rules, field.rules, [...path, 'rules'], report);
      field.limitsBy.forEach((id, line) => kind(id, ['limits'], [...path, 'limitsBy', line]));
    });
  });
}

/** Whether what a scene has to show, or any reading of the rule that names it, is more than one order. */
function isWide(rules: ReadonlyMap<string, PackRule>, dimension: string | null): boolean {
  if (dimension === null) return false;
  if (isDimension(dimension)) return dimension !== 'order';
  const readings = rules.get(dimension)?.readings ?? [];
  return readings.some(({ value }) => value.kind === 'dimension' && value.dimension !== 'order');
}

/** Chances, penalties and deadlines of the seller's own go by the day that somebody chose for them, never by one left out. */
function checkInstants(
  { attempts, penalties, clocks }: PackCaseType,
  rules: ReadonlyMap<string, PackRule>,
  report: Report,
): void {
  const chosen = (id: string, path: Path) => {
    if (rules.get(id)?.instant === null)
      report(path, 'not-declared', `${id} does not say which instant chooses it`);
  };
  if (attempts !== null) {
    chosen(attempts.acts, ['attempts', 'acts']);
    attempts.warns.forEach((id, place) => chosen(id, ['attempts', 'warns', place]));
  }
  penalties.forEach((id, place) => chosen(id, ['penalties', place]));
  clocks.forEach(({ owner, rules: cited }, index) => {
    if (owner === 'mine') cited.forEach((id, place) => chosen(id, ['clocks', index, 'rules', place]));
  });
}

/** A clock that starts with the notice never starts in a scene that has none. */
function checkNoticed({ scenes }: PackCaseType, clock: PackCaseType['clocks'][number], report: Report): void {
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
  { owner, capture, startsOn, scenes: named }: PackCaseType['clocks'][number],
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
  rules: ReadonlyMap<string, PackRule>,
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

function refer(
  rules: ReadonlyMap<string, PackRule>,
  ids: readonly string[],
  path: Path,
  report: Report,
): void {
  ids.forEach((id, index) => {
    if (!rules.has(id)) report([...path, index], 'not-declared', `no rule is called ${id}`);
  });
}

function unique(items: readonly { readonly id: string }[], path: Path, report: Report): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) report([...path, index, 'id'], 'duplicate', `${item.id} is declared twice`);
    seen.add(item.id);
  });
}

function isZone(zone: string): boolean {
  if (isOffset(zone)) return false;
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

function isCalendar(id: string): boolean {
  return workCalendars.some((calendar) => calendar.id === id);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether any reading of the attempt rule counts each order by itself. */
function countsByOrder(rules: ReadonlyMap<string, PackRule>, { attempts }: PackCaseType): boolean {
  const readings = attempts === null ? [] : (rules.get(attempts.acts)?.readings ?? []);
  return readings.some(({ value }) => value.kind === 'attempts' && value.key.includes('order'));
}

function countsChances(rule: PackRule | undefined): boolean {
  return rule?.readings.some(({ value }) => value.kind === 'attempts') === true;
}
