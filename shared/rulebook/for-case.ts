import { AppError, type LegalDate } from '../kernel/index.ts';
import { actingReading, actingValue, standingReadings } from './acting.ts';
import { sceneDimension } from './bind.ts';
import { structureOf } from './assess.ts';
import { choiceTester } from './choices.ts';
import { clocksFor } from './clocks.ts';
import { formFields } from './form.ts';
import { knownEntry, type KnownEntry } from './entry.ts';
import { caseEvents, type Bilingual } from './format/index.ts';
import { burdenOfProof, falseEvidence, penaltyLadders } from './ladders.ts';
import { cite, findRule, findScenario, scenarioParts } from './look-up.ts';
import { requirements } from './requirements.ts';
import { routes } from './routes.ts';
import type {
  CasePins,
  Conflict,
  ConflictPosition,
  Reading,
  Rule,
  RuleCitation,
  Rulebook,
  Scenario,
} from './types.ts';

/**
 * A scene as it stands for a case: its way in, its dimension, its headings and the words of its results by the readings
 * that act on the case's days and at its site, and not by those that act today.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function scenarioFor(rulebook: Rulebook, scenarioId: string, pins: CasePins): Scenario {
  const { scenario, caseType, scene } = scenarioParts(rulebook, scenarioId, pins);
  const inForce = (ruleId: string) => actingReading(findRule(rulebook, ruleId), pins) !== null;
  return {
    ...scenario,
    dimension: sceneDimension(rulebook.rules, scene, pins),
    structure: structureOf(rulebook, scenarioId, pins),
    entry: entryFor(rulebook, scenario.entry, knownEntry(caseType), pins),
    resultWords: caseType.resultWords
      .filter(({ rules }) => rules.some(inForce))
      .map(({ decision, words }) => ({ decision, words })),
  };
}

/** Null where no rule in force says where the form is. */
function entryFor(
  rulebook: Rulebook,
  entry: Scenario['entry'],
  rules: KnownEntry | null,
  pins: CasePins,
): Scenario['entry'] {
  if (entry === null || rules === null) return null;
  const path = findRule(rulebook, rules.path);
  const acting = actingReading(path, pins);
  if (acting?.value.kind !== 'path') return null;
  const button = rules.button === null ? null : actingValue(findRule(rulebook, rules.button), 'words', pins);
  const { value, date, lastVerified } = acting;
  const also = rules.also.flatMap((id) => {
    const other = actingValue(findRule(rulebook, id), 'path', pins);
    return other === null ? [] : [other.words];
  });
  return { ...entry, path: value.words, button: button?.of[0] ?? null, also, date, lastVerified };
}

/**
 * Everything the rulebook says of a scene before it is asked anything: as it stands for a case, or without pins as it
 * stands by the readings the packs chose.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function sceneRules(rulebook: Rulebook, scenarioId: string, pins: CasePins | null) {
  return {
    scenario: pins === null ? findScenario(rulebook, scenarioId) : scenarioFor(rulebook, scenarioId, pins),
    requirements: [...requirements(rulebook, scenarioId, pins)],
    formFields: [...formFields(rulebook, scenarioId, pins)],
    burden: [...burdenOfProof(rulebook, scenarioId, pins)],
    penalties: [...penaltyLadders(rulebook, scenarioId, { occurrence: null, orders: null }, pins)],
    falseEvidence: [...falseEvidence(rulebook, scenarioId, pins)],
    routes: [...routes(rulebook, scenarioId, {}, pins)],
    events: caseEvents.filter((event) => clocksFor(rulebook, scenarioId, event, pins).length > 0),
    countsOffences: countsOffences(rulebook, scenarioId, pins),
  };
}

/** Whether a rule of a scene, about its chances or its penalties, goes by the how-manieth offence it is. */
function countsOffences(rulebook: Rulebook, scenarioId: string, pins: CasePins | null): boolean {
  const { scenario } = scenarioParts(rulebook, scenarioId, pins);
  const byChances = scenario.chanceRules.some((id) => {
    const value = actingValue(findRule(rulebook, id), 'attempts', pins);
    return value !== null && value.byOffence.length > 0;
  });
  const known = { occurrence: null, orders: null };
  return (
    byChances ||
    penaltyLadders(rulebook, scenarioId, known, pins).some(({ tiers }) =>
      tiers.some(({ occurrence }) => occurrence !== null),
    )
  );
}

/** A reading that stands for a case, whether it is one that acts, and whether another result would come of it if it did. */
export interface StandingPosition extends ConflictPosition {
  readonly acts: boolean;
  readonly mayAct: boolean;
}

/** Something the sources do not agree on for a case: a disagreement of the register, or a rule with several readings. */
export interface Disputed {
  /** The disagreement's id, or the rule's. */
  readonly id: string;
  readonly title: Bilingual;
  readonly conflictId: string | null;
  /** Whether it bears on how chances are counted. */
  readonly onChances: boolean;
  /** Strictest first; only those that hold on the case's day and at its site. */
  readonly positions: readonly StandingPosition[];
  readonly why: Bilingual | null;
}

/**
 * Where the sources differ about a case of a scene. What does not stand for it, by its day or its site, is no side of it;
 * what has one side left of several is not disputed any more.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function disputedFor(rulebook: Rulebook, scenarioId: string, pins: CasePins): readonly Disputed[] {
  const { platform } = scenarioParts(rulebook, scenarioId, pins);
  const ofScene = [...rulebook.rules.values()].filter(({ scenarios }) => scenarios.includes(scenarioId));
  const ids = new Set(ofScene.map(({ id }) => id));
  const changes = choiceTester(rulebook, scenarioId, pins);
  const standing = (
    position: ConflictPosition,
    conflictId: string | null,
    acts: boolean,
  ): StandingPosition => {
    const { ruleId, id: readingId } = position;
    return { ...position, acts, mayAct: !acts && changes({ ruleId, readingId, conflictId }) };
  };
  const ofRegister = rulebook.conflicts
    .filter(
      ({ platformId, positions }) =>
        platformId === platform.id && positions.some(({ ruleId }) => ids.has(ruleId)),
    )
    .flatMap((conflict): Disputed[] => {
      const { id, title, why } = conflict;
      const acting = Object.values(conflict.acts);
      const positions = conflict.positions.flatMap((position) => {
        const rule = findRule(rulebook, position.ruleId);
        if (!stands(rule, position, pins)) return [];
        return [standing(position, id, acting.includes(rule.id) && isActing(rule, position, pins))];
      });
      if (positions.length === 0 || positions.length < Math.min(2, conflict.positions.length)) return [];
      return [{ id, title, conflictId: id, onChances: conflict.acts.attempt !== null, positions, why }];
    });
  const ofReadings = ofScene
    .filter(({ conflicts }) => conflicts.length === 0)
    .flatMap((rule): Disputed[] => {
      const { id, title, why } = rule;
      const positions = standingReadings(rule, pins)
        .filter((reading) => stands(rule, reading, pins))
        .map((reading) => standing({ ...reading, says: null }, null, isActing(rule, reading, pins)));
      if (positions.length < 2) return [];
      return [{ id, title, conflictId: null, onChances: false, positions, why }];
    });
  return [...ofRegister, ...ofReadings];
}

/** What a reading can decide. */
type Use = keyof Conflict['acts'];

/** A side of a disagreement as it is for a case. */
export interface PositionForCase extends ConflictPosition {
  /** False where it does not hold on the case's day or at its site. */
  readonly stands: boolean;
  /** What it decides for the case. */
  readonly actsFor: readonly Use[];
  readonly chosenByInstant: RuleCitation['chosenByInstant'];
  /** The day of that instant; null where it is not known, or still to come. */
  readonly day: LegalDate | null;
}

/** A disagreement of the register as it is for a case. */
export interface ConflictForCase extends Pick<Conflict, 'id' | 'platformId' | 'title' | 'why'> {
  /** Every side of it, strictest first, those that do not hold for the case among them. */
  readonly positions: readonly PositionForCase[];
}

/**
 * A disagreement as it stands for a case: which of its sides hold for it, and which acts on the day that chooses it.
 *
 * @throws AppError NOT_FOUND
 */
export function conflictFor(rulebook: Rulebook, conflictId: string, pins: CasePins): ConflictForCase {
  const conflict = rulebook.conflicts.find((each) => each.id === conflictId);
  if (conflict === undefined) throw new AppError('NOT_FOUND', { kind: 'conflict', id: conflictId });
  const { id, platformId, title, why, acts } = conflict;
  return {
    ...{ id, platformId, title, why },
    positions: conflict.positions.map((position) => {
      const rule = findRule(rulebook, position.ruleId);
      const acting = isActing(rule, position, pins);
      const { chosenByInstant } = cite(rulebook, rule.id, pins);
      return {
        ...position,
        stands: stands(rule, position, pins),
        actsFor: USES.filter((use) => acting && acts[use] === rule.id),
        chosenByInstant,
        // What is not filed yet has no such day.
        day: chosenByInstant === 'filing' ? null : (pins[chosenByInstant] ?? null),
      };
    }),
  };
}

const USES = ['verdict', 'attempt', 'clock'] as const satisfies readonly Use[];

function stands(rule: Rule, reading: Pick<Reading, 'id'>, pins: CasePins): boolean {
  return (
    actingReading(rule, pins) !== null && standingReadings(rule, pins).some(({ id }) => id === reading.id)
  );
}

function isActing(rule: Rule, reading: Pick<Reading, 'id'>, pins: CasePins): boolean {
  return actingReading(rule, pins)?.id === reading.id;
}
