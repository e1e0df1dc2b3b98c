import { rulesOf } from './bind.ts';
import { scenarioParts } from './look-up.ts';
import type { Rulebook } from './types.ts';
import { knownEntry } from './entry.ts';
import type {
  Advice,
  Bilingual,
  Condition,
  PackCaseType,
  PackPlatform,
  PackScene,
  RulebookData,
} from './format/index.ts';

/** What a part of a pack is there for. */
export type PartKind =
  | 'platform'
  | 'source'
  | 'case-type'
  | 'entry'
  | 'attempts'
  | 'fact'
  | 'scene'
  | 'dimension'
  | 'check'
  | 'advice'
  | 'requirement'
  | 'form'
  | 'burden'
  | 'clock'
  | 'look-up'
  | 'outcome'
  | 'penalty'
  | 'false-evidence'
  | 'route'
  | 'result-words'
  | 'conflict';

/** A part of a pack: all that is no rule, and what it does with the rules. */
export interface PackPart {
  readonly kind: PartKind;
  readonly platformId: string;
  /** Null where it is the platform's. */
  readonly caseTypeId: string | null;
  /** The scenario it stands in; null where it is the case type's. */
  readonly scenarioId: string | null;
  /** The scenes of its case type for which it is; empty: all of them. */
  readonly scenes: readonly string[];
  /** What it says, in the pack's words. */
  readonly text: Bilingual;
  /** Tells it from the others of its kind in its place. */
  readonly id: string;
  /** Rules it rests on in words. */
  readonly quoted: readonly string[];
  /** Rules whose values decide something here. */
  readonly acting: readonly string[];
  /** Of a clock: whose time it is. */
  readonly owner?: PackCaseType['clocks'][number]['owner'];
  /** All that is written of it. */
  readonly written: unknown;
}

type Found = Omit<PackPart, 'platformId' | 'caseTypeId' | 'scenarioId'>;

/** Every part of a pack, the platform's own first. */
export function partsOf(platform: RulebookData['platforms'][number]): PackPart[] {
  const place = (caseTypeId: string | null, sceneId: string | null, found: Found[]): PackPart[] =>
    found.map((each) => ({
      ...each,
      platformId: platform.id,
      caseTypeId,
      scenarioId: sceneId === null ? null : `${platform.id}.${caseTypeId}.${sceneId}`,
    }));
  return [
    ...place(null, null, ofPlatform(platform)),
    ...platform.caseTypes.flatMap((caseType) => [
      ...place(caseType.caseType, null, ofCaseType(caseType)),
      ...caseType.scenes.flatMap((scene) => place(caseType.caseType, scene.id, ofScene(scene))),
    ]),
  ];
}

function ofPlatform({ conflicts, lookUps, sources, ...platform }: PackPlatform): Found[] {
  const { zone, zoneAssumed, exportZones, currency, calendar, regions, jurisdictions } = platform;
  const { bySeller, orderNumber, readiness, kind, name, place } = platform;
  return [
    {
      ...{ kind: 'platform', id: platform.id, text: platform.name, quoted: [], acting: [], scenes: [] },
      written: {
        ...{ zone, zoneAssumed, exportZones, currency, calendar, regions, jurisdictions },
        ...{ bySeller, orderNumber, readiness, kind, name, place },
      },
    },
    ...sources.map((source): Found => ({
      ...{ kind: 'source', id: source.id, text: source.title, written: source },
      ...{ quoted: [], acting: [], scenes: [] },
    })),
    ...conflicts.map((conflict): Found => ({
      ...{ kind: 'conflict', id: conflict.id, text: conflict.title, written: conflict },
      ...{ quoted: conflict.positions.map(({ rule }) => rule), scenes: [] },
      acting: Object.values(conflict.acts).filter((rule) => rule !== null),
    })),
    ...lookUps.map((lookUp): Found => ({
      ...{ kind: 'look-up', id: lookUp.kind, text: lookUp.says, written: lookUp },
      ...{ quoted: lookUp.rules, acting: [], scenes: [] },
    })),
  ];
}

function ofCaseType(caseType: PackCaseType): Found[] {
  const { attempts, title, place } = caseType;
  const entry = knownEntry(caseType);
  return [
    part('case-type', '', title, [], [], { title, place }),
    ...(entry === null
      ? []
      : [part('entry', '', entry.ifMissing, [], [entry.path, entry.button, ...entry.also], entry)]),
    ...(attempts === null
      ? []
      : [
          part(
            'attempts',
            'look-up',
            attempts.lookUp.says,
            attempts.lookUp.rules,
            [attempts.acts, ...attempts.warns],
            {
              ...attempts,
              afterwards: null,
            },
          ),
          part(
            'attempts',
            'afterwards',
            attempts.afterwards.says,
            attempts.afterwards.rules,
            [],
            attempts.afterwards,
          ),
        ]),
    ...caseType.facts.map((fact) => part('fact', fact.id, fact.question, [], [], fact)),
    ...adviceParts(caseType.advice),
    ...caseType.clocks.map((clock) => ({
      ...part('clock', clock.id, clock.title, clock.mentions, clock.rules, clock),
      scenes: clock.scenes,
      owner: clock.owner,
    })),
    ...caseType.outcomes.map((outcome) => ({
      ...part(
        ...(['outcome', outcome.id, outcome.text, outcome.rules] as const),
        [...inCondition(outcome.when), ...outcome.changesBy],
        outcome,
      ),
      scenes: outcome.scenes,
    })),
    ...(caseType.penalties.length === 0
      ? []
      : [
          part('penalty', '', caseType.title, [], caseType.penalties, {
            rules: caseType.penalties,
            pointsFact: caseType.pointsFact,
          }),
        ]),
    ...(caseType.falseEvidence.length === 0
      ? []
      : [part('false-evidence', '', caseType.title, [], caseType.falseEvidence, caseType.falseEvidence)]),
    ...caseType.routes.map((route) =>
      part('route', route.id, route.title, route.rules, inCondition(route.when), route),
    ),
    ...caseType.resultWords.map((result) => {
      const words = result.words.join(' / ');
      return part('result-words', result.decision, { zh: words, en: words }, result.rules, [], result);
    }),
  ];
}

function ofScene(scene: PackScene): Found[] {
  const { dimension, definition, kind, listedBy, structure, structureBy, notice, begins, orders } = scene;
  const { platformWords, proves, provesLess, ready, title, example, counterExample, rules } = scene;
  return [
    part('scene', '', definition, scene.rules, [listedBy, structureBy], {
      ...{ kind, listedBy, structure, structureBy, notice, begins, orders, platformWords, ready },
      ...{ title, definition, example, counterExample, rules },
    }),
    ...(dimension === null
      ? []
      : [part('dimension', '', scene.title, [], [dimension], { dimension, proves, provesLess })]),
    ...scene.checks.map((check) =>
      part('check', check.id, check.says, check.rules, inCondition(check.when), check),
    ),
    ...adviceParts(scene.advice),
    ...scene.requirements.map((requirement) => {
      const { askedBy, fieldsBy, quality } = requirement;
      const acting = [askedBy, fieldsBy, ...quality.map(({ by }) => by)];
      return part('requirement', requirement.id, requirement.title, requirement.rules, acting, requirement);
    }),
    ...scene.form.map((field) => part('form', field.id, field.label, field.rules, field.limitsBy, field)),
    ...(scene.burden.length === 0 ? [] : [part('burden', '', scene.title, [], scene.burden, scene.burden)]),
  ];
}

function adviceParts(advice: readonly Advice[]): Found[] {
  return advice.map((each) => part('advice', each.id, each.says, each.rules, inCondition(each.when), each));
}

function part(
  kind: PartKind,
  id: string,
  text: Bilingual,
  quoted: readonly string[],
  acting: readonly (string | null)[],
  written: unknown,
): Found {
  return { kind, id, text, quoted, acting: acting.filter((rule) => rule !== null), written, scenes: [] };
}

function inCondition(condition: Condition | null): readonly string[] {
  return condition === null ? [] : rulesOf(condition);
}

/** What of a law goes for every case under it. */
const LAW_FOR_ALL: ReadonlySet<PartKind> = new Set(['advice', 'route', 'clock']);

/** The parts of the packs that bear on a case of a scenario; none where the rulebook does not know it. */
export function partsForCase(rulebook: Rulebook, scenarioId: string): PackPart[] {
  if (!rulebook.scenarios.has(scenarioId)) return [];
  const { scenario, law } = scenarioParts(rulebook, scenarioId, null);
  const lawIds = new Set(law.map(({ platform }) => platform));
  const asked = new Set(scenario.facts.map(({ id }) => id));
  const isOfScene = (each: PackPart): boolean =>
    each.caseTypeId === scenario.caseTypeId &&
    (each.scenarioId === null || each.scenarioId === scenarioId) &&
    (each.scenes.length === 0 || each.scenes.includes(scenario.sceneId)) &&
    (each.kind !== 'fact' || asked.has(each.id));
  const packs = rulebook.data.platforms;
  const own = packs
    .filter(({ id }) => id === scenario.platformId)
    .flatMap(partsOf)
    // Where its rules come from bears on no case: what they say does.
    .filter((each) => each.kind !== 'source' && (each.caseTypeId === null || isOfScene(each)));
  const used = new Set(
    own.flatMap(({ kind, quoted, acting }) => (kind === 'conflict' ? [] : [...quoted, ...acting])),
  );
  return [
    ...own.filter(({ kind, quoted }) => kind !== 'conflict' || quoted.some((rule) => used.has(rule))),
    ...packs
      .filter(({ id }) => lawIds.has(id))
      .flatMap(partsOf)
      .filter(({ kind }) => LAW_FOR_ALL.has(kind)),
  ];
}
