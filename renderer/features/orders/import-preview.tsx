import { Radio, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Store } from '../../../shared/clients/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import {
  ORDER_FIELDS,
  ORDER_TIMES,
  TEXT_ENCODINGS,
  type ColumnMapping,
  type ImportPreview,
  type ImportRequest,
  type OrderField,
  type RowReject,
  type TextEncodingName,
} from '../../../shared/orders/index.ts';
import { api, client, useChange, knownError } from '../../api/index.ts';
import {
  ActButton,
  DataTable,
  ErrorNote,
  Note,
  Section,
  Sheet,
  StatusWord,
  useText,
  WaitProgress,
  type DataColumn,
} from '../../ui/index.ts';
import { usePlatforms } from '../clients/index.ts';

interface ImportPreviewPanelProps {
  readonly store: Store;
  readonly file: FileReference;
  readonly fileName: string;
  readonly onStarted: (jobId: string) => void;
  readonly onStartOver: () => void;
  readonly onOtherStore: (storeId: string) => void;
}

type Corrections = Pick<ImportRequest, 'encoding' | 'mapping' | 'zone'>;

/** What the import would do, with everything that can be corrected; nothing is written yet. */
export function ImportPreviewPanel(props: ImportPreviewPanelProps) {
  const { store, file, fileName, onStarted, onStartOver, onOtherStore } = props;
  const t = useText();
  const zones = useZonesOfExports(store);
  // With one answer there is nothing to ask.
  const onlyZone = store.exportZone === null && zones.length === 1 ? zones[0] : undefined;
  const [corrections, setCorrections] = useState<Corrections>({});
  const [look] = useState(() => crypto.randomUUID());
  const request: ImportRequest = {
    storeId: store.id,
    file,
    fileName,
    ...(onlyZone === undefined ? {} : { zone: onlyZone }),
    ...corrections,
  };
  const { previewImport } = api.orders;
  // Read once for each correction of this look; the next look reads anew, for the file may be another by then. Whoever
  // leaves a reading stops it: its signal goes along with the call.
  const preview = useQuery(
    previewImport.queryOptions({
      input: request,
      queryKey: [...previewImport.queryKey({ input: request }), look],
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  const stop = useRef<AbortController | null>(null);
  const start = useChange(
    (input: ImportRequest) => {
      stop.current = new AbortController();
      return client.orders.startImport(input, { signal: stop.current.signal });
    },
    { quiet: true, ownErrors: true, onSuccess: ({ jobId }) => onStarted(jobId) },
  );
  const data = preview.data;
  /** What the file was read with last, to go back to where a new reading is given up. */
  const readWith = useRef<Corrections>({});
  useEffect(() => {
    if (data !== undefined && !preview.isPlaceholderData) readWith.current = corrections;
  }, [data, preview.isPlaceholderData, corrections]);
  const reading = t('orders:reading', { name: fileName });
  if (data === undefined) {
    return preview.error === null ? (
      <div className="ad-narrow">
        <WaitProgress label={reading} part={null} onCancel={onStartOver} />
      </div>
    ) : (
      <Section title={fileName}>
        <div className="ad-stack">
          <ErrorNote error={preview.error} />
          <div className="ad-row">
            {knownError(preview.error).params.reason === 'empty' ? null : (
              <EncodingSelect
                value={corrections.encoding ?? null}
                onChange={(encoding) => setCorrections({ ...corrections, encoding })}
              />
            )}
            <ActButton act="start-over" keys="r" variant="default" onClick={onStartOver}>
              {t('orders:another')}
            </ActButton>
          </div>
        </div>
      </Section>
    );
  }
  const { counts } = data;
  const waiting = start.isPending || preview.isFetching;
  const giveUp = (): void => {
    if (start.isPending) {
      stop.current?.abort();
      start.reset();
    } else setCorrections(readWith.current);
  };
  const taken = counts.added + counts.changed;
  const numberMissing = data.mapping.orderNumber === undefined;
  const ownAmounts = data.currencies.some(({ currency }) => currency === store.currency);
  const otherAmounts = data.currencies.filter(({ currency }) => currency !== store.currency);
  const zoneMissing = data.needsZone && corrections.zone === undefined;
  return (
    <>
      <Section
        title={fileName}
        hint={[
          t('orders:readAs', { encoding: t(`orders:encoding-${data.encoding}`) }),
          ...(ownAmounts ? [t('orders:amountsIn', { currency: t.format.currency(store.currency) })] : []),
        ].join(' · ')}
        actions={
          <ActButton act="start-over" keys="r" variant="subtle" size="compact-sm" onClick={onStartOver}>
            {t('orders:another')}
          </ActButton>
        }
      >
        <Sheet>
          <div className="ad-stack">
            <CountsLine counts={counts} />
            {data.otherStore === null ? null : (
              <OtherStore found={data.otherStore} store={store} onOtherStore={onOtherStore} />
            )}
            {otherAmounts.map(({ currency, count }) => (
              <Note key={currency} kind="warn">
                {t('orders:otherCurrency', {
                  count,
                  named: t.format.currency(currency),
                  own: t.format.currency(store.currency),
                })}
              </Note>
            ))}
            {onlyZone === undefined || !hasTimes(data.mapping) ? null : (
              <p className="ad-hint">
                {t('orders:timesIn', { zone: t.find(`ui:zone-${onlyZone}`) ?? onlyZone })}
              </p>
            )}
            {data.needsZone || corrections.zone !== undefined ? (
              <ZoneQuestion
                zones={zones}
                value={corrections.zone ?? null}
                onChange={(zone) => setCorrections({ ...corrections, zone })}
              />
            ) : null}
            {numberMissing ? <Note kind="warn">{t('orders:numberMissing')}</Note> : null}
            {waiting ? <WaitProgress label={reading} part={null} onCancel={giveUp} /> : null}
            {start.error === null ? null : <ErrorNote error={start.error} />}
            {preview.error === null ? null : <ErrorNote error={preview.error} />}
            <div className="ad-row">
              <ActButton
                act="start-import"
                keys="s"
                disabled={
                  data.otherStore !== null || numberMissing || zoneMissing || taken + counts.unchanged === 0
                }
                loading={waiting}
                onClick={() => start.mutate(request)}
              >
                {t('orders:startImport', { count: taken })}
              </ActButton>
              <span className="ad-hint">{t('orders:canUndo')}</span>
            </div>
          </div>
        </Sheet>
      </Section>
      {counts.rejected === 0 ? null : (
        <RowList
          rows={data.rejects}
          title={t('orders:rejects', { count: counts.rejected })}
          hint={
            data.rejects.length < counts.rejected
              ? t('orders:rejectsFirst', { shown: data.rejects.length })
              : t('orders:rejectsHint')
          }
        />
      )}
      {data.doubtful.length === 0 ? null : (
        <RowList
          rows={data.doubtful}
          title={t('orders:doubtful', { count: data.doubtful.length })}
          hint={t('orders:doubtfulHint')}
        />
      )}
      <Section title={t('orders:columns')} hint={t('orders:columnsHint')}>
        <div className="ad-stack">
          <EncodingSelect
            value={corrections.encoding ?? data.encoding}
            onChange={(encoding) => {
              const { mapping: _mapping, ...rest } = corrections;
              setCorrections({ ...rest, encoding });
            }}
          />
          <MappingTable preview={data} onChange={(mapping) => setCorrections({ ...corrections, mapping })} />
        </div>
      </Section>
    </>
  );
}

function CountsLine({ counts }: { readonly counts: ImportPreview['counts'] }) {
  const t = useText();
  const parts = (['added', 'changed', 'unchanged', 'repeated', 'rejected'] as const).filter(
    (name) => name === 'added' || counts[name] > 0,
  );
  return (
    <dl className="ad-counts">
      {parts.map((name) => (
        <div key={name}>
          <dt>{t(`orders:count-${name}`)}</dt>
          <dd>{t.format.count(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

interface OtherStoreProps {
  readonly found: NonNullable<ImportPreview['otherStore']>;
  readonly store: Store;
  readonly onOtherStore: (storeId: string) => void;
}

function OtherStore({ found, store, onOtherStore }: OtherStoreProps) {
  const t = useText();
  const { storeId } = found;
  return (
    <Note kind="warn">
      {t('orders:otherStore', { shop: found.shopName, store: store.name })}{' '}
      {storeId === null ? null : (
        <ActButton
          act="other-store"
          keys="o"
          variant="subtle"
          size="compact-sm"
          onClick={() => onOtherStore(storeId)}
        >
          {t('orders:switchStore')}
        </ActButton>
      )}
    </Note>
  );
}

/** The clocks that a store's exports may be written by. */
function useZonesOfExports(store: Store): readonly string[] {
  const pack = usePlatforms()?.find(({ platform }) => platform.id === store.platform);
  return [...new Set([...(pack?.platform.exportZones ?? []), store.zone])];
}

function hasTimes(mapping: ColumnMapping): boolean {
  return ORDER_TIMES.some((field) => mapping[field] !== undefined);
}

interface ZoneQuestionProps {
  readonly zones: readonly string[];
  readonly value: string | null;
  readonly onChange: (zone: string) => void;
}

/** Which clock the file was written by: asked once per store, never guessed. */
function ZoneQuestion({ zones, value, onChange }: ZoneQuestionProps) {
  const t = useText();
  return (
    <Radio.Group
      label={t('orders:zoneQuestion')}
      description={t('orders:zoneHint')}
      value={value}
      onChange={onChange}
    >
      <div className="ad-row ad-zone-choices">
        {zones.map((zone) => (
          <Radio key={zone} value={zone} label={t.find(`ui:zone-${zone}`) ?? zone} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface EncodingSelectProps {
  readonly value: TextEncodingName | null;
  readonly onChange: (encoding: TextEncodingName) => void;
}

function EncodingSelect({ value, onChange }: EncodingSelectProps) {
  const t = useText();
  return (
    <Select
      className="ad-encoding"
      label={t('orders:encoding')}
      description={t('orders:encodingHint')}
      data={TEXT_ENCODINGS.map((name) => ({ value: name, label: t(`orders:encoding-${name}`) }))}
      value={value}
      onChange={(chosen) => {
        const encoding = TEXT_ENCODINGS.find((name) => name === chosen);
        if (encoding !== undefined) onChange(encoding);
      }}
    />
  );
}

interface MappingTableProps {
  readonly preview: ImportPreview;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** Every column of the file: its heading, how its values look, and what it is taken as. */
function MappingTable({ preview, onChange }: MappingTableProps) {
  const t = useText();
  const fieldOf = new Map<number, OrderField>(
    ORDER_FIELDS.flatMap((field) => {
      const place = preview.mapping[field];
      return place === undefined ? [] : [[place, field] as const];
    }),
  );
  const assign = (place: number, field: OrderField | null): void => {
    const next: ColumnMapping = { ...preview.mapping };
    for (const each of ORDER_FIELDS) if (next[each] === place || each === field) delete next[each];
    if (field !== null) next[field] = place;
    onChange(next);
  };
  return (
    <div className="ad-sheet ad-sheet-flush">
      <table className="ad-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('orders:columnName')}</th>
            <th scope="col">{t('orders:columnSample')}</th>
            <th scope="col">{t('orders:columnTakenAs')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.headers.map((header, place) => {
            const sample = preview.sample
              .map((cells) => cells[place] ?? '')
              .filter((cell) => cell !== '')
              .slice(0, 2)
              .join(' · ');
            if (header === '' && sample === '') return null;
            return (
              <tr key={place}>
                <th scope="row">{header}</th>
                <td className="ad-sample">{sample}</td>
                <td>
                  <Select
                    size="xs"
                    aria-label={t('orders:takeColumnAs', { column: header })}
                    data={[
                      { value: '', label: t('orders:keepAsIs') },
                      ...ORDER_FIELDS.map((field) => ({ value: field, label: t(`orders:field-${field}`) })),
                    ]}
                    value={fieldOf.get(place) ?? ''}
                    onChange={(value) => assign(place, ORDER_FIELDS.find((field) => field === value) ?? null)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface RowListProps {
  readonly rows: readonly RowReject[];
  readonly title: string;
  readonly hint: string;
}

function RowList({ rows, title, hint }: RowListProps) {
  const t = useText();
  const columns = useMemo<DataColumn<RowReject>[]>(
    () => [
      { id: 'row', header: t('orders:rejectRow'), width: '80px', align: 'end', cell: (reject) => reject.row },
      { id: 'column', header: t('orders:rejectColumn'), width: '140px', cell: (reject) => reject.column },
      {
        id: 'value',
        header: t('orders:rejectValue'),
        width: 'minmax(140px, 220px)',
        cell: (reject) => reject.value,
      },
      {
        id: 'reason',
        header: t('orders:rejectReason'),
        width: 'minmax(280px, 1fr)',
        cell: (reject) => <StatusWord kind="warn">{t(`orders:reject-${reject.reason}`)}</StatusWord>,
      },
    ],
    [t],
  );
  return (
    <Section title={title} hint={hint}>
      <DataTable
        label={title}
        rows={rows}
        columns={columns}
        rowId={(reject) => `${reject.row}-${reject.column}`}
        maxHeight={300}
      />
    </Section>
  );
}
