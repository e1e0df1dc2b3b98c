import { actingReading } from './acting.ts';
import { bindCondition } from './bind.ts';
import { factsOf, holds, usableFacts, type Truth } from './conditions.ts';
import type { FactDefinition, PackRoute } from './format/index.ts';
import { cite, findRule, scenarioParts } from './look-up.ts';
import type { CasePins, Facts, Route, Rulebook } from './types.ts';

/** A way to go on that is not ruled out, and how surely it fits. */
export interface FittingRoute {
  readonly route: Route;
  /** Whether the law brings it, and not the platform's own pack. */
  readonly ofLaw: boolean;
  /** Questions whose answers would say whether it fits; empty where it is known to. */
  readonly open: readonly FactDefinition[];
}

/**
 * The ways to go on that are worth it for a case, the first to take first. One of the platform's own whose condition is
 * not known yet is offered too: not knowing is no reason to hide a way out. One of the law is offered only where the case
 * is known to be what the law speaks of: a word too many about the law frightens, or is laughed at.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function routes(
  rulebook: Rulebook,
  scenarioId: string,
  facts: Facts,
  pins: CasePins | null = null,
): readonly Route[] {
  return fittingRoutes(rulebook, scenarioId, facts, pins).map(({ route }) => route);
}

/** The same ways, each with what is still to be known about it. @throws AppError NOT_FOUND for an unknown scenario. */
export function fittingRoutes(
  rulebook: Rulebook,
  scenarioId: string,
  facts: Facts,
  pins: CasePins | null = null,
): readonly FittingRoute[] {
  const { caseType, law, vocabulary } = scenarioParts(rulebook, scenarioId, pins);
  const usable = usableFacts(vocabulary, facts);
  const says = (id: string) => actingReading(findRule(rulebook, id), pins);
  const truthOf = ({ when, rules }: PackRoute): Truth => {
    if (!rules.some((id) => says(id) !== null)) return false;
    return when === null ? true : holds(bindCondition(when, says), usable);
  };
  const openOf = (route: PackRoute): readonly FactDefinition[] => {
    if (route.when === null || truthOf(route) === true) return [];
    const named = factsOf(route.when);
    return vocabulary.filter(({ id }) => named.includes(id) && usable[id] === undefined);
  };
  const fitting = (route: PackRoute, ofLaw: boolean): FittingRoute => {
    const { when: _when, rules, ...rest } = route;
    return {
      route: { ...rest, rules: rules.map((id) => cite(rulebook, id, pins)) },
      ofLaw,
      open: openOf(route),
    };
  };
  return [
    ...caseType.routes.filter((route) => truthOf(route) !== false).map((route) => fitting(route, false)),
    ...law
      .flatMap((each) => each.routes)
      .filter((route) => truthOf(route) === true)
      .map((route) => fitting(route, true)),
  ];
}
