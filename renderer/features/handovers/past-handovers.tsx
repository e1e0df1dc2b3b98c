import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { HandoverLine } from '../../../shared/handovers/index.ts';
import { api, paged, pagesOf, usePages } from '../../api/index.ts';
import {
  EmptyState,
  LoadedTable,
  StatusWord,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';

const rowId = (line: HandoverLine): string => line.id;

/** What was handed over so far, newest first, and what became of it. */
export function PastHandovers() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const navigate = useNavigate();
  const query = useInfiniteQuery(api.handovers.list.infiniteOptions({ input: pagesOf({}), ...paged }));
  const { rows, fetchMore } = usePages(query);
  const columns = useMemo<DataColumn<HandoverLine>[]>(
    () => [
      {
        id: 'at',
        header: t('handovers:col.at'),
        width: '130px',
        cell: (line) => t.format.instant(line.madeAt, zone, now),
      },
      {
        id: 'who',
        header: t('handovers:col.who'),
        width: 'minmax(150px, 0.6fr)',
        cell: (line) =>
          line.state === 'kept'
            ? line.fromName
            : t('handovers:line.to', { from: line.fromName, to: line.toName ?? t('handovers:anybody') }),
      },
      {
        id: 'state',
        header: t('handovers:col.state'),
        width: '190px',
        cell: (line) => (
          <StatusWord kind={line.state === 'waiting' ? 'part' : line.state === 'taken' ? 'ok' : 'open'}>
            {t(`handovers:state.${line.state}`, { name: line.takenName ?? '' })}
          </StatusWord>
        ),
      },
      {
        id: 'note',
        header: t('handovers:note'),
        width: 'minmax(160px, 1fr)',
        cell: (line) => line.note.split('\n')[0] ?? '',
      },
      {
        id: 'answer',
        header: t('handovers:fact.answer'),
        width: 'minmax(140px, 0.8fr)',
        cell: (line) => line.answer,
      },
    ],
    [t, zone, now],
  );
  return (
    <LoadedTable
      query={query}
      taught={
        rows.length === 0 ? (
          <EmptyState title={t('handovers:past.none')}>{t('handovers:past.teach')}</EmptyState>
        ) : null
      }
      label={t('handovers:past')}
      rows={rows}
      columns={columns}
      rowId={rowId}
      onOpen={({ id }) => void navigate(`/handover/${id}`)}
      maxHeight={640}
      onNearEnd={fetchMore}
    />
  );
}
