import { computeClock, type ComputedClock } from '../deadlines/index.ts';
import type { Instant } from '../kernel/index.ts';
import type { Outcome } from '../submissions/index.ts';
import { actingValue } from './acting.ts';
import { attemptGuard } from './attempts.ts';
import { clockDays } from './clock-days.ts';
import { clocksFor, followThrough } from './clocks.ts';
import { formFields } from './form.ts';
import { knownEntry } from './entry.ts';
import type { Bilingual, CaseEvent } from './format/index.ts';
import { burdenOfProof, penaltyLadders, type Violation } from './ladders.ts';
import { findRule, isListed, scenarioParts } from './look-up.ts';
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
  Route,
  Rulebook,
  Verdict,
} from './types.ts';
import { verdict } from './verdict.ts';

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
  readonly entry: { readonly path: readonly string[]; readonly button: string | null } | null;
  /** Headings that the text has to answer to; empty means the common three. */
  readonly structure: readonly Bilingual[];
  readonly verdict: Verdict;
  readonly requirements: readonly Requirement[];
  readonly burden: readonly BurdenLadder[];
  readonly form: readonly FormField[];
  readonly chance: AttemptGuard;
  readonly clocks: readonly RunningClock[];
  /** What the decision brings; empty before there is one. */
  readonly outcomes: readonly FollowThroughItem[];
  readonly penalties: readonly PenaltyLadder[];
  readonly routes: readonly Route[];
}

/**
 * What the rulebook says of a situation, in one answer: the same functions that act on a case.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function assess(rulebook: Rulebook, situation: Situation): Assessment {
  const { scenario: id, facts, pins, decision, violation } = situation;
  const { scenario } = scenarioParts(rulebook, id);
  return {
    listed: isListed(rulebook, scenario, pins),
    entry: entryOf(rulebook, id, pins),
    structure: structureOf(rulebook, id, pins),
    verdict: verdict(rulebook, { scenario: id, facts, at: pins }),
    requirements: requirements(rulebook, id, pins),
    burden: burdenOfProof(rulebook, id, pins),
    form: formFields(rulebook, id, pins),
    chance: attemptGuard(rulebook, id, situation.orderNumber, situation.earlier, undefined, {
      pins,
      offence: violation.occurrence,
    }),
    clocks: runningClocks(rulebook, situation),
    outcomes: decision === null ? [] : followThrough(rulebook, id, decision, pins),
    penalties: penaltyLadders(rulebook, id, violation, pins),
    routes: routes(rulebook, id, facts, pins),
  };
}

function entryOf(rulebook: Rulebook, scenarioId: string, pins: CasePins): Assessment['entry'] {
  const entry = knownEntry(scenarioParts(rulebook, scenarioId).caseType);
  if (entry === null) return null;
  const path = actingValue(findRule(rulebook, entry.path), 'path', pins);
  const button = entry.button === null ? null : actingValue(findRule(rulebook, entry.button), 'words', pins);
  return path === null ? null : { path: path.words, button: button?.of[0] ?? null };
}

/** Headings that a case's text has to answer to; empty means the common three. @throws AppError NOT_FOUND */
export function structureOf(rulebook: Rulebook, scenarioId: string, pins: CasePins): readonly Bilingual[] {
  const { structure, structureBy } = scenarioParts(rulebook, scenarioId).scene;
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
