import { actingReading, standingReadings } from './acting.ts';
import { textsFor } from './look-up.ts';
import { partsForCase, partsOf, type PackPart, type PartKind } from './parts.ts';
import type { Bilingual } from './format/index.ts';
import { changedFields, type RuleFieldChange } from './rule-fields.ts';
import type { CasePins, Reading, Rule, Rulebook } from './types.ts';

/** A rule that says something else than before; null where it says nothing for the case, or was not there. */
export interface RuleChange {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly before: Reading | null;
  readonly after: Reading | null;
  /** The rule as it was and as it is, whatever of it acts; null where it is new or gone. */
  readonly rules: { readonly before: Rule | null; readonly after: Rule | null };
  /** All that is written otherwise of a rule that was there before and still is. */
  readonly fields: readonly RuleFieldChange[];
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

/**
 * What a new pack changes in the place of another one, for everybody: every rule of which anything is written otherwise, for
 * whoever takes a pack takes all of it. Those that say something else come first.
 */
export function changedPack(before: Rulebook, after: Rulebook, platformId: string): RulebookChanges {
  const packOf = ({ data }: Rulebook) => data.platforms.filter(({ id }) => id === platformId);
  const pairs = pairsOf(before, after).filter(({ rule }) => rule.platformId === platformId);
  const saying = pairs.filter((pair) => says(pair.before, null) !== says(pair.after, null));
  const others = pairs.filter((pair) => !saying.includes(pair));
  return {
    rules: [
      ...saying.map((pair) => changeOf(pair, null)),
      ...others.map((pair) => changeOf(pair, null)).filter(({ fields }) => fields.length > 0),
    ],
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
  return pairsOf(before, after)
    .filter(({ rule }) => isAsked(rule))
    .filter((pair) => says(pair.before, pins) !== says(pair.after, pins))
    .map((pair) => changeOf(pair, pins));
}

/** A rule in two rulebooks; null where one of them does not have it. */
interface RulePair {
  readonly rule: Rule;
  readonly before: Rule | null;
  readonly after: Rule | null;
}

function pairsOf(before: Rulebook, after: Rulebook): RulePair[] {
  return [...new Set([...before.rules.keys(), ...after.rules.keys()])].flatMap((id) => {
    const [one, other] = [before.rules.get(id) ?? null, after.rules.get(id) ?? null];
    const rule = other ?? one;
    return rule === null ? [] : [{ rule, before: one, after: other }];
  });
}

function changeOf({ rule, before, after }: RulePair, pins: CasePins | null): RuleChange {
  return {
    ...{ ruleId: rule.id, title: rule.title, rules: { before, after } },
    ...{ before: acting(before, pins), after: acting(after, pins) },
    fields: before === null || after === null ? [] : changedFields(before, after),
  };
}

function acting(rule: Rule | null, pins: CasePins | null): Reading | null {
  return rule === null ? null : actingReading(rule, pins);
}

/** What of a rule acts for a case, as one comparable text. */
function says(rule: Rule | null, pins: CasePins | null): string {
  const reading = acting(rule, pins);
  if (rule === null || reading === null) return '';
  return JSON.stringify([reading.value, standingReadings(rule, pins).map(({ value }) => value)]);
}
