import type { LegalDate } from '../kernel/index.ts';
import { actingReading, dayFor, standingReadings } from './acting.ts';
import { textsFor } from './look-up.ts';
import { changedPartFields, type ChangeWeight, type PartFieldChange } from './part-fields.ts';
import { partsForCase, partsOf, type PackPart } from './parts.ts';
import type { Bilingual, FactDefinition, RuleInstant } from './format/index.ts';
import { changedFields, weightOfFields, type RuleFieldChange } from './rule-fields.ts';
import type { CasePins, Reading, Rule, Rulebook } from './types.ts';

/** The day of a case on which a rule is asked about. */
export interface DecidingDay {
  /** Which of the case's three; the filing also stands for one that is not known. */
  readonly instant: RuleInstant;
  readonly day: LegalDate;
}

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
  readonly weight: ChangeWeight;
  /**
   * Of a case, where the rule's days are others and so it says something to it that it did not, says nothing any more, or is
   * taken from another reading: the day that now decides, and how it comes out. Null otherwise.
   */
  readonly byDay: (DecidingDay & { readonly comes: 'stands' | 'falls' | 'other-reading' }) | null;
}

/** A part of a pack that is new, gone or written otherwise. */
export interface PartChange extends Pick<PackPart, 'kind' | 'caseTypeId' | 'scenarioId' | 'text'> {
  readonly how: 'new' | 'gone' | 'changed';
  readonly weight: ChangeWeight;
  /** What of it is otherwise, where it was there before and still is. */
  readonly fields: readonly PartFieldChange[];
  /** The questions that its conditions ask, to say them in words. */
  readonly facts: readonly FactDefinition[];
}

/** What is otherwise in one rulebook than in another. */
export interface RulebookChanges {
  readonly rules: readonly RuleChange[];
  readonly parts: readonly PartChange[];
}

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
    parts: changedParts(
      [before, packOf(before).flatMap(partsOf)],
      [after, packOf(after).flatMap(partsOf)],
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
    parts: changedParts([before, then ?? []], [after, now ?? []], pins),
  };
}

type Parts = readonly [Rulebook, readonly PackPart[]];

/** What weighs most comes first. Each version is told in words as they stand by its own rules. */
function changedParts(before: Parts, after: Parts, pins: CasePins | null): PartChange[] {
  const [then, now] = [before, after].map(([, parts]) => new Map(parts.map((each) => [placeOf(each), each])));
  const [wordsThen, wordsNow] = [textsFor(before[0], pins), textsFor(after[0], pins)];
  const changes = [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap(
    (place): PartChange[] => {
      const [one, other] = [then?.get(place), now?.get(place)];
      const shown = other ?? one;
      if (shown === undefined) return [];
      const { kind, caseTypeId, scenarioId } = shown;
      const text = other === undefined ? wordsThen(shown.text) : wordsNow(shown.text);
      const told = { kind, caseTypeId, scenarioId, text };
      if (one === undefined || other === undefined) {
        const weight = kind === 'source' ? 'sources' : 'answers';
        return [{ ...told, how: one === undefined ? 'new' : 'gone', weight, fields: [], facts: [] }];
      }
      const fields = changedPartFields(one.written, other.written);
      if (fields.length === 0) return [];
      const facts = [...askedBy(after[0], other), ...askedBy(before[0], one)];
      const filled = fields.map((each) => ({
        ...each,
        entry: wordsNow(each.entry),
        before: wordsThen(each.before),
        after: wordsNow(each.after),
      }));
      return [
        {
          ...told,
          how: 'changed',
          weight: weightOf(kind, fields),
          fields: filled,
          facts: named(facts, fields),
        },
      ];
    },
  );
  return WEIGHTS.flatMap((weight) => changes.filter((each) => each.weight === weight));
}

const WEIGHTS = ['answers', 'sources', 'words'] as const satisfies readonly ChangeWeight[];

function weightOf(kind: PackPart['kind'], fields: readonly PartFieldChange[]): ChangeWeight {
  if (fields.every(({ worded }) => worded)) return 'words';
  return kind === 'source' ? 'sources' : 'answers';
}

function askedBy({ data }: Rulebook, { platformId, caseTypeId }: PackPart): readonly FactDefinition[] {
  const pack = data.platforms.find(({ id }) => id === platformId);
  return pack?.caseTypes.find(({ caseType }) => caseType === caseTypeId)?.facts ?? [];
}

/** Those questions that a changed condition asks, each as it is asked now. */
function named(facts: readonly FactDefinition[], fields: readonly PartFieldChange[]): FactDefinition[] {
  const asked = new Set(fields.flatMap(({ before, after }) => [...factIds(before), ...factIds(after)]));
  const byId = new Map(facts.toReversed().map((fact) => [fact.id, fact]));
  return [...asked].flatMap((id) => byId.get(id) ?? []);
}

function factIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'fact' in value && typeof value.fact === 'string' ? [value.fact] : [];
  return [...own, ...Object.values(value).flatMap(factIds)];
}

function placeOf({ kind, platformId, caseTypeId, scenarioId, id }: PackPart): string {
  return [kind, platformId, caseTypeId, scenarioId, id].join(' ');
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
    .map((pair) => changeOf(pair, pins))
    .filter(({ byDay, rules }) => byDay !== null || says(rules.before, pins) !== says(rules.after, pins));
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
  const fields = before === null || after === null ? [] : changedFields(before, after);
  return {
    ...{ ruleId: rule.id, title: rule.title, rules: { before, after } },
    ...{ before: acting(before, pins), after: acting(after, pins) },
    ...{ fields, weight: weightOfFields(fields), byDay: byDay(before, after, fields, pins) },
  };
}

/** What the days of a rule alone make of it for a case: two readings may say the same in figures and stand in other words. */
function byDay(
  before: Rule | null,
  after: Rule | null,
  fields: readonly RuleFieldChange[],
  pins: CasePins | null,
): RuleChange['byDay'] {
  if (before === null || after === null || pins === null) return null;
  if (!fields.some(({ field }) => field === 'effective' || field === 'instant')) return null;
  const [one, other] = [actingReading(before, pins), actingReading(after, pins)];
  if (one?.id === other?.id) return null;
  const comes = other === null ? 'falls' : one === null ? 'stands' : 'other-reading';
  const instant = pins[after.instant] === undefined ? 'filing' : after.instant;
  return { instant, day: dayFor(after, pins) ?? pins.filing, comes };
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
