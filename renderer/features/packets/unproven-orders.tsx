import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/index.ts';
import { DataTable, StatusWord, useText, type DataColumn } from '../../ui/index.ts';
import { requestsShown, type ShownOrder } from './requests-shown.ts';

interface UnprovenOrdersProps {
  readonly caseId: string;
  readonly orderNumbers: readonly string[];
}

const rowId = (order: ShownOrder): string => order.orderNumber;

/** What the list of orders whose voucher can no longer be had would show: each with its reasons and requests. */
export function UnprovenOrders({ caseId, orderNumbers }: UnprovenOrdersProps) {
  const t = useText();
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const asks = useQuery(api.asks.list.queryOptions({ input: { caseId } }));
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const rows = useMemo(
    () => requestsShown(orderNumbers, coverage.data, asks.data ?? [], exhibits.data ?? []),
    [orderNumbers, coverage.data, asks.data, exhibits.data],
  );
  const columns = useMemo<DataColumn<ShownOrder>[]>(
    () => [
      {
        id: 'number',
        header: t('orders:number'),
        width: 'minmax(180px, 1fr)',
        cell: ({ orderNumber }) => (
          <Link to={`/cases/${caseId}/evidence?order=${encodeURIComponent(orderNumber)}`}>{orderNumber}</Link>
        ),
      },
      {
        id: 'why',
        header: t('packets:unproven.why'),
        width: 'minmax(180px, 1.6fr)',
        cell: ({ reasons }) => reasons.join(t.language === 'en' ? '; ' : '；'),
      },
      {
        id: 'requests',
        header: t('packets:unproven.requests'),
        width: 'minmax(140px, 1fr)',
        cell: ({ exhibitNumbers }) =>
          exhibitNumbers.length === 0 ? (
            <StatusWord kind="warn">{t('packets:unproven.none')}</StatusWord>
          ) : (
            t.format.list(
              exhibitNumbers.map((number) =>
                number === 0 ? t('packets:unproven.later') : t('facts:exhibit', { number }),
              ),
            )
          ),
      },
    ],
    [t, caseId],
  );
  return (
    <DataTable
      label={t('packets:disclosure.unproven.shows')}
      rows={rows}
      columns={columns}
      rowId={rowId}
      maxHeight={300}
    />
  );
}
