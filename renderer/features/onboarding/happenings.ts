import type { Store } from '../../../shared/clients/index.ts';
import type { PlatformInfo, Scenario } from '../../../shared/rulebook/index.ts';

/** A platform with what can be begun on it. */
interface PlatformEntry {
  readonly platform: Pick<PlatformInfo, 'id'>;
  readonly scenarios: readonly Pick<Scenario, 'id' | 'kind' | 'notice'>[];
}

/** Answers to "what happened?" that open a case; a dispute gets one when its rules are here. */
export const HAPPENINGS = ['appeal', 'report', 'rejected'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Whether a platform has scenes in which a case of this kind can be opened. */
export function canBegin(happening: Happening, { scenarios }: Pick<PlatformEntry, 'scenarios'>): boolean {
  return happening === 'report'
    ? scenarios.some(({ kind, notice }) => kind === 'report' && notice === 'none')
    : scenarios.some(({ notice }) => notice === 'flagged-orders');
}

/** What the address of a new case already says. */
interface Asked {
  readonly what: string | null;
  readonly scenarioId: string | null;
  readonly storeId: string | null;
}

/**
 * What happened, as far as the address or the stores tell: said outright, or by the scene that is named, or by the only
 * kind of case that the named store, or all stores there are, can have. Null: it has to be asked.
 */
export function whatHappened(
  { what, scenarioId, storeId }: Asked,
  stores: readonly Pick<Store, 'id' | 'platform'>[],
  platforms: readonly PlatformEntry[],
): Happening | null {
  const said = HAPPENINGS.find((each) => each === what);
  if (said !== undefined) return said;
  const scene = platforms.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === scenarioId);
  if (scene !== undefined) return scene.notice === 'flagged-orders' ? 'appeal' : 'report';
  const named = stores.filter(({ id }) => storeId === null || id === storeId);
  const theirs = platforms.filter(({ platform }) => named.some((store) => store.platform === platform.id));
  const possible = (['appeal', 'report'] as const).filter((each) =>
    theirs.some((platform) => canBegin(each, platform)),
  );
  return possible.length === 1 ? (possible[0] ?? null) : null;
}
