import { useQuery } from '@tanstack/react-query';
import { HORIZONS, horizonOf } from '../../../shared/radar/index.ts';
import { api } from '../../api/index.ts';
import { EmptyState, Entries, Loaded, Section, useText } from '../../ui/index.ts';
import { RadarEntry, saidBefore } from './radar-entry.tsx';

/** Everything in all cases that can still be saved before it vanishes, by how near that is. */
export function RadarBoard({ now }: { readonly now: number }) {
  const t = useText();
  const lines = useQuery(api.radar.list.queryOptions({ input: {} }));
  return (
    <Loaded query={lines}>
      {(all) => {
        const groups = HORIZONS.flatMap((horizon) => {
          const found = all.filter((line) => horizonOf(line, now) === horizon);
          // What went by since it was asked for stands with its case.
          return found.length === 0 || horizon === 'gone' ? [] : { horizon, found };
        });
        return groups.length === 0 ? (
          <EmptyState title={t('radar:emptyTitle')} action={{ label: t('radar:toCases'), to: '/cases' }}>
            {t('radar:emptyText')}
          </EmptyState>
        ) : (
          groups.map(({ horizon, found }) => (
            <Section key={horizon} title={t(`radar:group-${horizon}`)} hint={t.format.count(found.length)}>
              <Entries label={t(`radar:group-${horizon}`)}>
                {found.map((line, place) => (
                  <RadarEntry key={line.key} line={line} now={now} named again={saidBefore(found, place)} />
                ))}
              </Entries>
            </Section>
          ))
        );
      }}
    </Loaded>
  );
}
