import { AppError, type LegalDate } from '../kernel/index.ts';
import type { FormField, PackCaseType, PackPlatform, PackScene } from './format/index.ts';
import type {
  CaseInstants,
  Conflict,
  PlatformInfo,
  Rule,
  RuleCitation,
  Rulebook,
  Scenario,
} from './types.ts';

/** The platforms with a pack, each with its readiness, zone, currency, order-number shape and scenarios. */
export function platforms(rulebook: Rulebook): readonly PlatformInfo[] {
  return rulebook.data.platforms.map((platform) => {
    const { id, name, version, zone, exportZones, currency, calendar, orderNumber, readiness } = platform;
    return {
      ...{ id, name, version, zone, exportZones, currency, calendar, orderNumber, readiness },
      scenarios: scenarios(rulebook, id),
    };
  });
}

/** Every scene of every platform, in the order of the packs; with `platformId`, that platform's only. */
export function scenarios(rulebook: Rulebook, platformId?: string): readonly Scenario[] {
  return [...rulebook.scenarios.values()].filter(
    (scenario) => platformId === undefined || scenario.platformId === platformId,
  );
}

/** @throws AppError NOT_FOUND */
export function findScenario(rulebook: Rulebook, scenarioId: string): Scenario {
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

/** The rules in force on a day. A rule without dates is in force until a source says otherwise. */
export function rulesAt(rulebook: Rulebook, date: LegalDate): readonly Rule[] {
  return [...rulebook.rules.values()].filter((rule) => isInForce(rule, date));
}

/** The register of disagreements. */
export function conflicts(rulebook: Rulebook): readonly Conflict[] {
  return rulebook.conflicts;
}

/** The fields of the platform's form as far as they are known; null limits are unknown, never "no limit". */
export function formFields(rulebook: Rulebook, scenarioId: string): readonly FormField[] {
  return scenarioParts(rulebook, scenarioId).scene.form;
}

/** Whether a rule is in force on a day, both ends included. */
function isInForce(rule: Rule, date: LegalDate): boolean {
  const { from, to } = rule.effective;
  return (from === null || from <= date) && (to === null || date <= to);
}

/** A rule's acting reading as it is cited for a case, with the instant that chose it. */
export function cite(rulebook: Rulebook, ruleId: string, at: CaseInstants | null): RuleCitation {
  const rule = findRule(rulebook, ruleId);
  const given = at === null || at[rule.instant] === undefined ? 'filing' : rule.instant;
  const date = at?.[given];
  const { chosen } = rule;
  return {
    ruleId: rule.id,
    title: rule.title,
    readingId: chosen.id,
    quote: chosen.quote,
    source: chosen.source,
    date: chosen.date,
    confidence: chosen.confidence,
    lastVerified: chosen.lastVerified,
    secondHand: chosen.secondHand,
    chosenByInstant: given,
    inForce: date === undefined || isInForce(rule, date),
    conflicts: rule.conflicts,
  };
}

/** A scenario with the parts of the packs it is written in. */
export interface ScenarioParts {
  readonly scenario: Scenario;
  readonly platform: PackPlatform;
  readonly caseType: PackCaseType;
  readonly scene: PackScene;
}

/** @throws AppError NOT_FOUND */
export function scenarioParts(rulebook: Rulebook, scenarioId: string): ScenarioParts {
  const scenario = findScenario(rulebook, scenarioId);
  const platform = rulebook.data.platforms.find((each) => each.id === scenario.platformId);
  const caseType = platform?.caseTypes.find((each) => each.caseType === scenario.caseTypeId);
  const scene = caseType?.scenes.find((each) => each.id === scenario.sceneId);
  if (platform === undefined || caseType === undefined || scene === undefined) {
    throw new AppError('INTERNAL', { what: 'scenario', id: scenarioId });
  }
  return { scenario, platform, caseType, scene };
}
