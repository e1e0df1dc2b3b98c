import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { CaseOrder } from '../../../shared/cases/index.ts';
import { useNow, useText, useZone, type DataColumn } from '../../ui/index.ts';
import { ClassWord } from './class-word.tsx';
import { vouchersOf } from './vouchers-of.ts';

interface OrderColumnsInput {
  readonly caseId: string;
  readonly orders: readonly CaseOrder[];
  /** Null where no order may leave any more. */
  readonly onRemove: ((orderNumber: string) => void) | null;
}

/** An order of the board: what it is, its waybill where one is known, its vouchers, its class. */
export function useOrderColumns({
  caseId,
  orders,
  onRemove,
}: OrderColumnsInput): readonly DataColumn<CaseOrder>[] {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const anyWaybill = orders.some(({ trackingNumber }) => trackingNumber !== '');
  return useMemo(() => {
    const about = (order: CaseOrder): string => {
      if (order.orderId === null) return t('orderClasses:byHand');
      const { totalMinor, currency, orderedAt } = order;
      return [
        order.buyerName,
        orderedAt === null ? '' : t.format.instant(orderedAt, zone, now),
        totalMinor === null || currency === null ? '' : t.format.money(totalMinor, currency),
      ]
        .filter((each) => each !== '')
        .join(' · ');
    };
    const columns: (DataColumn<CaseOrder> | null)[] = [
      {
        id: 'number',
        header: t('orderClasses:number'),
        width: 'minmax(165px, 1.2fr)',
        cell: (order) => (
          <span className="board-order">
            <span>{order.orderNumber}</span>
            <small>{about(order)}</small>
          </span>
        ),
      },
      anyWaybill
        ? {
            id: 'waybill',
            header: t('orderClasses:waybill'),
            width: 'minmax(120px, 0.8fr)',
            cell: (order) => order.trackingNumber || '—',
          }
        : null,
      {
        id: 'coverage',
        header: t('orderClasses:coverage'),
        width: '108px',
        cell: (order) => <Coverage caseId={caseId} order={order} />,
      },
      {
        id: 'class',
        header: t('orderClasses:class'),
        width: 'minmax(156px, 1fr)',
        cell: (order) => <ClassWord of={order.class} />,
      },
      onRemove === null
        ? null
        : {
            id: 'remove',
            header: t('cases:orders.remove'),
            width: '76px',
            cell: ({ orderNumber: number }) => (
              <ActionIcon
                size="sm"
                tabIndex={-1}
                aria-label={t('orderClasses:remove', { number })}
                onClick={(event) => {
                  event.stopPropagation();
                  onRemove(number);
                }}
              >
                <X size={14} aria-hidden="true" />
              </ActionIcon>
            ),
          },
    ];
    return columns.filter((column) => column !== null);
  }, [t, zone, now, anyWaybill, caseId, onRemove]);
}

/** 3/4, drawn as four slips of which three are there; it leads to them. */
function Coverage({ caseId, order }: { readonly caseId: string; readonly order: CaseOrder }) {
  const t = useText();
  const { coverage, orderNumber: number } = order;
  if (coverage === null) return '—';
  const { met, total } = coverage;
  return (
    <Link
      className="board-coverage"
      to={vouchersOf(caseId, number)}
      tabIndex={-1}
      aria-label={t('orderClasses:coverage.open', { number, met, total })}
      onClick={(event) => event.stopPropagation()}
    >
      <span className="board-slips" aria-hidden="true">
        {Array.from({ length: Math.min(total, 8) }, (_each, place) => (
          <i key={place} data-met={place < met || undefined} />
        ))}
      </span>
      <span>{t('orderClasses:coverage.of', { met, total })}</span>
    </Link>
  );
}
