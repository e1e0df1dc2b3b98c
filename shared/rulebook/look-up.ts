import { AppError, type LegalDate } from '../kernel/index.ts';
import { actingReading } from './acting.ts';
import { textFiller } from './fill-texts.ts';
import type { FactDefinition, PackCaseType, PackPlatform, PackScene, RulebookData } from './format/index.ts';
import { keptByPins } from './kept-by-pins.ts';
import type { CasePins, Conflict, PlatformInfo, Rule, RuleCitation, Rulebook, Scenario } from './types.ts';

/** The platforms with a pack, each with its readiness, zone, currency, order-number shape and scenarios. */
export function platforms(rulebook: Rulebook): readonly PlatformInfo[] {
  return rulebook.data.platforms.map((platform) => {
    const { id, kind, name, regions, jurisdictions, version, zone, exportZones, currency } = platform;
    const { calendar, orderNumber, readiness, caseTypes, zoneAssumed } = platform;
    return {
      ...{ id, kind, name, regions, jurisdictions, version, zone, exportZones, currency, calendar },
      ...{ orderNumber, readiness, zoneAssumed },
      caseTypes: caseTypes.map(({ caseType, title }) => ({ id: caseType, title })),
      scenarios: scenarios(rulebook, id),
      byFulfilment: caseTypes.some(({ rules }) => rules.some(({ fulfilment }) => fulfilment.length > 0)),
      lastVerified: longestUnseen(caseTypes),
    };
  });
}

function longestUnseen(caseTypes: readonly PackCaseType[]): LegalDate | null {
  const days = caseTypes.flatMap(({ rules }) => rules.flatMap(({ readings }) => readings));
  return days.map(({ lastVerified }) => lastVerified).sort()[0] ?? null;
}

/** Every scene of every platform, in the order of the packs; with `platformId`, that platform's only. */
export function scenarios(rulebook: Rulebook, platformId?: string): readonly Scenario[] {
  return [...rulebook.scenarios.values()]
    .filter((scenario) => platformId === undefined || scenario.platformId === platformId)
    .map(textsFor(rulebook, null));
}

/** @throws AppError NOT_FOUND */
export function findScenario(rulebook: Rulebook, scenarioId: string): Scenario {
  return textsFor(rulebook, null)(scenarioAsWritten(rulebook, scenarioId));
}

function scenarioAsWritten(rulebook: Rulebook, scenarioId: string): Scenario {
  const found = rulebook.scenarios.get(scenarioId);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'scenario', id: scenarioId });
  return found;
}

/** @throws AppError NOT_FOUND */
export function findRule(rulebook: Rulebook, ruleId: string): Rule {
  const found = rulebook.rules.get(ruleId);
  if (found === undefined) throw new AppError('NOT_FOUND', { kind: 'rule', id: ruleId });
  return found;
}

/** The pins of a matter whose instants all fall on one day. */
export function pinsOn(day: LegalDate): CasePins {
  return { conduct: day, notice: day, filing: day };
}

/** A rule as it held on a day: its chosen reading is the one that acted then; null where it said nothing on that day. */
export function ruleOn(rule: Rule, day: LegalDate): Rule | null {
  const acting = actingReading(rule, pinsOn(day));
  return acting === null ? null : { ...rule, chosen: acting };
}

/** The rules in force on a day, as they held then. A rule without dates is in force until a source says otherwise. */
export function rulesAt(rulebook: Rulebook, day: LegalDate): readonly Rule[] {
  return [...rulebook.rules.values()].flatMap((rule) => ruleOn(rule, day) ?? []);
}

/** The register of disagreements. */
export function conflicts(rulebook: Rulebook): readonly Conflict[] {
  return rulebook.conflicts;
}

/**
 * A rule as it is cited for a case: its acting reading, with the instant that chose it. A rule that says nothing for the
 * case (`inForce` false) is cited by the reading that would act if it did.
 *
 * @throws AppError NOT_FOUND
 */
export function cite(rulebook: Rulebook, ruleId: string, pins: CasePins | null): RuleCitation {
  const rule = findRule(rulebook, ruleId);
  const given = pins === null || pins[rule.instant] === undefined ? 'filing' : rule.instant;
  const acting = actingReading(rule, pins);
  const reading = acting ?? rule.chosen;
  return {
    ruleId: rule.id,
    title: rule.title,
    readingId: reading.id,
    value: reading.value,
    quote: reading.quote,
    source: reading.source,
    date: reading.date,
    confidence: reading.confidence,
    lastVerified: reading.lastVerified,
    secondHand: reading.secondHand,
    chosenByInstant: given,
    inForce: acting !== null,
    conflicts: rule.conflicts,
  };
}

/** Whether the platform has a scene for a case: where a rule lists its scenes, that rule's acting reading decides. */
export function isListed(rulebook: Rulebook, scenario: Scenario, pins: CasePins | null): boolean {
  if (scenario.listedBy === null) return true;
  const value = actingReading(findRule(rulebook, scenario.listedBy), pins)?.value;
  return value?.kind !== 'choices' || value.of.includes(scenario.sceneId);
}

/** The zone in which a platform's days begin and end, and the calendar its working days are counted by. */
export interface PlatformTime {
  readonly zone: string;
  readonly calendar: string;
}

/** The days of a scenario's platform, or of one of its regions where they differ. @throws AppError NOT_FOUND */
export function timeOf(rulebook: Rulebook, scenarioId: string, region: string | undefined): PlatformTime {
  const { platform } = scenarioParts(rulebook, scenarioId, null);
  const own = platform.regions.find(({ id }) => id === region);
  return { zone: own?.zone ?? platform.zone, calendar: own?.calendar ?? platform.calendar };
}

/** A scenario with the parts of the packs it is written in. */
export interface ScenarioParts {
  readonly scenario: Scenario;
  readonly platform: PackPlatform;
  readonly caseType: PackCaseType;
  readonly scene: PackScene;
  /** The case types of law packs whose law the platform lives under. */
  readonly law: readonly PackCaseType[];
  /** The facts a case can be asked. */
  readonly vocabulary: readonly FactDefinition[];
}

const foundParts = keptByPins(() => new Map<string, ScenarioParts>());

/** Fills the texts of a rulebook's parts for a case, or without pins by the readings the packs chose: see `textFiller`. */
export const textsFor = keptByPins(({ rules }, pins) => textFiller(rules, pins));

/** The facts a case can be asked: its case type's own first, then those that only its law asks for. */
export function vocabularyOf(
  caseType: PackCaseType,
  law: readonly PackCaseType[],
): readonly FactDefinition[] {
  const own = new Set(caseType.facts.map((fact) => fact.id));
  return [...caseType.facts, ...law.flatMap(({ facts }) => facts.filter((fact) => !own.has(fact.id)))];
}

/** The law packs that share a jurisdiction with a platform, or that its sellers may live under wherever the platform is. */
export function lawPacks(data: RulebookData, platform: PackPlatform): RulebookData['platforms'] {
  return data.platforms
    .filter((each) => each.kind === 'law' && platform.kind !== 'law')
    .filter(
      (each) =>
        each.jurisdictions.some((one) => platform.jurisdictions.includes(one)) ||
        (each.bySeller && platform.kind === 'marketplace' && platform.jurisdictions.length !== 1),
    );
}

/** The case types of those packs. */
export function lawOf(data: RulebookData, platform: PackPlatform): readonly PackCaseType[] {
  return lawPacks(data, platform).flatMap((each) => each.caseTypes);
}

/**
 * A scenario and what is written of it, the texts filled with what the rules say for a case.
 *
 * @param pins of the case; null for the readings the packs chose.
 * @throws AppError NOT_FOUND
 */
export function scenarioParts(rulebook: Rulebook, scenarioId: string, pins: CasePins | null): ScenarioParts {
  const found = foundParts(rulebook, pins);
  const parts = found.get(scenarioId) ?? findParts(rulebook, scenarioId, pins);
  found.set(scenarioId, parts);
  return parts;
}

function findParts(rulebook: Rulebook, scenarioId: string, pins: CasePins | null): ScenarioParts {
  const scenario = scenarioAsWritten(rulebook, scenarioId);
  const platform = rulebook.data.platforms.find((each) => each.id === scenario.platformId);
  const caseType = platform?.caseTypes.find((each) => each.caseType === scenario.caseTypeId);
  const scene = caseType?.scenes.find((each) => each.id === scenario.sceneId);
  if (platform === undefined || caseType === undefined || scene === undefined) {
    throw new AppError('INTERNAL', { what: 'scenario', id: scenarioId });
  }
  const law = lawOf(rulebook.data, platform);
  const fill = textsFor(rulebook, pins);
  return {
    ...{
      scenario: fill(scenario),
      platform,
      caseType: fill(caseType),
      scene: fill(scene),
      law: law.map(fill),
    },
    vocabulary: vocabularyOf(fill(caseType), law.map(fill)),
  };
}
