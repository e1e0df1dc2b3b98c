import { actingValue, standingReadings } from './acting.ts';
import type { PenaltyTier } from './format/index.ts';
import { cite, findRule, scenarioParts } from './look-up.ts';
import type {
  BurdenLadder,
  CasePins,
  PenaltyLadder,
  PenaltyOutlook,
  PriceLadder,
  Rule,
  Rulebook,
} from './types.ts';

/**
 * Who has to show what, in which order, by the rules of a scene as they stand for a case.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function burdenOfProof(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null = null,
): readonly BurdenLadder[] {
  return scenarioParts(rulebook, scenarioId, pins).scene.burden.flatMap((ruleId) => {
    const value = actingValue(findRule(rulebook, ruleId), 'burden', pins);
    return value === null ? [] : [{ rule: cite(rulebook, ruleId, pins), steps: value.steps }];
  });
}

/** What is known of a violation. Null: not known. */
export interface Violation {
  /** The how-manieth it is. */
  readonly occurrence: number | null;
  /** Orders the notice names, less those already documented as genuine: only these may be taken off. */
  readonly orders: number | null;
  /** How many points the shop has by now. */
  readonly points?: number | null;
}

/**
 * What a violation costs, by each rule that says so, the acting one first; `fitting` names the tiers that what is known
 * leaves possible. Where rules differ all are given: which one the platform applies is not known.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function penaltyLadders(
  rulebook: Rulebook,
  scenarioId: string,
  violation: Violation,
  pins: CasePins | null = null,
): readonly PenaltyLadder[] {
  const { caseType, scene } = scenarioParts(rulebook, scenarioId, pins);
  return caseType.penalties.flatMap((ruleId) => {
    const rule = findRule(rulebook, ruleId);
    const value = isAbout(rule, scenarioId) ? actingValue(rule, 'penalty', pins) : null;
    if (value === null) return [];
    const fitting = value.tiers.filter((tier) => fits(tier, violation, scene.id)).map((tier) => tier.id);
    return [{ rule: cite(rulebook, ruleId, pins), tiers: value.tiers, fitting }];
  });
}

/**
 * What a voucher that is not genuine costs, by each rule of the platform that says so for a case. Which
 * step it would be nobody knows before.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function falseEvidence(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null = null,
): readonly PriceLadder[] {
  return scenarioParts(rulebook, scenarioId, pins).caseType.falseEvidence.flatMap((ruleId) => {
    const value = actingValue(findRule(rulebook, ruleId), 'penalty', pins);
    return value === null ? [] : [{ rule: cite(rulebook, ruleId, pins), tiers: value.tiers }];
  });
}

/**
 * What a notice's violation costs with every order it names, and what it would cost with those taken off that are documented
 * as genuine, and no others: a genuine order without vouchers counts as the platform counts it.
 *
 * @param noticed what the notice says: its orders and the how-manieth violation it is
 * @param documented how many of its orders are documented as genuine
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function penaltyOutlook(
  rulebook: Rulebook,
  scenarioId: string,
  noticed: Violation,
  documented: number,
  pins: CasePins | null,
): PenaltyOutlook {
  const orders = noticed.orders === null ? null : Math.max(0, noticed.orders - documented);
  const after = penaltyLadders(rulebook, scenarioId, { ...noticed, orders }, pins);
  const ladders = penaltyLadders(rulebook, scenarioId, noticed, pins).map((ladder, place) => ({
    ...ladder,
    // With none left over there is no violation to pay for.
    fittingAfter: orders === 0 ? [] : (after[place]?.fitting ?? []),
  }));
  const contested = ladders.some(({ rule: { ruleId } }) => {
    const rule = findRule(rulebook, ruleId);
    return rule.conflicts.length > 0 || standingReadings(rule, pins).length > 1;
  });
  return { ...noticed, documented, ladders, contested };
}

/** A rule of another case type, or of all scenes, is about each; one that names its scenes only about those. */
function isAbout({ scenarios, platformId, caseTypeId }: Rule, scenarioId: string): boolean {
  return !scenarioId.startsWith(`${platformId}.${caseTypeId}.`) || scenarios.includes(scenarioId);
}

function fits(
  { occurrence, orders, points, scenes }: PenaltyTier,
  known: Violation,
  sceneId: string,
): boolean {
  const byOccurrence =
    occurrence === null ||
    known.occurrence === null ||
    (occurrence.from <= known.occurrence && (occurrence.to === null || known.occurrence <= occurrence.to));
  const byOrders =
    orders === null ||
    known.orders === null ||
    (orders.from <= known.orders && (orders.below === null || known.orders < orders.below));
  const byPoints =
    points === null ||
    known.points == null ||
    (points.from <= known.points && (points.below === null || known.points < points.below));
  return byOccurrence && byOrders && byPoints && (scenes === null || scenes.includes(sceneId));
}
