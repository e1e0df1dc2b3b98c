import type { LegalDate } from '../kernel/index.ts';
import type {
  PackCaseType,
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
            regions: [],
          },
        ],
  );
  return { ...rule, chosen: rule.chosen ?? rule.readings[0]?.id ?? null, readings: [...readings, ...added] };
}

/**
 * Packs with the readings somebody chose for a case in the place of the packs' own choices. A choice in a disagreement
 * also decides which of its rules counts the chances. One that names what is no longer there is passed over.
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
  if (conflict === undefined || !conflict.positions.some(({ rule: id }) => id === ruleId)) return chosen;
  const instead = (acting: string | null) => (acting === null ? null : ruleId);
  const { verdict, attempt, clock } = conflict.acts;
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
    caseTypes: chosen.caseTypes.map((caseType) => countBy(caseType, conflict.id, ruleId)),
  };
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
