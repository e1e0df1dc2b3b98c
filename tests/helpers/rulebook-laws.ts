import fc from 'fast-check';
import { computeClock, findCalendar } from '../../shared/deadlines/index.ts';
import {
  attemptGuard,
  attemptKeys,
  attemptTransition,
  caseEvents,
  clocksFor,
  findRule,
  timeOf,
  verdict,
  type AttemptEntry,
  type AttemptEvent,
  type AttemptGuard,
  type AttemptSlot,
  type CasePins,
  type ClockSpec,
  type FactDefinition,
  type FactValue,
  type Facts,
  type Reading,
  type Rule,
  type Rulebook,
  type Scenario,
  type Verdict,
} from '../../shared/rulebook/index.ts';

/** A matter as laws are tried on it: a scene, what is known of it, and the versions of the rules it is held to. */
export interface TriedMatter {
  readonly scenario: Scenario;
  readonly facts: Facts;
  /** One more answer, at least as favourable as what is known. */
  readonly better: { readonly id: string; readonly value: FactValue } | null;
  readonly at: CasePins;
  readonly offence: number | null;
  /** What else was submitted before, in any scene of the case type. */
  readonly others: readonly Omit<AttemptEntry, 'orderNumber'>[];
  readonly startedAt: number;
  readonly history: readonly AttemptEvent[];
}

/** Says what is wrong with how the rulebook met a matter; null where the law holds. */
type Law = (rulebook: Rulebook, matter: TriedMatter) => string | null;

/** Values of a fact from least to most favourable. */
export function ladder(fact: FactDefinition): FactValue[] {
  switch (fact.type) {
    case 'boolean':
      return [!fact.favours, fact.favours];
    case 'choice':
      return fact.options.map((option) => option.id);
    case 'count':
      return fact.favours === 'more' ? [0, 1, 2, 3, 50, 1_000_000] : [1_000_000, 50, 3, 2, 1, 0];
    case 'money':
      return fact.favours === 'more'
        ? [0, 9_999, 10_000, 75_000, 9_000_000]
        : [9_000_000, 75_000, 10_000, 9_999, 0];
    case 'text':
      return ['words'];
    case 'instant':
      return [1];
  }
}

/** Everything that can happen to a slot. */
export const attemptEvents: fc.Arbitrary<AttemptEvent> = fc.oneof(
  ...(
    [
      'draft-begun',
      'draft-dropped',
      'submitted',
      'returned',
      'decided',
      'window-closed',
      'found-spent',
      'cast-in-doubt',
      'found-free',
    ] as const
  ).map((kind) => fc.constant<AttemptEvent>({ kind })),
  fc.constantFrom<AttemptEvent>(
    { kind: 'corrected', reason: '' },
    { kind: 'corrected', reason: 'recorded in error' },
  ),
);

/** Matters of one scene. */
export function mattersOf(rulebook: Rulebook, scenario: Scenario): fc.Arbitrary<TriedMatter> {
  const platform = rulebook.data.platforms.find(({ id }) => id === scenario.platformId);
  const days = fc.constantFrom(...turningDays(rulebook));
  const siblings = [...rulebook.scenarios.values()].filter(
    ({ platformId, caseTypeId }) => platformId === scenario.platformId && caseTypeId === scenario.caseTypeId,
  );
  const answers = fc
    .tuple(
      ...scenario.facts.map((fact) =>
        fc.tuple(fc.constant(fact.id), fc.option(fc.constantFrom(...ladder(fact)), { nil: undefined })),
      ),
    )
    .map((all): Facts => Object.fromEntries(all));
  return fc
    .record({
      facts: answers,
      which: fc.nat(),
      step: fc.nat(),
      at: fc.record({
        filing: days,
        conduct: fc.option(days, { nil: undefined }),
        notice: fc.option(days, { nil: undefined }),
        region: fc.option(fc.constantFrom(...(platform?.regions ?? []).map(({ id }) => id), 'ZZ'), {
          nil: undefined,
        }),
        fulfilment: fc.option(fc.constantFrom('seller' as const, 'platform' as const), { nil: undefined }),
      }),
      offence: fc.option(fc.integer({ min: 1, max: 4 })),
      others: fc.array(
        fc.record({
          scenarioId: fc.option(fc.constantFrom(...siblings.map(({ id }) => id))),
          state: fc.constantFrom(...(['left', 'held', 'spent', 'lapsed', 'unknown'] as const)),
          caseId: fc.constant('another'),
          by: fc.constantFrom('here' as const, 'elsewhere' as const),
        }),
        { maxLength: 4 },
      ),
      startedAt: fc.integer({ min: Date.UTC(2025, 11, 1), max: Date.UTC(2026, 11, 20) }),
      history: fc.array(attemptEvents, { maxLength: 30 }),
    })
    .map(({ which, step, ...matter }) => ({
      ...matter,
      scenario,
      better: betterAnswer(scenario, matter.facts, which, step),
    }));
}

/** Matters of every scene there is. */
export function matters(rulebook: Rulebook): fc.Arbitrary<TriedMatter> {
  return fc.constantFrom(...rulebook.scenarios.values()).chain((scenario) => mattersOf(rulebook, scenario));
}

function betterAnswer(scenario: Scenario, facts: Facts, which: number, step: number): TriedMatter['better'] {
  const fact = scenario.facts[which % Math.max(1, scenario.facts.length)];
  if (fact === undefined) return null;
  const rungs = ladder(fact);
  const current = facts[fact.id];
  // Where nothing is known yet, only the best answer is sure to be no worse.
  const higher = current === undefined ? rungs.slice(-1) : rungs.slice(rungs.indexOf(current) + 1);
  const value = higher[step % Math.max(1, higher.length)];
  return value === undefined ? null : { id: fact.id, value };
}

/** The days on which some rule begins or ends, the days beside them, and one on which none does. */
function turningDays({ rules }: Rulebook): string[] {
  const spans = [...rules.values()].flatMap((rule) => [rule, ...rule.readings]);
  const turns = spans.flatMap(({ effective: { from, to } }) => [from ?? [], to ?? []].flat());
  const beside = (day: string, by: number) =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  return [
    ...new Set(['2026-11-28', ...turns.flatMap((day) => [beside(day, -1), day, beside(day, 1)])]),
  ].sort();
}

const WORDS: readonly Verdict['word'][] = ['not-eligible', 'fact-missing', 'weak', 'eligible'];
const ORDER = '1';
const OTHER_ORDER = '2';
const THIRD_ORDER = '3';

/** The readings of a rule that hold for a case, the strictest first: told from the data, not by the engine. */
function holding(rule: Rule, at: CasePins): readonly Reading[] {
  const day = at[rule.instant] ?? at.filing;
  const holds = ({ effective: { from, to }, regions }: Pick<Rule, 'effective' | 'regions'>) =>
    (from ?? day) <= day &&
    day <= (to ?? day) &&
    (at.region === undefined || regions.length === 0 || regions.includes(at.region));
  const ships =
    at.fulfilment === undefined || rule.fulfilment.length === 0 || rule.fulfilment.includes(at.fulfilment);
  return holds(rule) && ships ? rule.readings.filter(holds) : [];
}

/** What gave a verdict its word, with the rules it rests on: the worst that stands against filing, or all that was passed. */
function deciders({
  word,
  why,
  rules,
}: Verdict): { readonly by: string; readonly rules: readonly string[] }[] {
  if (word === 'eligible') {
    const passed = rules.filter(({ effect, outcome }) => effect !== 'definition' && outcome === 'passed');
    return passed.map(({ ruleId }) => ({ by: ruleId, rules: [ruleId] }));
  }
  const outcome = word === 'not-eligible' ? 'failed' : 'open';
  return why
    .filter((each) =>
      word === 'weak'
        ? each.effect === 'strength' || each.effect === 'dimension'
        : each.outcome === outcome && (each.effect === 'bar' || each.effect === 'need'),
    )
    .map(({ checkId, ruleIds }) => ({ by: checkId, rules: ruleIds }));
}

/** The checks of a scene, and every rule that each has to have: those it takes a value from, and those it cites. */
function checksOf(rulebook: Rulebook, { platformId, caseTypeId, sceneId }: Scenario) {
  const platform = rulebook.data.platforms.find(({ id }) => id === platformId);
  const caseType = platform?.caseTypes.find((each) => each.caseType === caseTypeId);
  const scene = caseType?.scenes.find(({ id }) => id === sceneId);
  return (scene?.checks ?? []).map(({ id, rules, when }) => ({ id, rules: [...rules, ...rulesIn(when)] }));
}

const ask = (rulebook: Rulebook, { scenario, facts, at }: TriedMatter) =>
  verdict(rulebook, { scenario: scenario.id, facts, at });

/** What holds for every scene of every pack, whatever is known and whenever it is asked. */
export const laws: Readonly<Record<string, Law>> = {
  'a favourable fact never makes a verdict worse': (rulebook, matter) => {
    if (matter.better === null) return null;
    const before = ask(rulebook, matter).word;
    const facts = { ...matter.facts, [matter.better.id]: matter.better.value };
    const after = ask(rulebook, { ...matter, facts }).word;
    return WORDS.indexOf(after) >= WORDS.indexOf(before)
      ? null
      : `${before} became ${after} by ${JSON.stringify(matter.better)}`;
  },

  'the same inputs at the same instant give the same verdict': (rulebook, matter) => {
    const turned = Object.fromEntries(Object.entries(matter.facts).reverse());
    const [first, second] = [ask(rulebook, matter), ask(rulebook, { ...matter, facts: turned })];
    return JSON.stringify(first) === JSON.stringify(second) ? null : 'another verdict for the same matter';
  },

  'what decided the word of a verdict rests on a rule in force for the case': (rulebook, matter) => {
    const answer = ask(rulebook, matter);
    const inForce = (id: string) => holding(findRule(rulebook, id), matter.at).length > 0;
    const wrongly = answer.rules.find((cited) => cited.inForce !== inForce(cited.ruleId));
    if (wrongly !== undefined) return `${wrongly.ruleId} is cited as in force or not, and is otherwise`;
    const decided = deciders(answer);
    const bare = decided.find(({ rules }) => !rules.some(inForce));
    if (bare !== undefined) return `${answer.word} by ${bare.by}, which rests on no rule in force`;
    if (decided.length > 0) return null;
    // Nothing was decided: then no check of the scene has a rule in force, and the seller is sent to look it up.
    const standing = checksOf(rulebook, matter.scenario).find(({ rules }) => rules.every(inForce));
    if (standing !== undefined) return `${answer.word} without a reason, though ${standing.id} stands`;
    return answer.word === 'fact-missing' && answer.nextAct.key === 'look-up-rule'
      ? null
      : `${answer.word} by nothing`;
  },

  'a reminder of the seller is never later than the earliest reading': (rulebook, matter) => {
    const { scenario, at, startedAt } = matter;
    const { zone, calendar } = timeOf(rulebook, scenario.id, at.region);
    const options = { startedAt, zone, calendar: findCalendar(calendar) };
    for (const event of caseEvents)
      for (const spec of clocksFor(rulebook, scenario.id, event, at)) {
        if (spec.owner !== 'mine') continue;
        const { dueAt } = computeClock(spec, options);
        for (const reading of spannedReadings(rulebook, spec.id, matter)) {
          const taken = spec.readings.find(
            (each) => each.reading.id === reading.id && each.ruleId === reading.ruleId,
          );
          if (taken === undefined) return `${spec.id} leaves out ${reading.ruleId}/${reading.id}`;
          const alone = computeClock({ ...spec, readings: [taken] }, options).dueAt;
          if (dueAt === null || alone === null || dueAt > alone)
            return `${spec.id} is due after ${reading.ruleId}/${reading.id}`;
        }
        for (const taken of disputedSpans(rulebook, spec, at)) {
          const alone = computeClock({ ...spec, readings: [taken] }, options).dueAt;
          if (dueAt === null || alone === null || dueAt > alone)
            return `${spec.id} is due after ${taken.ruleId}/${taken.readingId}, a side of ${spec.conflictId ?? ''}`;
        }
      }
    return null;
  },

  'a looser reading acts only where the register or the rule says so with a reason': (rulebook, matter) => {
    const { scenario, at } = matter;
    for (const { ruleId, readingId, inForce } of ask(rulebook, matter).rules) {
      const rule = findRule(rulebook, ruleId);
      const strictest = holding(rule, at)[0];
      if (!inForce || strictest === undefined || strictest.id === readingId) continue;
      if (rule.why === null && !isNamed(rulebook, ruleId))
        return `${ruleId}/${readingId} acts without a reason`;
    }
    return (
      decidingRules(rulebook, scenario)
        .map(({ ruleId, use }) => looserThanNamed(rulebook, scenario, ruleId, use))
        .find((fault) => fault !== null) ?? null
    );
  },

  'a spent attempt never becomes left but by a correction': (rulebook, { history, ...matter }) => {
    let slot: AttemptSlot = { state: 'left', submitted: false };
    let sent = false;
    for (const event of history) {
      const next = attemptTransition(slot, event);
      if (!next.ok) continue;
      slot = next.slot;
      if (event.kind === 'corrected') sent = false;
      else if (slot.state === 'spent') sent = true;
      if (sent && ['left', 'unknown'].includes(slot.state)) return `${event.kind} freed a spent slot`;
    }
    return freedByLedger(rulebook, matter);
  },
};

/** Once as many were spent as the acting reading gives, nothing that is learnt besides opens the way again. */
function freedByLedger(
  rulebook: Rulebook,
  { scenario, at, offence, others }: Omit<TriedMatter, 'history'>,
): string | null {
  const matter = 'one and the same';
  const circumstances = { pins: at, offence, matter };
  const acting = attemptKeys(rulebook, scenario.id, { orderNumbers: [ORDER] }, circumstances).find(
    ({ acts }) => acts,
  );
  if (acting === undefined) return null;
  const spent = Array.from({ length: acting.max }, (_, place): AttemptEntry => ({
    orderNumber: ORDER,
    scenarioId: scenario.id,
    state: 'spent',
    caseId: 'first',
    by: 'here',
    matter,
    filing: `filing ${place}`,
  }));
  const ledger = [...others.map((entry) => ({ ...entry, orderNumber: ORDER })), ...spent];
  const { allowed, left } = attemptGuard(rulebook, scenario.id, ORDER, ledger, 'own', circumstances);
  if (allowed !== 'refused' || left !== 0)
    return `${acting.max} spent, and still ${allowed}, ${String(left)} left`;
  return isOfMatterAlone(acting.key)
    ? freedByOtherOrder(acting.max, spent, (order, entries, number) =>
        attemptGuard(rulebook, scenario.id, order, [...ledger.slice(0, others.length), ...entries], 'own', {
          ...circumstances,
          matter: number,
        }),
      )
    : null;
}

/** Whether a key counts what has a number of its own, whichever orders are named of it. */
function isOfMatterAlone(key: string): boolean {
  const parts = key.split('|').map((part) => part.split('=')[0] ?? '');
  return !parts.includes('order') && parts.some((part) => ['dispute', 'violation', 'item'].includes(part));
}

/** Naming another order of a matter, or none, brings no second chance; another number does, and none at all is doubtful. */
function freedByOtherOrder(
  max: number,
  spent: readonly AttemptEntry[],
  ask: (orderNumber: string, entries: readonly AttemptEntry[], matter: string | null) => AttemptGuard,
): string | null {
  const matter = spent[0]?.matter ?? null;
  const severalOrders = spent.flatMap((entry) => [entry, { ...entry, orderNumber: OTHER_ORDER }]);
  for (const order of [OTHER_ORDER, ''])
    for (const entries of [spent, severalOrders]) {
      const again = ask(order, entries, matter);
      if (again.allowed !== 'refused' || again.left !== 0)
        return `${max} spent, and still ${again.allowed} by naming order «${order}»`;
    }
  if (max === 0) return null;
  const once = ask(THIRD_ORDER, severalOrders.slice(0, 2), matter).left;
  if (once !== null && once !== max - 1) return `one filing of two orders left ${once} of ${max}`;
  const other = ask(THIRD_ORDER, severalOrders, 'another').allowed;
  return other === 'refused' || other === 'unknown' ? `another matter is ${other}` : null;
}

/** The readings with a span of the rules that a clock of the scene goes by. */
function spannedReadings(
  rulebook: Rulebook,
  clockId: string,
  { scenario, at }: TriedMatter,
): readonly Reading[] {
  const platform = rulebook.data.platforms.find(({ id }) => id === scenario.platformId);
  const caseTypes = [
    ...(platform?.caseTypes.filter(({ caseType }) => caseType === scenario.caseTypeId) ?? []),
    ...rulebook.data.platforms.filter(({ kind }) => kind === 'law').flatMap((law) => law.caseTypes),
  ];
  const clock = caseTypes.flatMap(({ clocks }) => clocks).find(({ id }) => id === clockId);
  return (clock?.rules ?? [])
    .flatMap((id) => holding(findRule(rulebook, id), at))
    .filter(({ value }) => value.kind === 'duration' && value.max !== null);
}

/** The sides of the disagreement that a clock carries which count from its event, whether or not it goes by their rules. */
function disputedSpans(
  { conflicts, rules }: Rulebook,
  { conflictId, event }: ClockSpec,
  at: CasePins,
): ClockSpec['readings'] {
  const sides = conflicts.find(({ id }) => id === conflictId)?.positions ?? [];
  return sides.flatMap((side) => {
    const rule = rules.get(side.ruleId);
    const { value } = side;
    if (rule === undefined || !holding(rule, at).some(({ id }) => id === side.id)) return [];
    if (value.kind !== 'duration' || value.max === null || value.from !== event) return [];
    const duration = { ...value, max: value.max };
    return [{ ruleId: rule.id, readingId: side.id, duration, qualifier: null, reading: side }];
  });
}

type Use = 'verdict' | 'attempt';

/** The rules whose values decide in a scene: those its checks compare with, its dimension, its being there, its chances. */
function decidingRules(
  rulebook: Rulebook,
  scenario: Scenario,
): readonly { readonly ruleId: string; readonly use: Use }[] {
  const platform = rulebook.data.platforms.find(({ id }) => id === scenario.platformId);
  const caseType = platform?.caseTypes.find((each) => each.caseType === scenario.caseTypeId);
  const scene = caseType?.scenes.find(({ id }) => id === scenario.sceneId);
  const compared = rulesIn(scene?.checks.map(({ when }) => when));
  const verdictRules = [...compared, scene?.dimension ?? '', scene?.listedBy ?? ''].filter((id) =>
    rulebook.rules.has(id),
  );
  return [
    ...verdictRules.map((ruleId) => ({ ruleId, use: 'verdict' as const })),
    ...(caseType?.attempts == null ? [] : [{ ruleId: caseType.attempts.acts, use: 'attempt' as const }]),
  ];
}

/** Every `rule` named anywhere in a condition. */
function rulesIn(condition: unknown): string[] {
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.entries(condition).flatMap(([key, value]) =>
    key === 'rule' && typeof value === 'string' ? [value] : rulesIn(value),
  );
}

/** Whether a rule that decides here stands, in a conflict about this scene, below the one the register names. */
function looserThanNamed(rulebook: Rulebook, scenario: Scenario, ruleId: string, use: Use): string | null {
  for (const { id, positions, acts } of rulebook.conflicts) {
    const named = acts[use];
    const place = positions.findIndex((position) => position.ruleId === ruleId);
    if (place < 0 || named === null || named === ruleId) continue;
    if (!findRule(rulebook, named).scenarios.includes(scenario.id)) continue;
    if (use === 'attempt' || place > positions.findIndex((position) => position.ruleId === named))
      return `${ruleId} decides ${use}, where ${id} names ${named}`;
  }
  return null;
}

function isNamed({ conflicts }: Rulebook, ruleId: string): boolean {
  return conflicts.some(({ acts }) => Object.values(acts).includes(ruleId));
}
