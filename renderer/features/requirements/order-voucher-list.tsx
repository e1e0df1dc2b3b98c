import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseOrder } from '../../../shared/cases/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import {
  isComplete,
  missingUnits,
  voucherUnits,
  type CoverageView,
  type OrderCoverage,
} from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import {
  useChoiceKey,
  ActButton,
  DataTable,
  EmptyState,
  SearchField,
  Section,
  StatusWord,
  useText,
  type DataColumn,
} from '../../ui/index.ts';
import { ClassWord } from '../order-classes/index.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { OrderVouchers } from './order-vouchers.tsx';

interface OrderVoucherListProps {
  readonly caseId: string;
  readonly coverage: CoverageView;
  readonly exhibits: readonly CaseExhibit[];
}

const SHOWN = ['all', 'missing', 'complete'] as const;
type Shown = (typeof SHOWN)[number];

const rowId = (order: OrderCoverage): string => order.orderNumber;

/** Which order is open is part of the address, so that other steps can lead to it. */
const OPEN_ORDER = 'order';

/** The vouchers of each order of the notice: who is complete, what is missing, and the slots of each behind a row. */
export function OrderVoucherList({ caseId, coverage, exhibits }: OrderVoucherListProps) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<Shown>('all');
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState(false);
  const orders = useQuery(api.cases.orders.queryOptions({ input: { caseId } }));
  const asks = useQuery(api.asks.list.queryOptions({ input: { caseId } }));
  const units = useMemo(() => voucherUnits(coverage.requirements), [coverage.requirements]);
  const byNumber = useMemo(
    () => new Map((orders.data ?? []).map((order) => [order.orderNumber, order])),
    [orders.data],
  );
  const complete = coverage.orders.filter(isComplete).length;
  const counts = { all: coverage.orders.length, missing: coverage.orders.length - complete, complete };
  const rows = coverage.orders.filter(
    (order) =>
      (shown === 'all' || isComplete(order) === (shown === 'complete')) &&
      matches(order, byNumber.get(order.orderNumber), typed.trim()),
  );
  const columns = useMemo<DataColumn<OrderCoverage>[]>(
    () => [
      {
        id: 'number',
        header: t('orders:number'),
        width: 'minmax(180px, 1fr)',
        cell: (order) => order.orderNumber,
      },
      {
        id: 'class',
        header: t('orderClasses:class'),
        width: 'minmax(190px, 0.9fr)',
        cell: (order) => <ClassWord of={byNumber.get(order.orderNumber)?.class ?? null} />,
      },
      {
        id: 'ready',
        header: t('requirements:ready'),
        width: '96px',
        cell: (order) => (
          <StatusWord kind={isComplete(order) ? 'ok' : order.met > 0 ? 'part' : 'open'}>
            {`${order.met}/${order.total}`}
          </StatusWord>
        ),
      },
      {
        id: 'missing',
        header: t('requirements:missing'),
        width: 'minmax(180px, 1.6fr)',
        cell: (order) =>
          t.format.list(
            missingUnits(units, order).map(({ unit, unavailable }) => {
              const title = unit.requirements[0] === undefined ? '' : t.pick(unit.requirements[0].title);
              return unavailable ? t('requirements:missing.unavailable', { title }) : title;
            }),
          ),
      },
    ],
    [t, byNumber, units],
  );
  useChoiceKey(
    { id: 'shown', keys: 'h', label: t('requirements:orders.show'), disabled: counts.all === 0 },
    SHOWN,
    shown,
    setShown,
  );
  const openNumber = params.get(OPEN_ORDER);
  const open = coverage.orders.find((order) => order.orderNumber === openNumber);
  const show = (orderNumber: string | null): void => {
    const next = new URLSearchParams(params);
    if (orderNumber === null) next.delete(OPEN_ORDER);
    else next.set(OPEN_ORDER, orderNumber);
    setParams(next, { replace: true });
  };
  const place = rows.findIndex((order) => order.orderNumber === openNumber);
  const neighbour = (by: number): (() => void) | null => {
    const next = place === -1 ? undefined : rows[place + by];
    return next === undefined ? null : () => show(next.orderNumber);
  };
  const about = selected.size === 0 ? coverage.orders.map(rowId) : [...selected];
  return (
    <Section
      title={t('requirements:orders')}
      hint={t('requirements:orders.ready', { ready: complete, total: counts.all })}
      actions={
        counts.all === 0 ? undefined : (
          <ActButton act="batch" keys="b" variant="default" onClick={() => setBatch(true)}>
            {selected.size === 0
              ? t('requirements:batch.all')
              : t('requirements:batch.selected', { count: selected.size })}
          </ActButton>
        )
      }
    >
      {counts.all === 0 ? (
        <EmptyState
          title={t('requirements:orders.empty.title')}
          action={{ label: t('requirements:orders.empty.act'), to: `/cases/${caseId}/orders` }}
        >
          {t('requirements:orders.empty.text')}
        </EmptyState>
      ) : (
        <>
          <div className="ad-toolbar" role="search">
            <SegmentedControl
              aria-label={t('requirements:orders.show')}
              value={shown}
              onChange={(value) => setShown(SHOWN.find((each) => each === value) ?? 'all')}
              data={SHOWN.map((value) => ({
                value,
                label: t(`requirements:orders.${value}`, { number: counts[value] }),
              }))}
            />
            <SearchField
              label={t('requirements:orders.search')}
              clear={t('orders:clear')}
              value={typed}
              onChange={setTyped}
            />
          </div>
          {rows.length === 0 ? (
            <p className="ad-hint">{t('requirements:orders.none')}</p>
          ) : (
            <DataTable
              label={t('requirements:orders')}
              rows={rows}
              columns={columns}
              rowId={rowId}
              selection={{ ids: selected, onChange: setSelected }}
              onOpen={(order) => show(order.orderNumber)}
              maxHeight={420}
            />
          )}
        </>
      )}
      {open === undefined ? null : (
        <OrderVouchers
          caseId={caseId}
          coverage={open}
          order={byNumber.get(open.orderNumber)}
          units={units}
          exhibits={exhibits}
          asks={asks.data ?? []}
          onPrevious={neighbour(-1)}
          onNext={neighbour(1)}
          onClose={() => show(null)}
        />
      )}
      {batch ? (
        <BatchDialog
          caseId={caseId}
          orderNumbers={about}
          coverage={coverage}
          exhibits={exhibits}
          asks={asks.data ?? []}
          onClose={() => setBatch(false)}
        />
      ) : null}
    </Section>
  );
}

function matches(coverage: OrderCoverage, order: CaseOrder | undefined, text: string): boolean {
  return (
    text === '' ||
    coverage.orderNumber.includes(text) ||
    (order?.buyerName.includes(text) ?? false) ||
    (order?.trackingNumber.includes(text) ?? false)
  );
}
