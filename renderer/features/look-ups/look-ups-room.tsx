import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { LookFound, LookUpRow } from '../../../shared/look-ups/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  DataTable,
  EmptyState,
  Entries,
  Entry,
  Loaded,
  Page,
  Section,
  StatusWord,
  useActs,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';
import { LookUpSheet } from './look-up-sheet.tsx';
import { nextActPath } from './next-act.ts';

const DAY_MS = 24 * 3_600_000;

const rowId = ({ storeId, kind }: LookUpRow): string => `${storeId} ${kind}`;

/** What has to be looked for in which shop's back office, to be ticked down one after the other. */
export function LookUpsRoom() {
  const t = useText();
  const now = useNow();
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useQuery(api.lookUps.list.queryOptions({ input: {} }));
  const look = useChange(client.lookUps.look, { features: ['lookUps'], quiet: true });
  const onLook = (row: LookUpRow, found: LookFound): void =>
    look.mutate({ storeId: row.storeId, kind: row.kind, found });
  useActs([{ id: 'show-all', label: t('lookUps:showAll'), keys: 'h', run: () => setAll(!all) }]);
  const columns = useLookUpColumns(now);
  const rows = query.data ?? [];
  const shown = rows.filter(({ dueAt }) => all || (dueAt !== null && dueAt <= now));
  const open = rows.find((row) => rowId(row) === chosen) ?? shown[0];
  return (
    <Page
      title={t('lookUps:title')}
      sub={t('lookUps:sub')}
      actions={
        <Switch
          label={t('lookUps:showAll')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      }
      aside={open === undefined ? null : <LookUpSheet row={open} onLook={onLook} />}
    >
      <FoundSomething rows={rows} now={now} />
      <Loaded query={query}>
        {(list) =>
          shown.length > 0 ? (
            <DataTable
              label={t('lookUps:title')}
              rows={shown}
              columns={columns}
              rowId={rowId}
              onOpen={(row) => setChosen(rowId(row))}
              onEnter={(row) => onLook(row, 'nothing')}
              rowActs={[
                {
                  id: 'something',
                  label: t('lookUps:found-something'),
                  keys: 's',
                  run: (row) => onLook(row, 'something'),
                },
              ]}
              maxHeight={640}
            />
          ) : list.length === 0 ? (
            <EmptyState
              title={t('lookUps:noneTitle')}
              action={{ label: t('lookUps:toStores'), to: '/clients' }}
            >
              {t('lookUps:noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('lookUps:doneTitle')}>{t('lookUps:doneText')}</EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What was found lately, each with the act that goes on with it. */
function FoundSomething({ rows, now }: { readonly rows: readonly LookUpRow[]; readonly now: number }) {
  const t = useText();
  const zone = useZone();
  const found = rows.filter(({ last }) => last?.found === 'something' && now - last.at < DAY_MS);
  if (found.length === 0) return null;
  return (
    <Section title={t('lookUps:goOn')} hint={t('lookUps:goOnHint')}>
      <Entries label={t('lookUps:goOn')}>
        {found.map((row) => (
          <Entry
            key={rowId(row)}
            title={`${row.storeAlias} · ${t(`lookUps:kind-${row.kind}`)}`}
            detail={
              row.last === null
                ? undefined
                : t('lookUps:lastBy', {
                    when: t.format.instant(row.last.at, zone, now),
                    name: row.last.operatorName,
                  })
            }
            action={
              <Link to={nextActPath(row)}>
                {t(`lookUps:act-${row.kind}`)} <span aria-hidden="true">›</span>
              </Link>
            }
          />
        ))}
      </Entries>
    </Section>
  );
}

function useLookUpColumns(now: number): DataColumn<LookUpRow>[] {
  const t = useText();
  const zone = useZone();
  return useMemo(
    () => [
      { id: 'store', header: t('lookUps:store'), width: 'minmax(120px, 1fr)', cell: (row) => row.storeAlias },
      {
        id: 'platform',
        header: t('lookUps:platform'),
        width: 'minmax(110px, 0.7fr)',
        cell: (row) => t.pick(row.platformName),
      },
      {
        id: 'what',
        header: t('lookUps:what'),
        width: 'minmax(140px, 1fr)',
        cell: (row) => t(`lookUps:kind-${row.kind}`),
      },
      {
        id: 'last',
        header: t('lookUps:last'),
        width: 'minmax(130px, 0.9fr)',
        cell: ({ last }) =>
          last === null
            ? t('lookUps:never')
            : t('lookUps:lastBy', { when: t.format.instant(last.at, zone, now), name: last.operatorName }),
      },
      {
        id: 'next',
        header: t('lookUps:next'),
        width: '140px',
        cell: ({ dueAt }) =>
          dueAt === null ? (
            <StatusWord kind="no">{t('lookUps:off')}</StatusWord>
          ) : dueAt <= now ? (
            <StatusWord kind="warn">{t('lookUps:now')}</StatusWord>
          ) : (
            t('lookUps:inDays', { span: t.format.span(dueAt - now) })
          ),
      },
    ],
    [t, zone, now],
  );
}
