import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rule } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';

/** Every site: chosen on purpose where the platform has several, and all there is where it has none. */
export const ALL_SITES = '*';

interface OwnSite {
  /** A site's id, `ALL_SITES`, or empty while nobody said. */
  readonly value: string;
  /** The sites of the platform that the rule holds on; none where there is nothing to choose. */
  readonly sites: readonly {
    readonly id: string;
    readonly name: { readonly zh: string; readonly en: string };
  }[];
  readonly choose: (value: string) => void;
}

/** Which site's back office it was: the shop's of the case; else that of all shops there, where they are of one. */
export function useOwnSite(rule: Rule, storeId: string | null): OwnSite {
  const [chosen, choose] = useState<string | null>(null);
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data;
  const stores = useQuery(api.stores.list.queryOptions({ input: {} })).data ?? [];
  const platform = platforms?.find((each) => each.platform.id === rule.platformId)?.platform;
  const sites = (platform?.regions ?? []).filter(
    ({ id }) => rule.regions.length === 0 || rule.regions.includes(id),
  );
  // Until the platform is read nobody knows whether there is anything to choose.
  if (platform === undefined) return { value: '', sites, choose };
  if (sites.length === 0) return { value: ALL_SITES, sites, choose };
  const own = stores.filter(({ id, platform: of }) =>
    storeId === null ? of === rule.platformId : id === storeId,
  );
  const [site, ...others] = [...new Set(own.map(({ region }) => region))];
  const known = others.length === 0 && sites.some(({ id }) => id === site) ? site : null;
  return { value: chosen ?? known ?? '', sites, choose };
}

/** Asks which site's back office it was, where the platform has several. */
export function OwnSiteField({ site: { value, sites, choose } }: { readonly site: OwnSite }) {
  const t = useText();
  if (sites.length === 0) return null;
  return (
    <NativeSelect
      label={t('rulebook:ownSite')}
      description={t('rulebook:ownSiteHint')}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: '', label: t('rulebook:ownSiteChoose'), disabled: true },
        ...sites.map(({ id, name }) => ({ value: id, label: t.pick(name) })),
        { value: ALL_SITES, label: t('rulebook:everywhere') },
      ]}
    />
  );
}
