import type { Outcome } from '../submissions/index.ts';
import type { FactDefinition, FactValue } from './format/index.ts';
import { scenarioParts } from './look-up.ts';
import { fittingRoutes, type FittingRoute } from './routes.ts';
import type { CasePins, Facts, Route, Rulebook } from './types.ts';

/** Less than this and an answer may come too late: what is ready is handed in before anybody is asked. */
const HARDLY_ANY_TIME = 24;
/** Less than this and nobody waits for an answer before going on. */
const LITTLE_TIME = 72;

/** How a case stands, as far as it decides between the ways to go on. */
export interface RouteSituation {
  /** Whole hours until the seller's first clock ends; null where none runs. */
  readonly hoursLeft: number | null;
  /** Whether no order of it has a chance left. */
  readonly chanceGone: boolean;
  /** Whether everything that is asked for is there. */
  readonly complete: boolean;
  /** The platform's answer so far. */
  readonly outcome: Outcome | null;
  /** Whether the notice holds money or takes the shop itself, so that more than single orders is at stake. */
  readonly heavy: boolean;
}

/** What to mind about a way in this case, beside what its rules say. */
export type RouteReminder =
  /** The time runs while an answer is waited for. */
  | 'goes-on-meanwhile'
  /** It uses the chance. */
  | 'uses-chance'
  /** Something that is asked for is not there yet. */
  | 'not-complete'
  /** It costs money: that is set against what is at stake. */
  | 'weigh-stake'
  /** The same, where money is held or the shop itself is at stake: the orders' worth is not all of it. */
  | 'weigh-heavy';

/** A way to go on in a case: when to take it, what to mind, what is still to be known. */
export interface AdvisedRoute extends Route {
  /** `first` is the next thing to do · `meanwhile` goes beside it · `weigh` costs money or time and is thought over first. */
  readonly turn: 'first' | 'meanwhile' | 'weigh';
  readonly reminders: readonly RouteReminder[];
  readonly open: readonly FactDefinition[];
}

/** Those who cost money, or take so long that nobody starts with them. */
const WEIGHED: ReadonlySet<Route['by']> = new Set(['agency', 'lawyer', 'authority']);
/** Those of them that cost money. */
const PAID: ReadonlySet<Route['by']> = new Set(['agency', 'lawyer']);

/**
 * Which ways to go on fit a case now, and in which order: first one that is an act, with words to send; then what goes
 * beside it; last what is to be weighed. One that hands the matter in again is none once the chance is gone, and comes
 * first where everything is there and hardly any time is left. Where everything was granted there is nothing to go on with.
 * Of what is weighed, what costs money comes last, unless money is held or the shop itself is at stake.
 *
 * No order promises an outcome: it says what to do, never what will come of it.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function adviseRoutes(
  rulebook: Rulebook,
  scenarioId: string,
  facts: Facts,
  pins: CasePins | null,
  situation: RouteSituation,
): readonly AdvisedRoute[] {
  const { outcome, chanceGone } = situation;
  if (outcome === 'upheld') return [];
  const decided = { ...facts, ...factsOfDecision(rulebook, scenarioId, outcome) };
  const ranked = fittingRoutes(rulebook, scenarioId, decided, pins)
    .filter(({ route }) => !(route.usesChance && chanceGone))
    .map((fitting, place) => ({ fitting, rank: [...rankOf(fitting, situation), place] }))
    .sort((left, right) => compare(left.rank, right.rank));
  return ranked.map(({ fitting: { route, open } }, place) => ({
    ...route,
    turn: WEIGHED.has(route.by) ? 'weigh' : place === 0 ? 'first' : 'meanwhile',
    reminders: remindersOf(route, situation),
    open,
  }));
}

/** The facts that a case's own decision settles, as its pack says; it stands above what was answered before there was one. */
export function factsOfDecision(rulebook: Rulebook, scenarioId: string, outcome: Outcome | null): Facts {
  if (outcome === null) return {};
  const { vocabulary } = scenarioParts(rulebook, scenarioId, null);
  const settled: Record<string, FactValue> = {};
  for (const definition of vocabulary) {
    if (definition.type !== 'choice') continue;
    const option = definition.options.find((each) => each.decisions?.includes(outcome) === true);
    if (option !== undefined) settled[definition.id] = option.id;
  }
  return settled;
}

function rankOf({ route, ofLaw, open }: FittingRoute, situation: RouteSituation): number[] {
  const { hoursLeft, complete, outcome, heavy } = situation;
  const atOnce = route.usesChance && complete && hoursLeft !== null && hoursLeft < HARDLY_ANY_TIME;
  return [
    WEIGHED.has(route.by) ? 1 : 0,
    PAID.has(route.by) && !heavy ? 1 : 0,
    atOnce ? 0 : 1,
    // Before there is a decision, what may not fit at all waits behind what does.
    outcome === null && open.length > 0 ? 1 : 0,
    route.script === null ? 1 : 0,
    ofLaw ? 1 : 0,
    open.length === 0 ? 0 : 1,
  ];
}

function remindersOf(
  { by, usesChance }: Route,
  { hoursLeft, complete, heavy }: RouteSituation,
): RouteReminder[] {
  return [
    ...(by === 'support' && hoursLeft !== null && hoursLeft < LITTLE_TIME
      ? (['goes-on-meanwhile'] as const)
      : []),
    ...(usesChance ? (['uses-chance'] as const) : []),
    ...(usesChance && !complete ? (['not-complete'] as const) : []),
    ...(PAID.has(by) ? ([heavy ? 'weigh-heavy' : 'weigh-stake'] as const) : []),
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const place = left.findIndex((each, index) => each !== right[index]);
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}
