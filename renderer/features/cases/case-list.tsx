import { Checkbox, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CaseListItem } from '../../../shared/cases/index.ts';
import { pagesOf, api, paged, usePages } from '../../api/index.ts';
import {
  useActs,
  SearchField,
  ActButton,
  DataTable,
  DueText,
  EmptyState,
  ErrorNote,
  Loading,
  Page,
  StatusWord,
  useNow,
  useText,
  type DataColumn,
  type StatusKind,
} from '../../ui/index.ts';
import { usePlatforms, useStores } from '../clients/index.ts';

const STAGE_KIND: Record<CaseListItem['stage'], StatusKind> = {
  preparing: 'open',
  frozen: 'part',
  submitted: 'part',
  returned: 'warn',
  decided: 'ok',
  closed: 'ok',
};

/** All cases, what is due next first. */
export function CaseList() {
  const t = useText();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [storeId, setStoreId] = useState<string | null>(null);
  const [archived, setArchived] = useState(false);
  const [words] = useDebouncedValue(text.trim(), 150);
  const stores = useStores();
  const cases = useInfiniteQuery({
    ...api.cases.list.infiniteOptions({
      input: pagesOf({
        archived,
        ...(words === '' ? {} : { text: words }),
        ...(storeId === null ? {} : { storeId }),
      }),
      ...paged,
    }),
    placeholderData: keepPreviousData,
  });
  const { rows, total, fetchMore } = usePages(cases);
  const columns = useCaseColumns();
  useActs([
    { id: 'show-archived', label: t('cases:filter.archived'), keys: 'h', run: () => setArchived(!archived) },
  ]);
  const narrowed = words !== '' || storeId !== null || archived;
  const empty = rows.length === 0 && !narrowed;
  // Where every case is archived, there is still something to show.
  const putAway = useQuery({
    ...api.cases.list.queryOptions({ input: { archived: true, limit: 1 } }),
    enabled: empty,
  });
  return (
    <Page
      fill
      title={t('cases:title')}
      sub={cases.data === undefined ? undefined : t('cases:total', { count: total })}
      actions={
        <ActButton act="new-case" keys="n" to="/cases/new">
          {t('cases:new')}
        </ActButton>
      }
    >
      {empty && (putAway.data?.total ?? 0) === 0 ? null : (
        <div className="case-filters">
          <SearchField label={t('cases:search')} value={text} onChange={setText} />
          {(stores?.length ?? 0) > 1 ? (
            <Select
              aria-label={t('cases:filter.store')}
              value={storeId ?? ''}
              onChange={(value) => setStoreId(value === '' ? null : value)}
              data={[
                { value: '', label: t('cases:filter.allStores') },
                ...(stores ?? []).map((store) => ({ value: store.id, label: store.alias || store.name })),
              ]}
            />
          ) : null}
          <Checkbox
            checked={archived}
            label={t('cases:filter.archived')}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
        </div>
      )}
      {cases.data === undefined ? (
        cases.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={cases.error} onRetry={() => void cases.refetch()} />
        )
      ) : rows.length > 0 ? (
        <DataTable
          label={t('cases:title')}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowHeight={46}
          total={total}
          onOpen={(row) => void navigate(`/cases/${row.id}`)}
          onNearEnd={fetchMore}
        />
      ) : narrowed ? (
        <EmptyState title={t('cases:search.none.title')}>{t('cases:search.none.text')}</EmptyState>
      ) : (
        <EmptyState title={t('cases:empty.title')} action={{ label: t('cases:new'), to: '/cases/new' }}>
          {t('cases:empty.text')}
        </EmptyState>
      )}
    </Page>
  );
}

function useCaseColumns(): readonly DataColumn<CaseListItem>[] {
  const t = useText();
  const now = useNow();
  const platforms = usePlatforms();
  const operators = useQuery(api.operators.list.queryOptions({ input: {} })).data;
  return useMemo(() => {
    const scenes = new Map(
      (platforms ?? []).flatMap(({ scenarios }) => scenarios.map((each) => [each.id, each.title])),
    );
    const names = new Map((operators ?? []).map((operator) => [operator.id, operator.name]));
    return [
      {
        id: 'due',
        header: t('cases:column.due'),
        width: '150px',
        cell: ({ nextDue }) =>
          nextDue === null ? (
            <span className="case-dim">{t('cases:due.none')}</span>
          ) : (
            <span className="case-due">
              <DueText at={nextDue.at} now={now} theirs={nextDue.side === 'theirs'} />
              <small>{t(`cases:due.${nextDue.side}`)}</small>
            </span>
          ),
      },
      {
        id: 'case',
        header: t('cases:column.case'),
        width: 'minmax(220px, 2fr)',
        cell: (row) => (
          <span className="case-name">
            <Link to={`/cases/${row.id}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
              {row.title}
            </Link>
            <small>{row.buyerName === '' ? row.number : `${row.number} · ${row.buyerName}`}</small>
          </span>
        ),
      },
      {
        id: 'scenario',
        header: t('cases:column.scenario'),
        width: 'minmax(110px, 1fr)',
        cell: (row) => {
          const title = scenes.get(row.scenarioId);
          return title === undefined ? '' : t.pick(title);
        },
      },
      {
        id: 'store',
        header: t('cases:column.store'),
        width: 'minmax(100px, 1fr)',
        cell: (row) => row.storeAlias,
      },
      {
        id: 'stage',
        header: t('cases:column.stage'),
        width: '130px',
        cell: (row) => <StatusWord kind={STAGE_KIND[row.stage]}>{t(`cases:stage.${row.stage}`)}</StatusWord>,
      },
      {
        id: 'orders',
        header: t('cases:column.orders'),
        width: '70px',
        align: 'end',
        cell: (row) => row.orderCount,
      },
      {
        id: 'owner',
        header: t('cases:column.owner'),
        width: '110px',
        cell: (row) => names.get(row.ownerId) ?? '',
      },
    ];
  }, [t, now, platforms, operators]);
}
