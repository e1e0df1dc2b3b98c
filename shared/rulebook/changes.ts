import { actingReading, standingReadings } from './acting.ts';
import { textsFor } from './look-up.ts';
import { partsForCase, partsOf, type PackPart, type PartKind } from './parts.ts';
import type { Bilingual } from './format/index.ts';
import type { CasePins, Reading, Rule, Rulebook } from './types.ts';

/** A rule that says something else than before; null where it says nothing for the case, or was not there. */
export interface RuleChange {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly before: Reading | null;
  readonly after: Reading | null;
}

/** A part of a pack that is new, gone or written otherwise. */
export interface PartChange extends Pick<PackPart, 'kind' | 'caseTypeId' | 'scenarioId' | 'text'> {
  readonly how: 'new' | 'gone' | 'changed';
}

/** What is otherwise in one rulebook than in another. */
export interface RulebookChanges {
  readonly rules: readonly RuleChange[];
  readonly parts: readonly PartChange[];
}

/** Kinds of which only the reasons are in words: those may be put better without anything being otherwise. */
const EXPLAINED: ReadonlySet<PartKind> = new Set([
  'platform',
  'conflict',
  'check',
  'form',
  'clock',
  'fact',
  'dimension',
]);

/** What a new pack changes in the place of another one, for everybody. */
export function changedPack(before: Rulebook, after: Rulebook, platformId: string): RulebookChanges {
  const packOf = ({ data }: Rulebook) => data.platforms.filter(({ id }) => id === platformId);
  return {
    rules: changedRules(before, after, null, (rule) => rule.platformId === platformId),
    parts: inWords(
      changedParts(packOf(before).flatMap(partsOf), packOf(after).flatMap(partsOf)),
      after,
      null,
    ),
  };
}

/**
 * What is otherwise for a case of a scenario: in its scene, its case type, what its platform says of itself, and the law it
 * lives under; and the rules that any of those rest on.
 */
export function changedForCase(
  before: Rulebook,
  after: Rulebook,
  scenarioId: string,
  pins: CasePins,
): RulebookChanges {
  const [then, now] = [before, after].map((rulebook) => partsForCase(rulebook, scenarioId));
  const used = new Set(
    [...(then ?? []), ...(now ?? [])].flatMap(({ quoted, acting }) => [...quoted, ...acting]),
  );
  return {
    rules: changedRules(
      before,
      after,
      pins,
      (rule) => used.has(rule.id) || rule.scenarios.includes(scenarioId),
    ),
    parts: inWords(changedParts(then ?? [], now ?? []), after, pins),
  };
}

/** What is new is told in words as it stands now; of what is gone only the words are left. */
function inWords(parts: readonly PartChange[], now: Rulebook, pins: CasePins | null): PartChange[] {
  return parts.map((part) => ({ ...part, text: textsFor(now, pins)(part.text) }));
}

function changedParts(before: readonly PackPart[], after: readonly PackPart[]): PartChange[] {
  const [then, now] = [before, after].map((parts) => new Map(parts.map((each) => [placeOf(each), each])));
  return [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((place): PartChange[] => {
    const [one, other] = [then?.get(place), now?.get(place)];
    const shown = other ?? one;
    if (shown === undefined) return [];
    const how = one === undefined ? 'new' : other === undefined ? 'gone' : 'changed';
    if (one !== undefined && other !== undefined && whatActs(one) === whatActs(other)) return [];
    const { kind, caseTypeId, scenarioId, text } = shown;
    return [{ kind, caseTypeId, scenarioId, text, how }];
  });
}

function placeOf({ kind, platformId, caseTypeId, scenarioId, id }: PackPart): string {
  return [kind, platformId, caseTypeId, scenarioId, id].join(' ');
}

/** All of a part that can make a difference, as one comparable text. */
function whatActs({ kind, written }: PackPart): string {
  return JSON.stringify(written, (_key, value: unknown) =>
    EXPLAINED.has(kind) && isBilingual(value) ? undefined : value,
  );
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/**
 * The rules that say something else in one rulebook than in another: another value, another reading that acts, or other
 * readings beside it. A new quote, date or confidence alone changes nothing that acts, and is not listed.
 *
 * @param pins of a case, or null for the rules as they stand without one
 * @param isAsked which rules are looked at
 */
export function changedRules(
  before: Rulebook,
  after: Rulebook,
  pins: CasePins | null,
  isAsked: (rule: Rule) => boolean,
): RuleChange[] {
  const ids = new Set([...before.rules.keys(), ...after.rules.keys()]);
  return [...ids].flatMap((ruleId) => {
    const [one, other] = [before.rules.get(ruleId), after.rules.get(ruleId)];
    const rule = other ?? one;
    if (rule === undefined || !isAsked(rule) || says(one, pins) === says(other, pins)) return [];
    return [{ ruleId, title: rule.title, before: acting(one, pins), after: acting(other, pins) }];
  });
}

function acting(rule: Rule | undefined, pins: CasePins | null): Reading | null {
  return rule === undefined ? null : actingReading(rule, pins);
}

/** What of a rule acts for a case, as one comparable text. */
function says(rule: Rule | undefined, pins: CasePins | null): string {
  const reading = acting(rule, pins);
  if (rule === undefined || reading === null) return '';
  return JSON.stringify([reading.value, standingReadings(rule, pins).map(({ value }) => value)]);
}
