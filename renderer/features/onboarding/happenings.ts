import type { Store } from '../../../shared/clients/index.ts';
import type { PlatformInfo, Scenario } from '../../../shared/rulebook/index.ts';

/** A platform with what can be begun on it. */
interface PlatformEntry {
  readonly platform: Pick<PlatformInfo, 'id'>;
  readonly scenarios: readonly Pick<Scenario, 'id' | 'kind' | 'notice'>[];
}

/** Answers to "what happened?" that open a case. */
export const HAPPENINGS = ['appeal', 'report', 'dispute', 'rejected'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** Whether a case of a scene is opened by this answer: a notice that names orders, a report, or any other matter. */
export function beginsWith(
  happening: Happening,
  { kind, notice }: Pick<Scenario, 'kind' | 'notice'>,
): boolean {
  switch (happening) {
    case 'appeal':
    case 'rejected':
      return notice === 'flagged-orders';
    case 'report':
      return notice === 'none' && (kind === 'report' || kind === 'exemption');
    case 'dispute':
      return notice === 'none' && (kind === 'dispute' || kind === 'appeal');
  }
}

/** Whether a platform has scenes in which a case of this kind can be opened. */
export function canBegin(happening: Happening, { scenarios }: Pick<PlatformEntry, 'scenarios'>): boolean {
  return scenarios.some((scenario) => beginsWith(happening, scenario));
}

/** By which other answer a platform that knows no case of this kind opens one; undefined where it opens none. */
export function insteadOf(
  happening: Happening,
  platform: Pick<PlatformEntry, 'scenarios'>,
): Happening | undefined {
  return (['dispute', 'appeal', 'report'] as const).find(
    (each) => each !== happening && canBegin(each, platform),
  );
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
  if (scene !== undefined) return HAPPENINGS.find((each) => beginsWith(each, scene)) ?? null;
  const named = stores.filter(({ id }) => storeId === null || id === storeId);
  const theirs = platforms.filter(({ platform }) => named.some((store) => store.platform === platform.id));
  const possible = (['appeal', 'report', 'dispute'] as const).filter((each) =>
    theirs.some((platform) => canBegin(each, platform)),
  );
  return possible.length === 1 ? (possible[0] ?? null) : null;
}
