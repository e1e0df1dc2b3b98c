import { useMemo } from 'react';
import { Link } from 'react-router';
import type { NoticeReading } from '../../../shared/notices/index.ts';
import { DataTable, useNow, useText, useZone, type DataColumn, RowButton } from '../../ui/index.ts';

type FoundNumber = NoticeReading['orderNumbers'][number];

/** A number that may be an order of the notice. */
export type ListedNumber = Pick<FoundNumber, 'orderNumber' | 'cases'> & {
  /** Undefined where nobody looked: a number added by hand that is no usual one here. */
  readonly order: FoundNumber['order'] | undefined;
  readonly byHand: boolean;
};

interface FoundNumbersProps {
  readonly numbers: readonly ListedNumber[];
  readonly leftOut: ReadonlySet<string>;
  readonly onLeaveOut: (orderNumbers: ReadonlySet<string>) => void;
}

const rowId = (row: ListedNumber): string => row.orderNumber;

/** The order numbers of a notice, each with its tick, the imported order where there is one, and cases that hold it. */
export function FoundNumbers({ numbers, leftOut, onLeaveOut }: FoundNumbersProps) {
  const t = useText();
  const columns = useNumberColumns(numbers.some(({ cases }) => cases.length > 0));
  const ticked = new Set(numbers.map(rowId).filter((number) => !leftOut.has(number)));
  return (
    <>
      <span className="ad-hint" role="status">
        {t('notices:found.ticked', { ticked: ticked.size, total: numbers.length })}
      </span>
      <DataTable
        label={t('notices:found')}
        rows={numbers}
        columns={columns}
        rowId={rowId}
        rowHeight={42}
        maxHeight={330}
        selection={{
          ids: ticked,
          onChange: (ids) => onLeaveOut(new Set(numbers.map(rowId).filter((number) => !ids.has(number)))),
        }}
      />
    </>
  );
}

function useNumberColumns(anyInCase: boolean): readonly DataColumn<ListedNumber>[] {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  return useMemo(() => {
    const says = ({ order }: ListedNumber): string => {
      if (order === undefined) return '';
      if (order === null) return t('notices:found.notImported');
      const when = order.orderedAt === null ? '' : t.format.instant(order.orderedAt, zone, now);
      const what = [order.buyerName, when, order.items].filter((each) => each !== '').join(' · ');
      return t('notices:found.imported', { what });
    };
    const all: readonly DataColumn<ListedNumber>[] = [
      {
        id: 'number',
        header: t('notices:found.number'),
        width: 'minmax(230px, 1fr)',
        cell: (row) => (
          <span className="found-number">
            <span>{row.orderNumber}</span>
            <small>
              {[row.byHand ? t('notices:found.byHand') : '', says(row)]
                .filter((each) => each !== '')
                .join(' · ')}
            </small>
          </span>
        ),
      },
      {
        id: 'case',
        header: t('notices:found.case'),
        width: '150px',
        cell: ({ cases }) =>
          cases.map(({ caseId, caseNumber }) => (
            <Link key={caseId} to={`/cases/${caseId}`} className="found-case">
              {t('notices:found.inCase', { number: caseNumber })}
            </Link>
          )),
      },
    ];
    return anyInCase ? all : all.slice(0, 1);
  }, [t, zone, now, anyInCase]);
}

interface OtherNumbersProps {
  readonly numbers: readonly string[];
  readonly onTake: (number: string) => void;
}

/** Long numbers of the text that are not taken for orders; each can be. */
export function OtherNumbers({ numbers, onTake }: OtherNumbersProps) {
  const t = useText();
  if (numbers.length === 0) return null;
  return (
    <details className="other-numbers">
      <summary>
        {t('notices:others')} <span className="ad-hint">{numbers.length}</span>
      </summary>
      <p className="ad-hint">{t('notices:others.hint')}</p>
      <ul>
        {numbers.map((number) => (
          <li key={number}>
            <span>{number}</span>
            <RowButton
              act="take-number"
              keys="o"
              of={number}
              size="compact-xs"
              onClick={() => onTake(number)}
            >
              {t('notices:others.add')}
            </RowButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
