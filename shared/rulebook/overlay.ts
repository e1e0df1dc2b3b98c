import type { LegalDate } from '../kernel/index.ts';
import { rulesOf as rulesIn } from './bind.ts';
import type {
  Condition,
  PackCaseType,
  PackConflict,
  PackPlatform,
  PackRule,
  PackSource,
  ReadingValue,
  RulebookData,
} from './format/index.ts';

/** What a seller's own back office showed of a rule: a value of its own, or that a reading of the pack stands there. */
export interface OwnReading {
  readonly id: string;
  readonly ruleId: string;
  /** The pack's reading that was seen there; null where it showed something else. */
  readonly confirms: string | null;
  /** What it showed instead; null where it confirms. */
  readonly value: ReadingValue | null;
  /** The page's own words. */
  readonly words: string;
  readonly seenOn: LegalDate;
  /** The site whose back office showed it; null: every site. */
  readonly region: string | null;
}

/** A reading somebody chose for a case, against the pack's own choice. */
export interface ReadingChoice {
  readonly ruleId: string;
  readonly readingId: string;
  /** The disagreement it settles; null where the rule's own readings differ. */
  readonly conflictId: string | null;
}

/** The source of everything a seller saw in the back office of their own shop. */
const OWN_SOURCE: PackSource = {
  id: 'own-back-office',
  title: { zh: '自己店铺的后台', en: "Your own shop's back office" },
  address: null,
  class: 'B',
  date: null,
  language: 'zh',
  note: null,
};

/** The id under which a seller's own reading stands among a rule's. */
export function ownReadingId(own: Pick<OwnReading, 'id'>): string {
  return `own-${own.id.replaceAll('-', '')}`;
}

/**
 * Packs with what sellers saw in their own back office beside what the packs say. A reading of their own acts nowhere by
 * itself: the pack's choice stands, and a clock's earliest reading still drives its reminders. One that confirms moves
 * the day the pack's reading was last verified. What speaks of a rule or reading that is gone is passed over.
 */
export function withOwnReadings(data: RulebookData, own: readonly OwnReading[]): RulebookData {
  if (own.length === 0) return data;
  return overPlatforms(data, (platform) => {
    const here = own.filter(({ ruleId }) => rulesOf(platform).some((rule) => rule.id === ruleId));
    if (here.length === 0) return platform;
    const known = platform.sources.some(({ id }) => id === OWN_SOURCE.id);
    return {
      ...overRules(platform, (rule) => addOwn(rule, here)),
      sources: known ? platform.sources : [...platform.sources, OWN_SOURCE],
    };
  });
}

function addOwn(rule: PackRule, all: readonly OwnReading[]): PackRule {
  const own = all.filter(({ ruleId }) => ruleId === rule.id);
  if (own.length === 0) return rule;
  const readings = rule.readings.map((reading) => {
    const seen = own.filter(({ confirms }) => confirms === reading.id).map(({ seenOn }) => seenOn);
    return {
      ...reading,
      lastVerified: [reading.lastVerified, ...seen].sort().at(-1) ?? reading.lastVerified,
    };
  });
  const added = own.flatMap((each): PackRule['readings'] =>
    each.value === null
      ? []
      : [
          {
            id: ownReadingId(each),
            value: each.value,
            quote: each.words === '' ? null : { text: each.words, language: languageOf(each.words) },
            source: OWN_SOURCE.id,
            locator: null,
            date: each.seenOn,
            confidence: 'M',
            lastVerified: each.seenOn,
            effective: { from: null, to: null },
            regions: each.region === null ? [] : [each.region],
          },
        ],
  );
  return { ...rule, chosen: rule.chosen ?? rule.readings[0]?.id ?? null, readings: [...readings, ...added] };
}

/**
 * Packs with the readings somebody chose for a case in the place of the packs' own choices. A choice in a disagreement
 * also decides which of its rules counts the chances, and by which of them the checks, ways and outcomes go that rest on
 * the one that acted. One that names what is no longer there is passed over.
 */
export function withChoices(data: RulebookData, choices: readonly ReadingChoice[]): RulebookData {
  if (choices.length === 0) return data;
  return overPlatforms(data, (platform) => choices.reduce(choose, platform));
}

function choose<Platform extends RulebookData['platforms'][number]>(
  platform: Platform,
  { ruleId, readingId, conflictId }: ReadingChoice,
): Platform {
  const rule = rulesOf(platform).find(({ id }) => id === ruleId);
  if (rule === undefined || !rule.readings.some(({ id }) => id === readingId)) return platform;
  const chosen = overRules(platform, (each) => (each.id === ruleId ? { ...each, chosen: readingId } : each));
  const conflict = platform.conflicts.find(({ id }) => id === conflictId);
  const position = conflict?.positions.find(({ rule: id }) => id === ruleId);
  if (conflict === undefined || position === undefined) return chosen;
  const instead = (acting: string | null) => (acting === null ? null : ruleId);
  const { verdict, attempt, clock } = conflict.acts;
  const goBy = actingInstead(platform, conflict, rule, position.agrees);
  return {
    ...chosen,
    conflicts: platform.conflicts.map((each) =>
      each === conflict
        ? {
            ...each,
            acts: { verdict: instead(verdict), attempt: instead(attempt), clock: instead(clock) },
          }
        : each,
    ),
    caseTypes: chosen.caseTypes.map((caseType) => goBy(countBy(caseType, conflict.id, ruleId))),
  };
}

/**
 * Lets a case type go by another rule of a disagreement than the one that acts in the verdict: its figure or its list where
 * both have one; the opposite of a plain yes or no; and nothing at all where the two cannot be compared.
 */
function actingInstead(
  platform: PackPlatform & { readonly caseTypes: readonly PackCaseType[] },
  { acts }: PackConflict,
  chosen: PackRule,
  agrees: boolean,
): (caseType: PackCaseType) => PackCaseType {
  const acting = rulesOf(platform).find(({ id }) => id === acts.verdict);
  if (acting === undefined || acting.id === chosen.id || agrees) return (caseType) => caseType;
  const from = valueOf(acting)?.kind;
  const comparable = measureOf(acting) === measureOf(chosen);
  const change = (condition: Condition): Condition =>
    from === 'flag' ? opposed(condition, acting.id) : replaced(condition, acting.id, chosen.id);
  const goBy = <Part extends { readonly when: Condition | null; readonly rules: readonly string[] }>(
    parts: readonly Part[],
  ): Part[] =>
    parts.flatMap((part) => {
      if (part.when === null || !rulesIn(part.when).includes(acting.id)) return part;
      if (from !== 'flag' && !comparable) return [];
      return { ...part, when: change(part.when), rules: [...new Set([chosen.id, ...part.rules])] };
    });
  return (caseType) => ({
    ...caseType,
    advice: goBy(caseType.advice),
    outcomes: goBy(caseType.outcomes),
    routes: goBy(caseType.routes),
    penalties: caseType.penalties.includes(chosen.id)
      ? [chosen.id, ...caseType.penalties.filter((id) => id !== chosen.id)]
      : caseType.penalties,
    scenes: caseType.scenes.map((scene) => ({
      ...scene,
      listedBy: scene.listedBy === acting.id && comparable ? chosen.id : scene.listedBy,
      checks: goBy(scene.checks),
      advice: goBy(scene.advice),
    })),
  });
}

/** A condition in which what a rule says is taken for its opposite. */
function opposed(condition: Condition, ruleId: string): Condition {
  if (condition.rule === ruleId) return { not: condition };
  return within(condition, (each) => opposed(each, ruleId));
}

/** A condition that takes its figures and lists from another rule. */
function replaced(condition: Condition, from: string, to: string): Condition {
  const reference = <Value>(value: Value): Value | { readonly rule: string } =>
    typeof value === 'object' && value !== null && 'rule' in value && value.rule === from
      ? { rule: to }
      : value;
  const { oneOf, atLeast, atMost } = condition;
  return within(
    {
      ...condition,
      ...(oneOf === undefined ? {} : { oneOf: reference(oneOf) }),
      ...(atLeast === undefined ? {} : { atLeast: reference(atLeast) }),
      ...(atMost === undefined ? {} : { atMost: reference(atMost) }),
    },
    (each) => replaced(each, from, to),
  );
}

function within(condition: Condition, change: (condition: Condition) => Condition): Condition {
  const { all, any, not } = condition;
  return {
    ...condition,
    ...(all === undefined ? {} : { all: all.map(change) }),
    ...(any === undefined ? {} : { any: any.map(change) }),
    ...(not === undefined ? {} : { not: change(not) }),
  };
}

function valueOf(rule: PackRule): ReadingValue | undefined {
  return (rule.readings.find(({ id }) => id === rule.chosen) ?? rule.readings[0])?.value;
}

/** What a value is counted in: two rules of one measure can stand in each other's place in a comparison. */
function measureOf(rule: PackRule): string | undefined {
  const value = valueOf(rule);
  if (value?.kind === 'duration') return value.unit;
  if (value?.kind === 'money') return value.currency;
  return value?.kind === 'attempts' ? 'count' : value?.kind;
}

/** Lets another rule of a disagreement count the chances; the one that did only warns from then on. */
function countBy(caseType: PackCaseType, conflictId: string, ruleId: string): PackCaseType {
  const { attempts } = caseType;
  if (attempts === null || attempts.conflict !== conflictId || attempts.acts === ruleId) return caseType;
  if (!attempts.warns.includes(ruleId)) return caseType;
  const warns = [attempts.acts, ...attempts.warns].filter((id) => id !== ruleId);
  return { ...caseType, attempts: { ...attempts, acts: ruleId, warns } };
}

type DataPlatform = RulebookData['platforms'][number];

function overPlatforms(data: RulebookData, change: (platform: DataPlatform) => DataPlatform): RulebookData {
  return { ...data, platforms: data.platforms.map(change) };
}

function overRules<Platform extends DataPlatform>(
  platform: Platform,
  change: (rule: PackRule) => PackRule,
): Platform {
  const caseTypes = platform.caseTypes.map((each) => ({ ...each, rules: each.rules.map(change) }));
  return { ...platform, caseTypes };
}

function rulesOf(platform: PackPlatform & { readonly caseTypes: readonly PackCaseType[] }): PackRule[] {
  return platform.caseTypes.flatMap(({ rules }) => rules);
}

function languageOf(words: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
}
