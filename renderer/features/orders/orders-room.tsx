import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileUp, History } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Order } from '../../../shared/orders/index.ts';
import { api } from '../../api/index.ts';
import {
  ActButton,
  EmptyState,
  LoadedTable,
  Page,
  SearchField,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';
import { useStores } from '../clients/index.ts';
import { ImportsDialog } from './imports-dialog.tsx';
import { OrderSheet } from './order-sheet.tsx';
import { useOrders } from './use-orders.ts';

const rowId = (order: Order): string => order.id;
const rowName = (order: Order): string => order.orderNumber;

/** Imported orders: search, narrow to a store or a buyer, tick some and open a case from them. */
export function OrdersRoom() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const stores = useStores();
  const storeId = params.get('store') ?? undefined;
  const buyerName = params.get('buyer') ?? undefined;
  const [typed, setTyped] = useState(params.get('text') ?? '');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [importsOpen, setImportsOpen] = useState(false);
  const [opened, setOpened] = useState<Order | null>(null);
  const linkedText = params.get('text');
  useEffect(() => {
    if (linkedText !== null) setTyped(linkedText);
  }, [linkedText]);
  const { query, rows, total, fetchMore } = useOrders({
    ...(storeId === undefined ? {} : { storeId }),
    ...(buyerName === undefined ? {} : { buyerName }),
    ...(text === '' ? {} : { text }),
  });
  const narrow = (name: 'store' | 'buyer', value: string | null): void => {
    const next = new URLSearchParams(params);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    if (name === 'store') next.delete('buyer');
    setParams(next, { replace: true });
    setSelected(new Set());
  };
  const columns = useMemo<DataColumn<Order>[]>(
    () => [
      {
        id: 'number',
        header: t('orders:number'),
        width: 'minmax(170px, 190px)',
        cell: (order) => order.orderNumber,
      },
      {
        id: 'buyer',
        header: t('orders:buyer'),
        width: 'minmax(120px, 1fr)',
        cell: (order) => order.buyerName,
      },
      {
        id: 'ordered',
        header: t('orders:ordered'),
        width: '128px',
        cell: (order) => (order.orderedAt === null ? '—' : t.format.instant(order.orderedAt, zone, now)),
      },
      {
        id: 'paid',
        header: t('orders:paid'),
        width: '128px',
        cell: (order) =>
          order.paidAt === null ? t('orders:notPaid') : t.format.instant(order.paidAt, zone, now),
      },
      {
        id: 'total',
        header: t('orders:total'),
        width: '120px',
        align: 'end',
        cell: (order) =>
          order.totalMinor === null || order.currency === null
            ? '—'
            : t.format.money(order.totalMinor, order.currency),
      },
      {
        id: 'status',
        header: t('orders:status'),
        width: 'minmax(110px, 0.8fr)',
        cell: (order) => order.status,
      },
      { id: 'country', header: t('orders:country'), width: '110px', cell: (order) => order.country },
      { id: 'items', header: t('orders:items'), width: 'minmax(160px, 1.6fr)', cell: (order) => order.items },
    ],
    [t, zone, now],
  );
  const chosen = rows.filter((order) => selected.has(order.id));
  const chosenStore =
    new Set(chosen.map((order) => order.storeId)).size === 1 ? chosen[0]?.storeId : undefined;
  const narrowed = storeId !== undefined || buyerName !== undefined || text !== '';
  return (
    <Page
      fill
      title={t('app:orders')}
      sub={t('orders:total_count', { count: total, shown: t.format.count(total) })}
      actions={
        <>
          <ActButton
            act="imports"
            keys="m"
            variant="default"
            leftSection={<History size={15} />}
            onClick={() => setImportsOpen(true)}
          >
            {t('orders:imports')}
          </ActButton>
          <ActButton
            act="import"
            keys="i"
            leftSection={<FileUp size={15} />}
            onClick={() =>
              void navigate(storeId === undefined ? '/orders/import' : `/orders/import?store=${storeId}`)
            }
          >
            {t('orders:import')}
          </ActButton>
        </>
      }
    >
      <LoadedTable
        query={query}
        taught={
          total === 0 && !narrowed ? (
            <EmptyState
              title={t('orders:emptyTitle')}
              action={{ label: t('orders:import'), to: '/orders/import' }}
            >
              {t('orders:emptyText')}
            </EmptyState>
          ) : null
        }
        tools={
          <>
            <div className="ad-toolbar" role="search">
              <SearchField
                label={t('orders:search')}
                clear={t('orders:clear')}
                value={typed}
                onChange={setTyped}
              />
              <Select
                aria-label={t('orders:store')}
                data={[
                  { value: '', label: t('orders:allStores') },
                  ...(stores ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={storeId ?? ''}
                onChange={(value) => narrow('store', value)}
              />
              {storeId === undefined ? null : (
                <BuyerSelect
                  storeId={storeId}
                  value={buyerName ?? null}
                  onChange={(value) => narrow('buyer', value)}
                />
              )}
            </div>
            {chosen.length === 0 ? null : (
              <div className="ad-toolbar ad-selected" role="status">
                <b>{t('orders:selected', { count: chosen.length })}</b>
                {chosenStore === undefined ? (
                  <span className="ad-dim">{t('orders:oneStore')}</span>
                ) : (
                  <ActButton
                    act="case-of-ticked"
                    keys="c"
                    size="compact-md"
                    to={newCaseAddress(chosenStore, chosen)}
                  >
                    {t('orders:openCase')}
                  </ActButton>
                )}
                <ActButton
                  act="untick"
                  keys="u"
                  size="compact-md"
                  variant="subtle"
                  onClick={() => setSelected(new Set())}
                >
                  {t('orders:untick')}
                </ActButton>
              </div>
            )}
          </>
        }
        nothing={<EmptyState title={t('orders:nothing')}>{t('orders:nothingText')}</EmptyState>}
        label={t('app:orders')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        rowName={rowName}
        total={total}
        selection={{ ids: selected, onChange: setSelected }}
        onOpen={setOpened}
        onNearEnd={fetchMore}
      />
      <ImportsDialog opened={importsOpen} onClose={() => setImportsOpen(false)} />
      <OrderSheet order={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}

function newCaseAddress(storeId: string, orders: readonly Order[]): string {
  const buyers = new Set(orders.map(({ buyerName }) => buyerName));
  const query = new URLSearchParams({
    store: storeId,
    orders: orders.map(({ orderNumber }) => orderNumber).join(','),
  });
  const [buyer] = buyers;
  if (buyers.size === 1 && buyer !== undefined && buyer !== '') query.set('buyer', buyer);
  return `/cases/new?${query.toString()}`;
}

interface BuyerSelectProps {
  readonly storeId: string;
  readonly value: string | null;
  readonly onChange: (buyerName: string | null) => void;
}

/** Buyers of a store by how many orders they have. */
function BuyerSelect({ storeId, value, onChange }: BuyerSelectProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const buyers = useQuery(
    api.orders.buyers.queryOptions({
      input: { storeId, ...(text === '' || text === value ? {} : { text }) },
      placeholderData: keepPreviousData,
    }),
  );
  const options = (buyers.data ?? []).filter(({ buyerName }) => buyerName !== '');
  return (
    <Select
      aria-label={t('orders:buyer')}
      placeholder={t('orders:anyBuyer')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('orders:clear') }}
      data={[
        ...options.map(({ buyerName }) => buyerName),
        ...(value !== null && !options.some(({ buyerName }) => buyerName === value) ? [value] : []),
      ]}
      renderOption={({ option }) => {
        const buyer = options.find(({ buyerName }) => buyerName === option.value);
        return (
          <span className="ad-option">
            <span>{option.value}</span>
            {buyer === undefined ? null : (
              <span className="ad-hint">
                {t('orders:buyerCounts', { orders: buyer.orderCount, unpaid: buyer.unpaidCount })}
              </span>
            )}
          </span>
        );
      }}
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t('orders:nothing')}
    />
  );
}
