import { OUTCOMES, type Outcome } from '../submissions/index.ts';
import { actingReading, actingValue, standingReadings } from './acting.ts';
import { bindCondition } from './bind.ts';
import { holds } from './conditions.ts';
import {
  caseEvents,
  clockEndings,
  orderEvents,
  type CaseEvent,
  type ClockEnding,
  type Condition,
  type Effect,
  type PackCaseType,
} from './format/index.ts';
import { cite, findRule, scenarioParts } from './look-up.ts';
import type {
  CasePins,
  ClockSpec,
  ClockSpecReading,
  FollowThroughItem,
  OrderClock,
  Reading,
  Rulebook,
  StartingEvent,
} from './types.ts';

type PackClock = PackCaseType['clocks'][number];

/**
 * The clocks an event of a case starts, each with every reading of its span.
 *
 * A clock may come without readings: the sources give no number, and only the platform's page knows the end. One whose
 * rules all say nothing for the case does not start; one of the seller's own that they leave for the case's region alone
 * does, without a number, unless the pack says that it is a matter of their regions only.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function clocksFor(
  rulebook: Rulebook,
  scenarioId: string,
  event: CaseEvent,
  pins: CasePins | null = null,
): ClockSpec[] {
  const { caseType, scene, law } = scenarioParts(rulebook, scenarioId, pins);
  const isLeftToPage = ({ owner, onlyWhereRuled, rules }: PackClock) =>
    owner === 'mine' && !onlyWhereRuled && rules.some((id) => stands(rulebook, id, anywhere(pins)));
  const isRuled = ({ rules }: PackClock) =>
    rules.length === 0 || rules.some((id) => stands(rulebook, id, pins));
  const started = (clocks: readonly PackClock[]) =>
    clocks.filter((clock) => clock.startsOn.includes(event) && appliesTo(clock.scenes, scene.id));
  const own = started(caseType.clocks).filter((clock) => isRuled(clock) || isLeftToPage(clock));
  const ofLaw = started(law.flatMap(({ clocks }) => clocks)).filter(isRuled);
  return [...own, ...ofLaw].map((clock) => ({
    ...clockSpec(rulebook, clock, event, pins),
    onPage: clock.owner === 'mine' && own.includes(clock),
    ofLaw: !own.includes(clock),
  }));
}

/**
 * Ids of the seller's own clocks of a scenario that count down to a chance: over once none is left.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function chanceClocks(rulebook: Rulebook, scenarioId: string): ReadonlySet<string> {
  const { caseType } = scenarioParts(rulebook, scenarioId, null);
  if (caseType.attempts === null) return new Set();
  return new Set(
    caseType.clocks
      .filter(({ owner }) => owner === 'mine')
      .filter(({ usesChance, startsOn }) => usesChance || startsOn.includes('notice-issued'))
      .map(({ id }) => id),
  );
}

/**
 * What of a case's own record ends a clock of a scenario. One that its rules do not know (any more) is ended by any of it.
 *
 * @param clockId the id of a clock of the seller's or of somebody else's; nothing ends what vanishes
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function clockEndingsOf(
  rulebook: Rulebook,
  scenarioId: string,
  clockId: string,
): readonly ClockEnding[] {
  const { caseType } = scenarioParts(rulebook, scenarioId, null);
  const clock = caseType.clocks.find(({ id }) => id === clockId);
  return clock === undefined ? clockEndings : endingsOf(clock);
}

function endingsOf({ owner, endsOn }: PackClock): readonly ClockEnding[] {
  return owner === 'vanishing' ? [] : (endsOn ?? clockEndings);
}

/** What has a record of its own: the notice, what was filed, and what came of it. */
const RECORDED_ELSEWHERE: ReadonlySet<string> = new Set(['notice-issued', 'submitted', ...OUTCOMES]);

/**
 * The events that start a clock of a scenario and that nothing else records, each with its clocks. Spans of the law,
 * which are no step of a case, are left out, and so is what each order starts by its own day.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function startingEvents(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null = null,
): StartingEvent[] {
  return caseEvents
    .filter((event) => !RECORDED_ELSEWHERE.has(event))
    .map((event) => ({
      event,
      clocks: clocksFor(rulebook, scenarioId, event, pins).filter(
        ({ ofLaw, capture }) => !ofLaw && !isOfOrders(capture),
      ),
    }))
    .filter(({ clocks }) => clocks.length > 0);
}

/** Whether a clock counts for each order of the case by itself. */
export function isOfOrders(capture: ClockSpec['capture']): boolean {
  return capture !== null && capture.requirement !== null;
}

/**
 * The clocks that the orders of a case start by their own days, each once, by the first of its events.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function orderClocks(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null = null,
): OrderClock[] {
  const found = new Map<string, OrderClock>();
  for (const event of orderEvents)
    for (const spec of clocksFor(rulebook, scenarioId, event, pins))
      if (isOfOrders(spec.capture) && !found.has(spec.id)) found.set(spec.id, { ...spec, event });
  return [...found.values()];
}

/**
 * Ids of a scenario's clocks that count from the latest of several events: once two of them are known, only the later one
 * counts.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function laterOfClocks(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null,
): ReadonlySet<string> {
  const { caseType } = scenarioParts(rulebook, scenarioId, pins);
  const readingsFor = ({ rules }: PackClock, held: CasePins | null) =>
    rules.flatMap((id) => standingReadings(findRule(rulebook, id), held));
  // What the page counts down instead of another region's rules starts as they say.
  const readingsOf = (clock: PackClock) => {
    const standing = readingsFor(clock, pins);
    return standing.length > 0 ? standing : readingsFor(clock, anywhere(pins));
  };
  return new Set(
    caseType.clocks
      .filter((clock) =>
        readingsOf(clock).some(({ value }) => value.kind === 'duration' && value.laterOf.length > 0),
      )
      .map(({ id }) => id),
  );
}

/** A case as if nobody had named its region. */
function anywhere(pins: CasePins | null): CasePins | null {
  return pins === null ? null : { ...pins, region: undefined };
}

/** Whether a rule says anything for the case: in force, in its region, for whoever ships. */
function stands(rulebook: Rulebook, ruleId: string, pins: CasePins | null): boolean {
  return actingReading(findRule(rulebook, ruleId), pins) !== null;
}

/**
 * What a decision brings and what it does not, in the rule's own terms; the basis of the follow-through list.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function followThrough(
  rulebook: Rulebook,
  scenarioId: string,
  decision: Outcome,
  pins: CasePins | null = null,
): FollowThroughItem[] {
  const { caseType, scene } = scenarioParts(rulebook, scenarioId, pins);
  return caseType.outcomes
    .filter((outcome) => outcome.decisions.includes(decision) && appliesTo(outcome.scenes, scene.id))
    .filter((outcome) => outcome.when === null || isSo(rulebook, outcome.when, pins))
    .map((outcome) => {
      const clock = caseType.clocks.find((each) => each.id === outcome.clock);
      const rules = outcome.rules.map((id) => cite(rulebook, id, pins));
      const start = clock?.startsOn.find((event) => event === decision);
      return {
        id: outcome.id,
        promise: outcome.promise,
        text: outcome.text,
        changes: changesOf(rulebook, outcome, pins),
        rules,
        clock: clock === undefined || start === undefined ? null : clockSpec(rulebook, clock, start, pins),
        confidence: lowest(rules.map((rule) => rule.confidence)),
      };
    });
}

/** What an outcome changes: what is written of it, and what the rules that list more say for the case. */
function changesOf(
  rulebook: Rulebook,
  { changes, changesBy }: PackCaseType['outcomes'][number],
  pins: CasePins | null,
): Effect[] {
  const byRules = changesBy.flatMap((id) => actingValue(findRule(rulebook, id), 'effects', pins)?.of ?? []);
  const all = [...changes, ...byRules];
  return all.filter(
    ({ what, change }, place) =>
      all.findIndex((each) => each.what === what && each.change === change) === place,
  );
}

/** Whether the rules say so for the case; no fact of it is looked at. */
function isSo(rulebook: Rulebook, condition: Condition, pins: CasePins | null): boolean {
  const says = (id: string) => actingReading(findRule(rulebook, id), pins);
  return holds(bindCondition(condition, says), {}) === true;
}

function clockSpec(rulebook: Rulebook, clock: PackClock, event: CaseEvent, pins: CasePins | null): ClockSpec {
  const measured: ClockSpecReading[] = [];
  const unmeasured: Reading[] = [];
  const rules = clock.rules
    .map((id) => findRule(rulebook, id))
    .filter((rule) => actingReading(rule, pins) !== null);
  for (const reading of rules.flatMap((rule) => standingReadings(rule, pins))) {
    if (reading.value.kind !== 'duration') continue;
    const { min, max, unit, startDayCounts, pauseDuringReview, movesOffHolidays, window, qualifier } =
      reading.value;
    if (max === null) {
      unmeasured.push(reading);
    } else {
      const duration = { min, max, unit, startDayCounts, pauseDuringReview, movesOffHolidays, window };
      measured.push({ ruleId: reading.ruleId, readingId: reading.id, duration, qualifier, reading });
    }
  }
  const { id, title, owner, awaits, says, conflict } = clock;
  return {
    ...{ id, title, owner, awaits, event, says, unmeasured },
    onPage: false,
    ofLaw: false,
    readings: measured,
    conflictId: conflict,
    capture: clock.capture,
    endsOn: endingsOf(clock),
  };
}

function appliesTo(scenes: readonly string[], scene: string): boolean {
  return scenes.length === 0 || scenes.includes(scene);
}

function lowest(confidences: readonly ('H' | 'M' | 'L')[]): 'H' | 'M' | 'L' {
  if (confidences.includes('L')) return 'L';
  return confidences.includes('M') ? 'M' : 'H';
}
