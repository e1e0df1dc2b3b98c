import { actingReading, standingReadings } from './acting.ts';
import type { Bilingual } from './format/index.ts';
import type { CasePins, Reading, Rule, Rulebook } from './types.ts';

/** A rule that says something else than before; null where it says nothing for the case, or was not there. */
export interface RuleChange {
  readonly ruleId: string;
  readonly title: Bilingual;
  readonly before: Reading | null;
  readonly after: Reading | null;
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
