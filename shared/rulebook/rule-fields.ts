import { isSame, type ChangeWeight } from './part-fields.ts';
import type { Reading, Rule } from './types.ts';

/** What is written of a rule itself, beside its readings. */
const OF_RULES = [
  'title',
  'scenarios',
  'regions',
  'fulfilment',
  'instant',
  'effective',
  'readings',
  'chosen',
  'why',
  'restates',
] as const;

/** What vouches for a reading: nothing is judged by it. */
const OF_SOURCES = ['quote', 'source', 'class', 'locator', 'date', 'confidence', 'lastVerified'] as const;

/** What is written of each of its readings. */
const OF_READINGS = ['value', ...OF_SOURCES, 'effective', 'regions'] as const;

/** Something that is written of a rule or of one of its readings. */
export type RuleField = (typeof OF_RULES)[number] | (typeof OF_READINGS)[number];

/** A field that says something else than before. */
export interface RuleFieldChange {
  readonly field: RuleField;
  /** Whose it is; null: the rule's own. */
  readonly readingId: string | null;
}

/** How a rule is told of: nothing is judged by it either. */
const IN_WORDS: ReadonlySet<RuleField> = new Set(['title', 'why']);
const ABOUT_SOURCES: ReadonlySet<RuleField> = new Set(OF_SOURCES);

/** How much a rule's changed fields weigh together; none where the rule itself is new or gone. */
export function weightOfFields(fields: readonly RuleFieldChange[]): ChangeWeight {
  if (fields.length === 0) return 'answers';
  if (fields.every(({ field }) => IN_WORDS.has(field))) return 'words';
  return fields.every(({ field }) => IN_WORDS.has(field) || ABOUT_SOURCES.has(field)) ? 'sources' : 'answers';
}

/** Every field in which two versions of a rule differ, whether anything acts by it or not. */
export function changedFields(before: Rule, after: Rule): RuleFieldChange[] {
  const ofRule = OF_RULES.filter((field) => !isSame(ofRuleItself(before, field), ofRuleItself(after, field)));
  const ofReadings = after.readings.flatMap((reading) => {
    const earlier = before.readings.find(({ id }) => id === reading.id);
    if (earlier === undefined) return [];
    return OF_READINGS.filter((field) => !isSame(ofReading(earlier, field), ofReading(reading, field))).map(
      (field) => ({ field, readingId: reading.id }),
    );
  });
  return [...ofRule.map((field) => ({ field, readingId: null })), ...ofReadings];
}

function ofRuleItself(rule: Rule, field: (typeof OF_RULES)[number]): unknown {
  // Which readings there are, the strictest first; what each says is compared by itself.
  if (field === 'readings') return rule.readings.map(({ id }) => id);
  return field === 'chosen' ? rule.chosen.id : rule[field];
}

function ofReading(reading: Reading, field: (typeof OF_READINGS)[number]): unknown {
  if (field === 'source') return reading.source.id;
  return field === 'class' ? reading.source.class : reading[field];
}
