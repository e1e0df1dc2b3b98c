import { describe, expect, it } from 'vitest';
import { toSituation } from '../../../main/features/rulebook/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import {
  assess,
  checkRulebook,
  indexRulebook,
  type ReadingValue,
  type Rule,
  type RulebookData,
} from '../../../shared/rulebook/index.ts';
import { broken, inputOf, mutations, ruleRows, type RuleRow } from '../../helpers/rule-rows.ts';
import { compileShipped } from '../../unit/rulebook/shipped-packs.ts';

const shipped = compileShipped().rulebook;
const rows = ruleRows();
const acting = [...new Set(rows.flatMap((row) => row.facts))];

/**
 * The packs that a rule and its rows can be told by: their platforms, and what stands for all of them. The others have
 * nothing to do with them, and would be checked and indexed for each wrong value anew. A rule for all is tried among all.
 */
function packsAround(rule: Rule | undefined, own: readonly RuleRow[]): RulebookData {
  const named = new Set([rule?.platformId, ...own.map(({ scenario }) => scenario.split('.')[0])]);
  const isForAll = ({ kind }: { readonly kind: string }) => kind === 'law' || kind === 'general';
  const platforms = shipped.data.platforms.filter((each) => isForAll(each) || named.has(each.id));
  const isTold = platforms.some((each) => each.id === rule?.platformId && !isForAll(each));
  return isTold ? { ...shipped.data, platforms } : shipped.data;
}

/** The packs with another value in one reading of a rule; null where no pack that says so would load. */
function changed(packs: RulebookData, ruleId: string, readingId: string, value: ReadingValue) {
  const data = structuredClone(packs);
  for (const { caseTypes } of data.platforms)
    for (const { rules } of caseTypes)
      for (const rule of rules)
        if (rule.id === ruleId)
          for (const reading of rule.readings) if (reading.id === readingId) reading.value = value;
  try {
    return indexRulebook(checkRulebook(data));
  } catch {
    return null;
  }
}

function stillTrue(rulebook: NonNullable<ReturnType<typeof changed>>, row: RuleRow): boolean {
  const input = contract.rulebook.assess['~orpc'].inputSchema?.['~standard'].validate(inputOf(row));
  if (input === undefined || input instanceof Promise || input.issues)
    throw new Error('the row asks wrongly');
  return broken(row, assess(rulebook, toSituation(rulebook, input.value, 0))).length === 0;
}

/** What the scenes of a rule's case type ask for: another voucher to name by mistake. */
function requirementsBeside(rule: Rule | undefined): string[] {
  const platform = shipped.data.platforms.find(({ id }) => id === rule?.platformId);
  const caseType = platform?.caseTypes.find((each) => each.caseType === rule?.caseTypeId);
  return (caseType?.scenes ?? []).flatMap((scene) => scene.requirements.map(({ id }) => id));
}

/**
 * A fact acts when somebody notices that it changed: each way to be wrong about the value of any of its readings has to
 * make a row fail, or be refused by the check of the packs.
 */
describe('a fact that acts', () => {
  it.each(acting)('%s: no other value goes unnoticed', (id) => {
    const rule = shipped.rules.get(id);
    expect(rule, `${id} is a rule`).toBeDefined();
    const own = rows.filter((row) => row.facts.includes(id));
    const packs = packsAround(rule, own);
    // Alone they load, and say what they say among the others: what a change does to them comes of the change.
    const unchanged = indexRulebook(checkRulebook(packs));
    expect(own.filter((row) => !stillTrue(unchanged, row)).map(({ says }) => says)).toEqual([]);
    const requirements = requirementsBeside(rule);
    const tried = (rule?.readings ?? []).flatMap((reading) =>
      mutations(reading.value, requirements).map((value) => ({ reading: reading.id, value })),
    );
    expect(tried.length, `${id} has a value`).toBeGreaterThan(0);
    const unnoticed = tried.filter(({ reading, value }) => {
      const rulebook = changed(packs, id, reading, value);
      return rulebook !== null && own.every((row) => stillTrue(rulebook, row));
    });
    expect(unnoticed).toEqual([]);
  });
});
