import { describe, expect, it } from 'vitest';
import { toSituation } from '../../../main/features/rulebook/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import {
  assess,
  caseEvents,
  checkRulebook,
  indexRulebook,
  type Reading,
  type ReadingValue,
  type Rule,
  type RulebookData,
  type Scenario,
} from '../../../shared/rulebook/index.ts';
import {
  chancesIn,
  differences,
  endsIn,
  expected,
  wordsOf,
  type Expected,
} from '../../helpers/rule-expectations.ts';
import { broken, inputOf, mutations, ruleRows, wrongInPart, type RuleRow } from '../../helpers/rule-rows.ts';
import { crossCheck } from '../../../shared/rulebook/check/index.ts';
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

/** A platform's packs with those that stand for all. */
function packsOf(platformId: string): RulebookData {
  const platforms = shipped.data.platforms.filter(
    ({ id, kind }) => id === platformId || kind === 'law' || kind === 'general',
  );
  return { ...shipped.data, platforms };
}

/** The packs with another value in one reading of a rule; null where no pack that says so would load. */
function changed(packs: RulebookData, ruleId: string, readingId: string, value: ReadingValue) {
  const platforms = packs.platforms.map((platform) => {
    const isOfIt = platform.caseTypes.some(({ rules }) => rules.some(({ id }) => id === ruleId));
    if (!isOfIt) return platform;
    const copy = structuredClone(platform);
    for (const { rules } of copy.caseTypes)
      for (const rule of rules)
        if (rule.id === ruleId)
          for (const reading of rule.readings) if (reading.id === readingId) reading.value = value;
    return copy;
  });
  try {
    return indexRulebook(checkRulebook({ ...packs, platforms }));
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

type Loaded = NonNullable<ReturnType<typeof changed>>;

/** The case types in which a clock counts by a rule or chances are counted by it, as `platform.case-type`. */
function countedIn(ruleId: string): string[] {
  return shipped.data.platforms.flatMap((platform) =>
    platform.caseTypes
      .filter(({ clocks, attempts }) =>
        [...clocks.flatMap(({ rules }) => rules), attempts?.acts, ...(attempts?.warns ?? [])].includes(
          ruleId,
        ),
      )
      .map(({ caseType }) => `${platform.id}.${caseType}`),
  );
}

/** The scenes in which a rule is counted by; those of any platform under its law for a law's. */
function scenesOf({ scenarios }: Loaded, { id, platformId }: Rule): Scenario[] {
  const own = countedIn(id);
  const law = shipped.data.platforms.find((each) => each.id === platformId && each.kind === 'law');
  const isUnderLaw = (platform: string) =>
    shipped.data.platforms
      .find((each) => each.id === platform)
      ?.jurisdictions.some((one) => law?.jurisdictions.includes(one)) === true;
  const scenes = [...scenarios.values()];
  return law === undefined || own.length === 0
    ? scenes.filter((each) => own.includes(`${each.platformId}.${each.caseTypeId}`))
    : scenes.filter((each) => isUnderLaw(each.platformId)).slice(0, 1);
}

const written = { words: expected('words'), ends: expected('ends'), chances: expected('chances') };

/** The lines of a rule's spans and chances that are no longer as they are written down. */
function unexpected(rulebook: Loaded, rule: Rule): string[] {
  const scenes = scenesOf(rulebook, rule);
  const heads = scenes.flatMap((each) => [`${each.platformId} `, `${each.platformId}.${each.caseTypeId} `]);
  const ids = new Set(scenes.map(({ id }) => id));
  const ends = (all: Expected) =>
    new Map(
      [...all].filter(([key]) => key.includes(` ${rule.id}/`) && heads.some((head) => key.startsWith(head))),
    );
  return [
    ...differences(ends(written.ends), ends(endsIn(rulebook, scenes))),
    ...differences(new Map([...written.chances].filter(([id]) => ids.has(id))), chancesIn(rulebook, scenes)),
  ];
}

/** What the program only shows: it changes no day and no chance, and its words are all that tells. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['startStated', 'holidaysCount', 'onPage', 'qualifier', 'supplements', 'resubmitIfReturned'],
]);
const isWorkingDays = (value: ReadingValue) =>
  value.kind === 'duration' && (value.unit === 'wd' || value.unit === 'bd');

/** Whether words are enough to notice it by. */
function wordsAreEnough(rule: Rule, of: string, right: Reading, wrong: ReadingValue): boolean {
  if (SHOWN.has(of) || countedIn(rule.id).length === 0) return true;
  // A span without a number is counted by nothing either.
  if (right.value.kind === 'duration' && right.value.max === null) return true;
  // Chances are counted by the reading that acts.
  if (right.value.kind === 'attempts') return right.id !== rule.chosen.id;
  // A clock waits for the later event as long as one of its readings does.
  if (of === 'laterOf')
    return rule.readings.some(
      ({ id, value }) => id !== right.id && value.kind === 'duration' && value.laterOf.length > 0,
    );
  // Both are counted by the same calendar; they differ in whose days they are.
  if (of === 'unit') return isWorkingDays(right.value) && isWorkingDays(wrong);
  // An end that lies on a working day stays where it is.
  if (of === 'movesOffHolidays') return true;
  // A clock that starts with several events starts with each, whichever of them its rule names.
  return of === 'from' && wrong.kind === 'duration' && wrong.from !== null;
}

describe('what belongs to a value', () => {
  const parted = [...shipped.rules.values()].filter(({ readings }) =>
    readings.some(({ value }) => wrongInPart(value).length > 0),
  );

  it.each(parted.map((rule) => [rule.id, rule] as const))('%s: no other goes unnoticed', (id, rule) => {
    const own = rows.filter((row) => row.facts.includes(id));
    const packs = packsAround(rule, own);
    expect(unexpected(indexRulebook(checkRulebook(packs)), rule)).toEqual([]);
    const unnoticed: string[] = [];
    for (const reading of rule.readings)
      for (const { of, value } of wrongInPart(reading.value)) {
        const isWorded = wordsOf(value) !== (written.words.get(`${id}/${reading.id}`) ?? null);
        if (isWorded && wordsAreEnough(rule, of, reading, value)) continue;
        const rulebook = changed(packs, id, reading.id, value);
        if (rulebook === null || unexpected(rulebook, rule).length > 0) continue;
        if (own.every((row) => stillTrue(rulebook, row)))
          unnoticed.push(`${reading.id}: ${of} ${JSON.stringify(value)}`);
      }
    expect(unnoticed).toEqual([]);
  });

  it('a clock that starts with another event than its rule counts from is refused', () => {
    const passed = shipped.data.platforms.flatMap(({ id: platformId, caseTypes }) =>
      caseTypes.flatMap(({ caseType, clocks }) =>
        clocks
          .filter(({ rules }) => rules.length > 0)
          .filter(({ id, startsOn, standsFor }) => {
            const other = caseEvents.find((event) => ![...startsOn, ...standsFor].includes(event)) ?? 'paid';
            const data = structuredClone(packsOf(platformId));
            for (const platform of data.platforms)
              for (const each of platform.caseTypes)
                if (platform.id === platformId && each.caseType === caseType)
                  for (const clock of each.clocks)
                    if (clock.id === id) Object.assign(clock, { startsOn: [other], standsFor: [] });
            return crossCheck(data).every(({ message }) => !message.includes(`clock ${id} from ${other}`));
          })
          .map(({ id }) => `${platformId}.${caseType} ${id}`),
      ),
    );
    expect(passed).toEqual([]);
  });
});
