import { Combobox, SegmentedControl, Textarea, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Order } from '../../../shared/orders/index.ts';
import { api } from '../../api/index.ts';
import { DataTable, Note, useNow, useText, useZone, type DataColumn } from '../../ui/index.ts';
import { NumberNotes } from './number-notes.tsx';
import { readOrderNumbers, type NumberShape } from './order-numbers.ts';

/** What was picked: the buyer, and the orders by number. */
export interface PickedOrders {
  readonly buyerName: string;
  readonly orderNumbers: readonly string[];
}

interface OrderPickerProps {
  readonly storeId: string;
  /** Whose order numbers are asked for. */
  readonly platform: NumberShape | null;
  readonly picked: PickedOrders;
  readonly onChange: (picked: PickedOrders) => void;
}

/** Picks a buyer and their orders: from the imported ones, or by numbers typed or pasted. */
export function OrderPicker({ storeId, platform, picked, onChange }: OrderPickerProps) {
  const t = useText();
  const [way, setWay] = useState<'imported' | 'typed' | null>(null);
  const any = useQuery(api.orders.buyers.queryOptions({ input: { storeId, limit: 1 } }));
  const shown = way ?? ((any.data?.length ?? 0) === 0 ? 'typed' : 'imported');
  return (
    <div className="form-stack">
      <SegmentedControl
        className="order-way"
        aria-label={t('cases:create.orders')}
        value={shown}
        onChange={(value) => setWay(value === 'typed' ? 'typed' : 'imported')}
        data={[
          { value: 'imported', label: t('cases:create.orders.imported') },
          { value: 'typed', label: t('cases:create.orders.typed') },
        ]}
      />
      {shown === 'imported' ? (
        <ImportedOrders storeId={storeId} picked={picked} onChange={onChange} />
      ) : (
        <TypedOrders platform={platform} picked={picked} onChange={onChange} />
      )}
    </div>
  );
}

function ImportedOrders({ storeId, picked, onChange }: Omit<OrderPickerProps, 'platform'>) {
  const t = useText();
  const { buyerName } = picked;
  const none = useQuery(api.orders.buyers.queryOptions({ input: { storeId, limit: 1 } })).data?.length === 0;
  const orders = useQuery({
    ...api.orders.list.queryOptions({ input: { storeId, buyerName, limit: 500 } }),
    enabled: buyerName !== '',
  });
  const columns = useOrderColumns();
  const rows = orders.data?.items ?? [];
  if (none) {
    return (
      <Note>
        {t('cases:create.buyer.none')}{' '}
        <Link to={`/orders/import?store=${storeId}&then=case`}>{t('cases:create.buyer.import')}</Link>
      </Note>
    );
  }
  return (
    <>
      <BuyerField
        storeId={storeId}
        buyerName={buyerName}
        onPick={(name) => onChange({ buyerName: name, orderNumbers: [] })}
      />
      {rows.length === 0 ? null : (
        <>
          <span className="ad-hint" role="status">
            {t('cases:create.selected', { count: picked.orderNumbers.length })}
          </span>
          <DataTable
            label={t('cases:create.orders')}
            rows={rows}
            columns={columns}
            rowId={(row) => row.orderNumber}
            maxHeight={360}
            selection={{
              ids: new Set(picked.orderNumbers),
              onChange: (ids) => onChange({ buyerName, orderNumbers: [...ids] }),
            }}
          />
        </>
      )}
    </>
  );
}

interface BuyerFieldProps {
  readonly storeId: string;
  readonly buyerName: string;
  readonly onPick: (buyerName: string) => void;
}

function BuyerField({ storeId, buyerName, onPick }: BuyerFieldProps) {
  const t = useText();
  const [text, setText] = useState(buyerName);
  const [words] = useDebouncedValue(text.trim(), 120);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = words === buyerName ? '' : words;
  const buyers = useQuery(
    api.orders.buyers.queryOptions({
      input: { storeId, limit: 50, ...(search === '' ? {} : { text: search }) },
      // A buyer that is being clicked stays under the mouse while a narrower list is on its way.
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        setText(value);
        onPick(value);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          className="buyer-field"
          label={t('cases:create.buyer')}
          placeholder={t('cases:create.buyer.search')}
          value={text}
          maxLength={200}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options
          className="buyer-options"
          aria-label={t('cases:create.buyer')}
          aria-busy={words !== text.trim() || buyers.isFetching}
        >
          {(buyers.data ?? []).map((buyer) => (
            <Combobox.Option value={buyer.buyerName} key={buyer.buyerName}>
              <span className="buyer-name">{buyer.buyerName}</span>{' '}
              <span className="ad-hint">
                {t('cases:create.buyer.count', { orders: buyer.orderCount, unpaid: buyer.unpaidCount })}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

type TypedOrdersProps = Omit<OrderPickerProps, 'storeId'> & {
  /** Whether they are all of one buyer, who is asked for. */
  readonly ofOneBuyer?: boolean;
};

/** Order numbers typed or pasted, read while they are. */
export function TypedOrders({ platform, picked, onChange, ofOneBuyer = true }: TypedOrdersProps) {
  const t = useText();
  const [typed, setText] = useState(picked.orderNumbers.join('\n'));
  // Orders left out elsewhere on the screen leave this field too.
  const same = readOrderNumbers(typed).numbers.join() === picked.orderNumbers.join();
  const text = same ? typed : picked.orderNumbers.join('\n');
  return (
    <>
      {ofOneBuyer ? (
        <TextInput
          label={t('cases:create.buyer')}
          value={picked.buyerName}
          maxLength={200}
          onChange={(event) => onChange({ ...picked, buyerName: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label={t('cases:create.typed')}
        description={t('cases:create.typed.hint')}
        value={text}
        minRows={3}
        maxRows={10}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setText(value);
          onChange({ ...picked, orderNumbers: readOrderNumbers(value).numbers });
        }}
      />
      <NumberNotes typed={readOrderNumbers(text)} platform={platform} />
      <span className="ad-hint" role="status">
        {t('cases:create.selected', { count: picked.orderNumbers.length })}
      </span>
    </>
  );
}

function useOrderColumns(): readonly DataColumn<Order>[] {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('cases:orders.number'),
        width: 'minmax(170px, 1.4fr)',
        cell: (row) => row.orderNumber,
      },
      {
        id: 'ordered',
        header: t('cases:orders.ordered'),
        width: '120px',
        cell: (row) => (row.orderedAt === null ? '' : t.format.instant(row.orderedAt, zone, now)),
      },
      {
        id: 'paid',
        header: t('cases:orders.paid'),
        width: '120px',
        cell: (row) =>
          row.paidAt === null ? t('cases:orders.unpaid') : t.format.instant(row.paidAt, zone, now),
      },
      {
        id: 'amount',
        header: t('cases:orders.amount'),
        width: '110px',
        align: 'end',
        cell: (row) =>
          row.totalMinor === null || row.currency === null
            ? ''
            : t.format.money(row.totalMinor, row.currency),
      },
      {
        id: 'status',
        header: t('cases:orders.status'),
        width: 'minmax(90px, 1fr)',
        cell: (row) => row.status,
      },
    ],
    [t, zone, now],
  );
}
