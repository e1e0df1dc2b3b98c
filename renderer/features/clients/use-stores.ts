import { useQuery } from '@tanstack/react-query';
import type { PlatformInfo, Scenario } from '../../../shared/rulebook/index.ts';
import type { Store } from '../../../shared/clients/index.ts';
import { api } from '../../api/index.ts';

/** A platform that has a pack. */
export interface PlatformEntry {
  readonly platform: PlatformInfo;
  readonly scenarios: readonly Scenario[];
}

/** The stores in use. */
export function useStores(): readonly Store[] | undefined {
  return useQuery(api.stores.list.queryOptions({ input: {} })).data;
}

/** The platforms whose rules are here. */
export function usePlatforms(): readonly PlatformEntry[] | undefined {
  return useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data;
}
