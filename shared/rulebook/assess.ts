import { Temporal } from 'temporal-polyfill';
import { clockEnds, computeClock, type ComputedClock } from '../deadlines/index.ts';
import { dateIn, type Instant, type LegalDate } from '../kernel/index.ts';
import type { Outcome } from '../submissions/index.ts';
import { actingValue } from './acting.ts';
import { attemptGuard } from './attempts.ts';
import { clockDays } from './clock-days.ts';
import { clocksFor, followThrough } from './clocks.ts';
import { formFields } from './form.ts';
import { knownEntry } from './entry.ts';
import type { Bilingual, CaseEvent, DatedEvent } from './format/index.ts';
import { factsOfKnown, knownFacts, type KnownFact, type OnRecord, type OwnClock } from './known-facts.ts';
import { answeredCount } from './facts.ts';
import { burdenOfProof, falseEvidence, penaltyLadders, type Violation } from './ladders.ts';
import { findRule, isListed, scenarioParts, timeOf } from './look-up.ts';
import { requirements } from './requirements.ts';
import { routes } from './routes.ts';
import type {
  Requirement,
  AttemptEntry,
  AttemptGuard,
  BurdenLadder,
  CasePins,
  ClockSpec,
  Facts,
  FollowThroughItem,
  FormField,
  PenaltyLadder,
  PriceLadder,
  Route,
  Rulebook,
  Verdict,
} from './types.ts';
import { verdict } from './verdict.ts';
import { chanceGone, withoutChance } from './without-chance.ts';

/** A situation somebody asks about, with or without a case of it. */
export interface Situation {
  /** Scenario id. */
  readonly scenario: string;
  readonly facts: Facts;
  readonly pins: CasePins;
  /** What has happened, and when. */
  readonly events: readonly { readonly event: CaseEvent; readonly at: Instant }[];
  /** The platform's answer, once there is one. */
  readonly decision: Outcome | null;
  /** The order a chance is asked about, and what was submitted before. */
  readonly orderNumber: string;
  readonly earlier: readonly AttemptEntry[];
  readonly violation: Violation;
}

/** A clock that has started, with every reading computed. */
export interface RunningClock {
  readonly spec: ClockSpec;
  readonly computed: ComputedClock;
}

/** Everything the rulebook says of a situation. */
export interface Assessment {
  /** Whether the platform has this scene on the day of filing. */
  readonly listed: boolean;
  /** Where the form is, in the platform's words; null where no rule in force says it. */
  readonly entry: {
    readonly path: readonly string[];
    readonly button: string | null;
    /** Other ways to the same form. */
    readonly also: readonly (readonly string[])[];
  } | null;
  /** Headings that the text has to answer to; empty means the common three. */
  readonly structure: readonly Bilingual[];
  /** Not to be filed where the chance is known to be gone, whatever the facts say. */
  readonly verdict: Verdict;
  /** What is known: what was answered, and what follows from the days that were named. */
  readonly known: readonly KnownFact[];
  readonly requirements: readonly Requirement[];
  readonly burden: readonly BurdenLadder[];
  readonly form: readonly FormField[];
  readonly chance: AttemptGuard;
  readonly clocks: readonly RunningClock[];
  /** What the decision brings; empty before there is one. */
  readonly outcomes: readonly FollowThroughItem[];
  readonly penalties: readonly PenaltyLadder[];
  readonly falseEvidence: readonly PriceLadder[];
  readonly routes: readonly Route[];
}

/**
 * What the rulebook says of a situation, in one answer: the same functions that act on a case.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function assess(rulebook: Rulebook, situation: Situation): Assessment {
  const { scenario: id, pins, decision, violation } = situation;
  const clocks = runningClocks(rulebook, situation);
  const known = knownFacts(rulebook, id, recordOf(rulebook, situation, clocks));
  const facts = factsOfKnown(known);
  const { scenario, caseType } = scenarioParts(rulebook, id, pins);
  // Where nobody named the how-manieth it is, the question that tells may have been answered.
  const offence = violation.occurrence ?? answeredCount(facts, caseType.attempts?.offenceFact ?? null);
  const chance = attemptGuard(rulebook, id, situation.orderNumber, situation.earlier, undefined, {
    pins,
    offence,
  });
  const judged = verdict(rulebook, { scenario: id, facts, at: pins });
  // As in a case: what the platform has is judged as it was filed, when the chance was there.
  const gone = isWithPlatform(situation) ? null : chanceGone(chance);
  return {
    listed: isListed(rulebook, scenario, pins),
    entry: entryOf(rulebook, id, pins),
    structure: structureOf(rulebook, id, pins),
    verdict: gone === null ? judged : withoutChance(rulebook, judged, gone, pins),
    known,
    requirements: requirements(rulebook, id, pins),
    burden: burdenOfProof(rulebook, id, pins),
    form: formFields(rulebook, id, pins),
    chance,
    clocks,
    outcomes: decision === null ? [] : followThrough(rulebook, id, decision, pins),
    penalties: penaltyLadders(
      rulebook,
      id,
      { ...violation, points: answeredCount(facts, caseType.pointsFact) },
      pins,
    ),
    falseEvidence: falseEvidence(rulebook, id, pins),
    routes: routes(rulebook, id, facts, pins),
  };
}

function isWithPlatform({ events, decision }: Situation): boolean {
  const isFiled = decision !== null || events.some(({ event }) => event === 'submitted');
  return isFiled && decision !== 'returned';
}

function entryOf(rulebook: Rulebook, scenarioId: string, pins: CasePins): Assessment['entry'] {
  const entry = knownEntry(scenarioParts(rulebook, scenarioId, pins).caseType);
  if (entry === null) return null;
  const path = actingValue(findRule(rulebook, entry.path), 'path', pins);
  const button = entry.button === null ? null : actingValue(findRule(rulebook, entry.button), 'words', pins);
  const also = entry.also.flatMap((rule) => {
    const other = actingValue(findRule(rulebook, rule), 'path', pins);
    return other === null ? [] : [other.words];
  });
  return path === null ? null : { path: path.words, button: button?.of[0] ?? null, also };
}

/** Headings that a case's text has to answer to; empty means the common three. @throws AppError NOT_FOUND */
export function structureOf(rulebook: Rulebook, scenarioId: string, pins: CasePins): readonly Bilingual[] {
  const { structure, structureBy } = scenarioParts(rulebook, scenarioId, pins).scene;
  const byRule = structureBy === null ? null : actingValue(findRule(rulebook, structureBy), 'sections', pins);
  return byRule?.of ?? structure;
}

/** The clocks that the events of a situation have started, each once: one that waits for the later of two starts there. */
function runningClocks(rulebook: Rulebook, { scenario: id, events, pins }: Situation): RunningClock[] {
  const days = clockDays(rulebook, id, pins);
  const started = new Map<string, RunningClock>();
  for (const { event, at } of [...events].sort((left, right) => left.at - right.at)) {
    for (const spec of clocksFor(rulebook, id, event, pins)) {
      const computed = computeClock(spec, { startedAt: at, ...days });
      started.set(spec.id, { spec, computed });
    }
  }
  return [...started.values()];
}

/** What is on record of a situation: the days it names and the clocks they start, on the day of its filing. */
function recordOf(rulebook: Rulebook, situation: Situation, clocks: readonly RunningClock[]): OnRecord {
  const { scenario: id, facts, events, pins } = situation;
  const { zone } = timeOf(rulebook, id, pins.region);
  const days: Partial<Record<DatedEvent, readonly LegalDate[]>> = {
    ...(pins.conduct === undefined ? {} : { ordered: [pins.conduct] }),
    ...(pins.notice === undefined ? {} : { 'notice-issued': [pins.notice] }),
  };
  for (const { event, at } of [...events].sort((left, right) => left.at - right.at))
    days[event] = [dateIn(at, zone)];
  const answers = Object.entries(facts).flatMap(([factId, value]) =>
    value === undefined ? [] : [[factId, { value, on: pins.filing }] as const],
  );
  const ofNotice = events.some(({ event }) => event === 'notice-issued')
    ? []
    : noticeClocks(rulebook, situation);
  return {
    ...{ measures: {}, answers: new Map(answers), days, today: pins.filing, isFiled: false, reviews: [] },
    clocks: [...clocks.flatMap(({ spec, computed }) => ownClock(spec, computed, computed)), ...ofNotice],
    zone,
    at: wholeDay(pins.filing, zone),
  };
}

/** The clocks that the notice starts on a day of which no hour is known: between those of its first moment and of its last. */
function noticeClocks(rulebook: Rulebook, situation: Situation): OwnClock[] {
  const { scenario: id, pins } = situation;
  if (pins.notice === undefined) return [];
  const { from, to } = wholeDay(pins.notice, timeOf(rulebook, id, pins.region).zone);
  const since = (at: Instant) =>
    runningClocks(rulebook, { ...situation, events: [{ event: 'notice-issued', at }] });
  const latest = new Map(since(to).map(({ spec, computed }) => [spec.id, computed]));
  return since(from).flatMap(({ spec, computed }) =>
    ownClock(spec, computed, latest.get(spec.id) ?? computed),
  );
}

function ownClock(spec: ClockSpec, earliest: ComputedClock, latest: ComputedClock): OwnClock[] {
  const [one, other] = [clockEnds(earliest), clockEnds(latest)];
  if (spec.owner !== 'mine' || spec.ofLaw || one === null || other === null) return [];
  const { id: specId, title } = spec;
  return [{ specId, title, startedAt: earliest.startedAt, ...one, last: other.last, filedAt: null }];
}

function wholeDay(day: LegalDate, zone: string): OnRecord['at'] {
  const date = Temporal.PlainDate.from(day);
  const [from, next] = [date, date.add({ days: 1 })].map(
    (each) => each.toZonedDateTime(zone).epochMilliseconds,
  );
  return { from: from ?? 0, to: (next ?? 0) - 1 };
}
