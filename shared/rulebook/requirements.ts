import type { Bilingual, Requirement } from './format/index.ts';
import { scenarioParts } from './look-up.ts';
import type { Rulebook } from './types.ts';

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

/** Coverage as a screen shows it: with what is asked for, and what was said not to be had, and why. */
export interface CoverageView extends Coverage {
  readonly requirements: readonly Requirement[];
  readonly unavailable: readonly { readonly requirementId: string; readonly reason: string }[];
}

/** What a scene asks to be shown. @throws AppError NOT_FOUND for an unknown scenario. */
export function requirements(rulebook: Rulebook, scenarioId: string): readonly Requirement[] {
  return scenarioParts(rulebook, scenarioId).scene.requirements;
}

/** How much of it is met. A group of alternates counts as one, met by any of its members. */
export function coverage(asked: readonly Requirement[], ticks: readonly Tick[]): Coverage {
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
  const unitOf = (each: { readonly group: string | null }, id: string) =>
    each.group === null ? `one:${id}` : `group:${each.group}`;
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
