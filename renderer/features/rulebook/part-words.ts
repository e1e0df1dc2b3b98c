import type { Translator } from '../../../shared/i18n/index.ts';
import { isWords, type Condition, type FactDefinition } from '../../../shared/rulebook/index.ts';
import { answerText } from './answer-text.ts';

/** Whose words stand in another place already, by the field they are the value of. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  level: 'rulebook:level-',
  basis: 'rulebook:basis-',
  by: 'rulebook:by-',
  dimension: 'rulebook:dimension-',
  class: 'ui:sourceClass',
  startsOn: 'rulebook:event-',
  standsFor: 'rulebook:event-',
  endsOn: 'rulebook:event-',
  decision: 'rulebook:event-',
  decisions: 'rulebook:event-',
  'options.decisions': 'rulebook:event-',
  'source.daysSince': 'rulebook:event-',
  'source.until': 'rulebook:event-',
  'readiness.level': 'rulebook:readiness-',
  askOf: 'asks:addressee.',
  matches: 'requirements:field.',
  legible: 'requirements:field.',
  what: 'rulebook:effectOn-',
  change: 'rulebook:effectIs-',
  unit: 'rulebook:unitName-',
  zone: 'ui:zone-',
  'regions.zone': 'ui:zone-',
  exportZones: 'ui:zone-',
};

/** What a field of a part is called; by its name in the pack where it is of a newer format than this program knows. */
export function partFieldName(field: string, t: Translator): string {
  return t.find(`rulebook:partField-${field}`) ?? field;
}

/** Fields that are lists of rules; a part that is one list, without a name of its own, is one of rules too. */
const LISTS_OF_RULES: ReadonlySet<string> = new Set([
  '',
  'rules',
  'mentions',
  'also',
  'warns',
  'limitsBy',
  'changesBy',
]);

/** Whether a field holds rules, which are shown as links. */
export function areRuleIds(field: string, value: unknown): value is readonly string[] {
  return LISTS_OF_RULES.has(field.split('.').at(-1) ?? '') && Array.isArray(value) && value.length > 0;
}

/** What is written in a field of a part, in words a seller reads; empty where nothing is. */
export function partValueText(
  field: string,
  value: unknown,
  facts: readonly FactDefinition[],
  t: Translator,
): string {
  if (value === null || value === undefined) return '';
  if (isWords(value)) return t.pick(value);
  if (typeof value === 'boolean') return t(value ? 'rulebook:flagYes' : 'rulebook:flagNo');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return named(field, value, t);
  if (Array.isArray(value)) {
    const each = value.map((one) => partValueText(field, one, facts, t)).filter((text) => text !== '');
    return each.join(t.language === 'en' ? '; ' : '；');
  }
  if (typeof value !== 'object') return '';
  if (isCondition(value)) return conditionText(value, facts, t);
  // What has no name of its own in this list is told part by part.
  const words = ['label', 'name', 'title']
    .map((name) => (value as Record<string, unknown>)[name])
    .find(isWords);
  if (words !== undefined) return t.pick(words);
  return Object.entries(value)
    .map(([name, one]) => partValueText(name, one, facts, t))
    .filter((text) => text !== '')
    .join(t.language === 'en' ? ', ' : '，');
}

/** A condition in words: which answers it asks for, and what a rule has to say. */
export function conditionText(condition: Condition, facts: readonly FactDefinition[], t: Translator): string {
  const { all, any, not, fact, rule, is, oneOf, atLeast, atMost } = condition;
  const several = (parts: readonly Condition[], between: string): string =>
    parts
      .map((each) => {
        const text = conditionText(each, facts, t);
        const isOfSeveral = (each.all ?? each.any ?? []).length > 1;
        return isOfSeveral && parts.length > 1 ? t('rulebook:partTogether', { what: text }) : text;
      })
      .join(between);
  if (all !== undefined) return several(all, t('rulebook:partAnd'));
  if (any !== undefined) return several(any, t('rulebook:partOr'));
  if (not !== undefined) return t('rulebook:partNot', { what: conditionText(not, facts, t) });
  if (rule !== undefined) return t(is === true ? 'rulebook:partRuleYes' : 'rulebook:partRuleNo', { rule });
  const definition = facts.find(({ id }) => id === fact);
  const question = definition === undefined ? (fact ?? '') : t.pick(definition.question);
  const figure = (bound: Condition['atLeast']): string =>
    typeof bound === 'object'
      ? t('rulebook:partRuleFigure', { rule: bound.rule })
      : answerText(definition, bound ?? null, t);
  if (atLeast !== undefined) return t('rulebook:partAtLeast', { question, figure: figure(atLeast) });
  if (atMost !== undefined) return t('rulebook:partAtMost', { question, figure: figure(atMost) });
  if (is !== undefined)
    return t('rulebook:partAnswered', { question, answer: answerText(definition, is, t) });
  if (oneOf === undefined) return t('rulebook:partGiven', { question });
  const answer =
    'rule' in oneOf
      ? t('rulebook:partRuleList', { rule: oneOf.rule })
      : oneOf.map((each) => answerText(definition, each, t)).join(' / ');
  return t('rulebook:partAnswered', { question, answer });
}

function named(field: string, value: string, t: Translator): string {
  const elsewhere = SAID_ELSEWHERE[field];
  const found = elsewhere === undefined ? null : t.find(`${elsewhere}${value}`);
  return found ?? t.find(`rulebook:partIs-${value}`) ?? value;
}

const CONDITION_FORMS = ['all', 'any', 'not', 'fact'] as const;

function isCondition(value: object): value is Condition {
  return (
    CONDITION_FORMS.some((form) => form in value) ||
    ('rule' in value && 'is' in value && !('reading' in value))
  );
}
