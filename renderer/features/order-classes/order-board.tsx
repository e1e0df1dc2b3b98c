import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Attempt } from '../../../shared/attempts/index.ts';
import { ORDER_CLASSES, type CaseOrder } from '../../../shared/cases/index.ts';
import {
  useChoiceKey,
  type RowAct,
  ActButton,
  DataTable,
  EmptyState,
  Note,
  useText,
} from '../../ui/index.ts';
import { ClassBar, CLASS_KEYS } from './class-bar.tsx';
import { CLASS_FILTERS, ordersOf, type ClassFilter } from './class-counts.ts';
import { GenuineAgainDialog } from './genuine-again-dialog.tsx';
import { RefusedGenuine } from './refused-genuine.tsx';
import { vouchersOf } from './vouchers-of.ts';
import { useOrderColumns } from './use-order-columns.tsx';
import { useSorting } from './use-sorting.ts';

interface OrderBoardProps {
  readonly caseId: string;
  readonly orders: readonly CaseOrder[];
  readonly attempts: readonly Attempt[];
  /** What was submitted stays as it was sorted. */
  readonly locked: boolean;
  readonly onSettle: (attempt: Attempt) => void;
  readonly onRemove: (orderNumber: string) => void;
}

const rowId = (order: CaseOrder): string => order.orderNumber;

/** The orders that a notice names, each sorted by what can be shown for it. */
export function OrderBoard({ caseId, orders, attempts, locked, onSettle, onRemove }: OrderBoardProps) {
  const t = useText();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<ClassFilter>('all');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const sorting = useSorting(caseId, orders, () => setTicked(new Set()));
  const shown = ordersOf(orders, filter);
  // What a filter hides is never sorted unseen.
  const picked = shown.map(rowId).filter((number) => ticked.has(number));
  const columns = useOrderColumns({ caseId, orders, onRemove: locked ? null : onRemove });
  const rowActs: readonly RowAct<CaseOrder>[] = locked
    ? []
    : [
        ...(picked.length > 0 ? [] : CLASS_KEYS).map(({ keys, to }) => ({
          id: `sort-${keys}`,
          label:
            to === null
              ? t('orderClasses:take')
              : t('orderClasses:sortInto', { class: t(`orderClasses:class.${to}`) }),
          keys,
          run: ({ orderNumber }: CaseOrder) => sorting.sort([orderNumber], to),
        })),
        {
          id: 'remove',
          label: t('cases:orders.remove'),
          keys: 'delete',
          run: ({ orderNumber }) => onRemove(orderNumber),
        },
      ];
  useChoiceKey({ id: 'shown', keys: 'h', label: t('orderClasses:filter') }, CLASS_FILTERS, filter, setFilter);
  const unknown = attempts.filter(({ state }) => state === 'unknown');
  return (
    <div className="order-board">
      <Summary orders={orders} filter={filter} onFilter={setFilter} />
      {unknown[0] === undefined ? null : (
        <Note kind="warn">
          {t('orderClasses:unknown.title', { count: unknown.length })}{' '}
          <Settle attempt={unknown[0]} onSettle={onSettle} />
        </Note>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t('orderClasses:noneInClass')}>{t('orderClasses:noneInClass.text')}</EmptyState>
      ) : (
        <DataTable
          label={t('orderClasses:number')}
          rows={shown}
          columns={columns}
          rowId={rowId}
          rowHeight={46}
          maxHeight={520}
          {...(locked
            ? {}
            : {
                selection: { ids: new Set(picked), onChange: setTicked },
              })}
          rowActs={rowActs}
          onEnter={({ orderNumber }) => void navigate(vouchersOf(caseId, orderNumber))}
        />
      )}
      {locked ? null : (
        <div className="class-dock">
          {sorting.waits?.for === 'vouchers' ? (
            <RefusedGenuine
              caseId={caseId}
              orderNumbers={sorting.waits.short}
              ready={sorting.waits.ready.length}
              onSortReady={() => {
                if (sorting.waits?.for === 'vouchers') {
                  sorting.sort(sorting.waits.ready, 'documented-genuine');
                }
              }}
              onClose={sorting.stop}
            />
          ) : null}
          <ClassBar
            picked={picked.length}
            busy={sorting.busy}
            onSort={(to) => sorting.sort(picked, to)}
            onClear={() => setTicked(new Set())}
          />
        </div>
      )}
      {locked ? null : <p className="ad-hint">{t('orderClasses:keys')}</p>}
      {sorting.waits?.for === 'new-exhibit' ? (
        <GenuineAgainDialog
          caseId={caseId}
          count={sorting.waits.admitted}
          busy={sorting.busy}
          error={sorting.error}
          onSave={sorting.sortWithExhibit}
          onClose={sorting.stop}
        />
      ) : null}
    </div>
  );
}

function Settle({
  attempt,
  onSettle,
}: {
  readonly attempt: Attempt;
  readonly onSettle: (attempt: Attempt) => void;
}) {
  const t = useText();
  return (
    <ActButton act="settle" keys="s" variant="subtle" size="compact-sm" onClick={() => onSettle(attempt)}>
      {t('attempts:settle.open')}
    </ActButton>
  );
}

interface SummaryProps {
  readonly orders: readonly CaseOrder[];
  readonly filter: ClassFilter;
  readonly onFilter: (filter: ClassFilter) => void;
}

/** How many orders of each class there are, which is also the way to see only those; and which are contested. */
function Summary({ orders, filter, onFilter }: SummaryProps) {
  const t = useText();
  const words = (each: ClassFilter): string => {
    const name = each === 'all' ? t('orderClasses:filter.all') : t(`orderClasses:class.${each}`);
    const count = ordersOf(orders, each).length;
    return each === 'admitted'
      ? t('orderClasses:filter.internal', { name, count })
      : t('orderClasses:filter.of', { name, count });
  };
  return (
    <div className="class-summary">
      <SegmentedControl
        size="xs"
        aria-label={t('orderClasses:filter')}
        value={filter}
        onChange={(value) => onFilter(CLASS_FILTERS.find((each) => each === value) ?? 'all')}
        data={CLASS_FILTERS.map((each) => ({ value: each, label: words(each) }))}
      />
      <span className="class-meter" aria-hidden="true">
        {[...ORDER_CLASSES, 'none' as const].map((each) => (
          <i key={each} data-class={each} style={{ flexGrow: ordersOf(orders, each).length }} />
        ))}
      </span>
      <span className="ad-hint">{t('orderClasses:summary.only')}</span>
    </div>
  );
}
