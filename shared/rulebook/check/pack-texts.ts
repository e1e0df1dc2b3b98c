import { factsOf } from '../conditions.ts';
import { rulesOf } from '../bind.ts';
import type { Path } from './conditions.ts';
import { knownEntry } from '../entry.ts';
import type { Advice, Bilingual, Condition, PackCaseType, PackScene, RulebookData } from '../format/index.ts';

/** A text of a pack, outside its rules. */
export interface PackWords {
  /** Null in the platform's own file. */
  readonly caseType: string | null;
  /** Where it stands in its file. */
  readonly path: Path;
  readonly text: Bilingual;
  /** Rules that the element it belongs to rests on or acts by: only their figures can stand in it. */
  readonly cites: ReadonlySet<string>;
}

type Found = Omit<PackWords, 'caseType'>;

/** Every text of a platform's packs but those of its rules and sources, each with the rules its element cites. */
export function packTexts(platform: RulebookData['platforms'][number]): PackWords[] {
  const ofPlatform = [
    ...each(['lookUps'], platform.lookUps),
    ...each(['conflicts'], platform.conflicts, ({ positions }) => positions.map(({ rule }) => rule)),
  ].map((found) => ({ ...found, caseType: null }));
  return [
    ...ofPlatform,
    ...platform.caseTypes.flatMap((caseType) =>
      ofCaseType(caseType).map((found) => ({ ...found, caseType: caseType.caseType })),
    ),
  ];
}

function ofCaseType(caseType: PackCaseType): Found[] {
  const { attempts, facts, advice, clocks, outcomes, routes, scenes } = caseType;
  const entry = knownEntry(caseType);
  const counted = attempts === null ? [] : [attempts.acts, ...attempts.warns];
  return [
    ...(entry === null
      ? []
      : textsIn(entry, ['entry'], [entry.path, entry.button ?? entry.path, ...entry.also])),
    ...(attempts === null
      ? []
      : (['lookUp', 'afterwards'] as const).flatMap((name) =>
          textsIn(attempts[name], ['attempts', name], [...counted, ...attempts[name].rules]),
        )),
    ...each(['facts'], facts, ({ id }) => lookingAt(caseType, id)),
    ...each(['advice'], advice),
    ...each(['clocks'], clocks, ({ mentions }) => mentions),
    ...each(['outcomes'], outcomes, ({ clock, changesBy }) => [
      ...changesBy,
      ...(clocks.find(({ id }) => id === clock)?.rules ?? []),
    ]),
    ...each(['routes'], routes),
    ...scenes.flatMap((scene, index) => ofScene(scene, ['scenes', index])),
  ];
}

function ofScene(scene: PackScene, path: Path): Found[] {
  const { checks, advice, requirements, form, ...itself } = scene;
  const named = [scene.dimension, scene.listedBy, scene.structureBy].filter((id) => id !== null);
  return [
    ...textsIn(itself, path, [...scene.rules, ...scene.burden, ...named]),
    ...each([...path, 'checks'], checks),
    ...each([...path, 'advice'], advice),
    ...each([...path, 'requirements'], requirements, ({ askedBy, fieldsBy, quality }) =>
      [askedBy, fieldsBy, ...quality.map(({ by }) => by)].filter((id) => id !== null),
    ),
    ...each([...path, 'form'], form, ({ limitsBy }) => limitsBy),
  ];
}

interface Citing {
  readonly rules?: readonly string[];
  readonly when?: Condition | null;
}

function each<Item extends object>(
  path: Path,
  items: readonly (Item & Citing)[],
  alsoCites: (item: Item) => readonly string[] = () => [],
): Found[] {
  return items.flatMap((item, index) =>
    textsIn(item, [...path, index], [...citedBy(item), ...alsoCites(item)]),
  );
}

function citedBy({ rules = [], when }: Citing): readonly string[] {
  return when == null ? rules : [...rules, ...rulesOf(when)];
}

/** A question rests on the rules of whatever looks at its answer. */
function lookingAt({ advice, outcomes, routes, scenes }: PackCaseType, factId: string): readonly string[] {
  const looking: readonly (Citing | Advice)[] = [
    ...[...advice, ...outcomes, ...routes],
    ...scenes.flatMap((scene) => [...scene.checks, ...scene.advice, ...scene.proves]),
  ];
  return looking
    .filter(({ when }) => when != null && factsOf(when).includes(factId))
    .flatMap((item) => citedBy(item));
}

function textsIn(part: unknown, path: Path, cites: readonly string[]): Found[] {
  if (typeof part !== 'object' || part === null) return [];
  const { zh, en } = part as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string')
    return [{ path, text: { zh, en }, cites: new Set(cites) }];
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
    textsIn(value, [...path, Array.isArray(part) ? Number(name) : name], cites),
  );
}
