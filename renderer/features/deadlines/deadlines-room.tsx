import { Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { pagesOf, api, paged, usePages } from '../../api/index.ts';
import {
  useActs,
  DueText,
  EmptyState,
  LoadedTable,
  Page,
  StatusWord,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';
import { Calendars } from './calendars.tsx';
import { ClockExplained } from './clock-explained.tsx';
import { DayCalculator } from './day-calculator.tsx';

const rowId = (clock: ClockRecord): string => clock.id;

/** Every running clock, by what is due first; choosing one shows why it ends on that day. */
export function DeadlinesRoom() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [stopped, setStopped] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  useActs([
    { id: 'show-stopped', label: t('deadlines:showStopped'), keys: 'h', run: () => setStopped(!stopped) },
  ]);
  const query = useInfiniteQuery(
    api.deadlines.list.infiniteOptions({
      input: pagesOf({ stopped }),
      ...paged,
    }),
  );
  const { rows: clocks, fetchMore } = usePages(query);
  const explained = clocks.find(({ id }) => id === chosen) ?? clocks[0];
  const columns = useMemo<DataColumn<ClockRecord>[]>(
    () => [
      {
        id: 'left',
        header: t('deadlines:left'),
        width: '130px',
        cell: (clock) =>
          clock.stoppedAt !== null ? (
            <StatusWord kind="ok">{t('deadlines:stopped')}</StatusWord>
          ) : clock.owner === 'theirs' ? (
            clock.dueAt < now ? (
              t('deadlines:passed')
            ) : (
              t.format.span(clock.dueAt - now)
            )
          ) : (
            <DueText at={clock.dueAt} now={now} />
          ),
      },
      {
        id: 'due',
        header: t('deadlines:due'),
        width: '160px',
        cell: (clock) => t.format.deadline(clock.dueAt, zone, now),
      },
      {
        id: 'owner',
        header: t('deadlines:owner'),
        width: '110px',
        cell: (clock) => t(`deadlines:owner-${clock.owner}`),
      },
      {
        id: 'what',
        header: t('deadlines:what'),
        width: 'minmax(180px, 1.2fr)',
        cell: (clock) => t.pick(clock.title),
      },
      {
        id: 'case',
        header: t('deadlines:case'),
        width: 'minmax(160px, 1fr)',
        cell: (clock) => (
          <Link to={`/cases/${clock.caseId}`} onClick={(event) => event.stopPropagation()} tabIndex={-1}>
            {clock.caseNumber} · {clock.caseTitle}
          </Link>
        ),
      },
    ],
    [t, zone, now],
  );
  return (
    <Page
      title={t('app:deadlines')}
      sub={t('deadlines:sub')}
      actions={
        <Switch
          label={t('deadlines:showStopped')}
          checked={stopped}
          onChange={(event) => setStopped(event.currentTarget.checked)}
        />
      }
      {...(explained === undefined ? {} : { aside: <ClockExplained clock={explained} now={now} /> })}
    >
      <LoadedTable
        query={query}
        taught={
          clocks.length === 0 ? (
            <EmptyState
              title={t('deadlines:emptyTitle')}
              action={{ label: t('deadlines:toCases'), to: '/cases' }}
            >
              {t('deadlines:emptyText')}
            </EmptyState>
          ) : null
        }
        label={t('app:deadlines')}
        rows={clocks}
        columns={columns}
        rowId={rowId}
        onOpen={(clock) => setChosen(clock.id)}
        maxHeight={640}
        onNearEnd={fetchMore}
      />
      <DayCalculator />
      <Calendars />
    </Page>
  );
}
