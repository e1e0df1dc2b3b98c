import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { JournalEntry } from '../../../shared/journal/index.ts';
import { pagesOf, api, client, paged, useChange, usePages } from '../../api/index.ts';
import {
  EmptyState,
  LoadedTable,
  StatusWord,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';

const rowId = (entry: JournalEntry): string => String(entry.sequence);

/** Who did what and when; each act that can still be taken back has a button for it. */
export function ActivityLog({ caseId }: { readonly caseId?: string }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const query = useInfiniteQuery(
    api.journal.list.infiniteOptions({
      input: pagesOf(caseId === undefined ? {} : { caseId }),
      ...paged,
    }),
  );
  const undo = useChange(client.journal.undo);
  const { rows, fetchMore } = usePages(query);
  const { mutate: undoOne } = undo;
  const columns = useMemo<DataColumn<JournalEntry>[]>(
    () => [
      {
        id: 'at',
        header: t('journal:when'),
        width: '130px',
        cell: (entry) => t.format.instant(entry.at, zone, now),
      },
      { id: 'who', header: t('journal:who'), width: '120px', cell: (entry) => entry.operatorName },
      {
        id: 'act',
        header: t('journal:what'),
        width: 'minmax(200px, 1fr)',
        cell: (entry) => {
          const name = t.find(`acts:${entry.act}`) ?? t('acts:unknown');
          return entry.caseId === null ? name : <Link to={`/cases/${entry.caseId}`}>{name}</Link>;
        },
      },
      {
        id: 'undo',
        header: t('journal:undo'),
        width: '150px',
        cell: (entry) =>
          entry.undo === 'open' ? (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('journal:undoThis', { act: t.find(`acts:${entry.act}`) ?? t('acts:unknown') })}
              onClick={() => undoOne({ sequence: entry.sequence })}
            >
              {t('app:undo')}
            </Button>
          ) : (
            <StatusWord kind={entry.undo === 'undone' ? 'no' : 'open'}>
              {t(`journal:state-${entry.undo}`)}
            </StatusWord>
          ),
      },
    ],
    [t, zone, now, undoOne],
  );
  return (
    <LoadedTable
      query={query}
      taught={
        rows.length === 0 ? (
          <EmptyState title={t('journal:emptyTitle')}>{t('journal:emptyText')}</EmptyState>
        ) : null
      }
      label={t('journal:title')}
      rows={rows}
      columns={columns}
      rowId={rowId}
      rowActs={[
        {
          id: 'undo-one',
          label: t('journal:undo'),
          keys: 'u',
          offered: ({ undo: state }) => state === 'open',
          run: ({ sequence }) => undoOne({ sequence }),
        },
      ]}
      maxHeight={420}
      onNearEnd={fetchMore}
    />
  );
}
