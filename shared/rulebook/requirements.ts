import { actingReading, actingValue } from './acting.ts';
import type { Bilingual, PackRequirement } from './format/index.ts';
import { findRule, scenarioParts } from './look-up.ts';
import type { Requirement, CasePins, Rulebook } from './types.ts';

/** "This item meets that requirement", ticked by a person. */
export interface Tick {
  readonly requirementId: string;
  readonly itemId: string;
}

/** A requirement with the items ticked for it. */
export interface CoverageItem {
  readonly requirementId: string;
  readonly title: Bilingual;
  readonly level: Requirement['level'];
  readonly group: string | null;
  /** Met by its own items; for an alternate see also whether its group is met. */
  readonly met: boolean;
  readonly itemIds: readonly string[];
}

/** 备齐 3/4: how much of what is required is met. Recommended ones are listed but not counted. */
export interface Coverage {
  readonly met: number;
  readonly total: number;
  /** Required ones without an item, and every alternate of a group none of which has one. */
  readonly missing: readonly Requirement[];
  readonly items: readonly CoverageItem[];
}

/** What was said of one voucher of one order. */
export interface OrderTick {
  readonly requirementId: string;
  readonly orderNumber: string;
  readonly state: 'met' | 'unavailable' | 'not-asked';
  readonly itemIds: readonly string[];
  readonly reason: string;
}

/** A voucher slot of an order; `open` where nothing was said of it yet. */
export interface OrderVoucher {
  readonly requirementId: string;
  readonly state: OrderTick['state'] | 'open';
  readonly itemIds: readonly string[];
  readonly reason: string;
}

/** 备齐 3/4 of one order: only what is asked of it counts. */
export interface OrderCoverage {
  readonly orderNumber: string;
  readonly met: number;
  readonly total: number;
  /** Every requirement that each order has for itself, in the order the scene asks for them. */
  readonly items: readonly OrderVoucher[];
}

/** Coverage as a screen shows it: with what is asked for, and what was said not to be had, and why. */
export interface CoverageView extends Coverage {
  /** All of the scene; `per` says which each order has for itself. */
  readonly requirements: readonly Requirement[];
  /** Of the case as a whole. */
  readonly unavailable: readonly { readonly requirementId: string; readonly reason: string }[];
  /** One entry an order; empty where orders need nothing of their own. */
  readonly orders: readonly OrderCoverage[];
}

/**
 * What a scene asks to be shown, by the rules as they stand for a case: a requirement that a rule lists is asked for only
 * while that rule's acting reading does.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function requirements(
  rulebook: Rulebook,
  scenarioId: string,
  pins: CasePins | null = null,
): readonly Requirement[] {
  const { scene } = scenarioParts(rulebook, scenarioId, pins);
  return scene.requirements
    .filter(({ id, askedBy }) => askedBy === null || listed(rulebook, askedBy, pins).includes(id))
    .map((requirement) => asked(rulebook, requirement, pins));
}

function listed(rulebook: Rulebook, ruleId: string, pins: CasePins | null): readonly string[] {
  return actingValue(findRule(rulebook, ruleId), 'evidence', pins)?.of ?? [];
}

function asked(
  rulebook: Rulebook,
  { askedBy: _askedBy, fieldsBy, quality, matches, legible, ...rest }: PackRequirement,
  pins: CasePins | null,
): Requirement {
  const says = (ruleId: string) => {
    const value = actingReading(findRule(rulebook, ruleId), pins)?.value;
    return value !== undefined && (value.kind !== 'flag' || value.is);
  };
  const byRule = fieldsBy === null ? null : actingValue(findRule(rulebook, fieldsBy), 'fields', pins);
  const mustMatch = [...new Set([...matches, ...(byRule?.matches ?? [])])];
  return {
    ...rest,
    quality: quality.filter(({ by }) => by === null || says(by)).map(({ zh, en }) => ({ zh, en })),
    matches: mustMatch,
    legible: [...new Set([...legible, ...(byRule?.legible ?? [])])].filter(
      (field) => !mustMatch.some((each) => each === field),
    ),
  };
}

/**
 * How much of what the case as a whole needs is met. A group of alternates counts as one, met by any of its members. What
 * each order has for itself is not in it: see `orderCoverage`.
 */
export function coverage(all: readonly Requirement[], ticks: readonly Tick[]): Coverage {
  const asked = all.filter((requirement) => requirement.per === 'case');
  const items = asked.map((requirement): CoverageItem => {
    const itemIds = ticks.filter((tick) => tick.requirementId === requirement.id).map((tick) => tick.itemId);
    const { id, title, level, group } = requirement;
    return {
      requirementId: id,
      title,
      level,
      group,
      met: itemIds.length > 0,
      itemIds: [...new Set(itemIds)],
    };
  });
  const counted = items.filter((item) => item.level !== 'recommended');
  const units = new Set(counted.map((item) => unitOf(item, item.requirementId)));
  const metUnits = new Set(
    counted.filter((item) => item.met).map((item) => unitOf(item, item.requirementId)),
  );
  return {
    met: metUnits.size,
    total: units.size,
    missing: asked.filter(
      (requirement) =>
        requirement.level !== 'recommended' && !metUnits.has(unitOf(requirement, requirement.id)),
    ),
    items,
  };
}

/**
 * How many of an order's own vouchers are there. A group of alternates counts as one; a voucher that the form does not
 * ask of this order does not count, and with it not its alternates.
 */
export function orderCoverage(
  all: readonly Requirement[],
  orderNumber: string,
  ticks: readonly OrderTick[],
): OrderCoverage {
  const own = ticks.filter((tick) => tick.orderNumber === orderNumber);
  const asked = all.filter((requirement) => requirement.per === 'order');
  const items = asked.map((requirement): OrderVoucher => {
    const tick = own.find((each) => each.requirementId === requirement.id);
    const { state = 'open', itemIds = [], reason = '' } = tick ?? {};
    return { requirementId: requirement.id, state, itemIds, reason };
  });
  const units = new Map<string, OrderVoucher['state'][]>();
  for (const [place, requirement] of asked.entries()) {
    if (requirement.level === 'recommended') continue;
    const unit = unitOf(requirement, requirement.id);
    units.set(unit, [...(units.get(unit) ?? []), items[place]?.state ?? 'open']);
  }
  const counted = [...units.values()].filter((states) => !states.includes('not-asked'));
  return {
    orderNumber,
    met: counted.filter((states) => states.includes('met')).length,
    total: counted.length,
    items,
  };
}

function unitOf(each: { readonly group: string | null }, id: string): string {
  return each.group === null ? `one:${id}` : `group:${each.group}`;
}
