import { Spotlight, spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SearchHit } from '../../../shared/search/index.ts';
import { api } from '../../api/index.ts';
import { Kbd, useText } from '../../ui/index.ts';

/** Something the palette can do by itself. */
export interface Command {
  readonly id: string;
  readonly group: 'acts' | 'rooms';
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** Opens the palette from anywhere. */
export function openPalette(): void {
  spotlight.open();
}

function placeOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'case':
      return `/cases/${hit.refId}`;
    case 'fact':
      return hit.caseId === null ? '/cases' : `/cases/${hit.caseId}/facts`;
    case 'order':
      return `/orders?text=${encodeURIComponent(hit.title)}`;
    case 'evidence':
      return `/evidence?item=${encodeURIComponent(hit.refId)}`;
    case 'store':
    case 'client':
      return '/clients';
    case 'rule':
      return `/rulebook?rule=${encodeURIComponent(hit.refId)}`;
  }
}

/** Ctrl/Cmd-K: any room, any act, and anything by any part of its words. */
export function CommandPalette({ commands }: { readonly commands: readonly Command[] }) {
  const t = useText();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const found = useQuery(
    api.search.find.queryOptions({
      input: { text: asked, limit: 20 },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const hits = text.trim() === '' ? [] : (found.data ?? []);
  const words = text.trim().toLowerCase();
  const matching = commands.filter(({ label }) => label.toLowerCase().includes(words));
  const nothing = hits.length === 0 && matching.length === 0;
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      shortcut={null}
      maxHeight={460}
      scrollable
      title={t('search:title')}
    >
      <Spotlight.Search placeholder={t('search:placeholder')} aria-label={t('search:title')} />
      <Spotlight.ActionsList>
        {hits.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('search:found')}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={`${hit.kind}-${hit.refId}`}
                onClick={() => void navigate(placeOf(hit))}
                label={hit.title}
                description={[t(`search:kind-${hit.kind}`), hit.detail]
                  .filter((part) => part !== '')
                  .join(' · ')}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {(['acts', 'rooms'] as const).map((group) => {
          const some = matching.filter((command) => command.group === group);
          return some.length === 0 ? null : (
            <Spotlight.ActionsGroup key={group} label={t(`search:${group}`)}>
              {some.map((command) => (
                <Spotlight.Action
                  key={command.id}
                  onClick={command.run}
                  label={command.label}
                  rightSection={command.keys === undefined ? undefined : <Kbd keys={command.keys} />}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {nothing ? (
          <Spotlight.Empty>{t(found.isFetching ? 'search:looking' : 'search:nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
