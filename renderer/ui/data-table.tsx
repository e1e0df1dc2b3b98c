import { Checkbox } from '@mantine/core';
import { tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useActs } from './acts.ts';
import type { Hotkey } from './hotkey.ts';
import { useText } from './language.tsx';

const features = tableFeatures({});

/** A column: its heading, its width as a CSS grid track, and how a row shows in it. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** e.g. `160px`, `minmax(120px, 1fr)`. */
  readonly width: string;
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
}

/** Something that can be done with a row of a table by its key, while the keyboard is in the table. */
export interface RowAct<Row> {
  readonly id: string;
  readonly label: string;
  readonly keys: Hotkey;
  readonly run: (row: Row) => void;
  /** Whether this row offers it; every row does where nothing is said. */
  readonly offered?: (row: Row) => boolean;
}

export interface DataTableProps<Row> {
  /** What the table holds, for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** What a person calls a row, by which its tick is named; its id where nothing is said. */
  readonly rowName?: (row: Row) => string;
  /** Enter, or a click. */
  readonly onOpen?: (row: Row) => void;
  /** Enter alone, where a click does something else. */
  readonly onEnter?: (row: Row) => void;
  /** Ticked rows; space ticks the row the keyboard is on. */
  readonly selection?: {
    readonly ids: ReadonlySet<string>;
    readonly onChange: (ids: ReadonlySet<string>) => void;
  };
  /** What else can be done with the row the keyboard is on. */
  readonly rowActs?: readonly RowAct<Row>[];
  /** How many there are in all, when rows come page by page. */
  readonly total?: number;
  /** Called when the end comes near: fetch the next page. */
  readonly onNearEnd?: () => void;
  readonly rowHeight?: number;
  /** At most this high; it fills its parent when absent. */
  readonly maxHeight?: number;
}

/** The least width of a grid track in px: its first number. Head and body must agree on when to scroll sideways. */
const leastWidth = (track: string): number => Number.parseInt(/\d+/.exec(track)?.[0] ?? '0', 10);

/**
 * A list of any length: only the rows in sight exist. Arrow keys or j and k move, Enter opens, Space ticks, Home and
 * End jump.
 *
 * The table is one tab stop; the row the keyboard is on is `aria-activedescendant`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    columns,
    rowId,
    rowName = rowId,
    onOpen,
    onEnter = onOpen,
    selection,
    rowActs = [],
    total,
    onNearEnd,
    rowHeight = 38,
    maxHeight,
  } = props;
  const t = useText();
  const baseId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const definitions = useMemo<ColumnDef<typeof features, Row & object>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
      })),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data: rows as readonly (Row & object)[] });
  const { rows: modelRows } = table.getRowModel();
  const virtual = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  // Heights are remembered: a table whose rows grow, as where a window becomes narrow, has to be told.
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onNearEnd !== undefined && modelRows.length > 0 && lastShown >= modelRows.length - 20) onNearEnd();
  }, [lastShown, modelRows.length, onNearEnd]);

  const tracks = `${selection === undefined ? '' : '40px '}${columns.map(({ width }) => width).join(' ')}`;
  const minWidth = columns.reduce(
    (sum, column) => sum + leastWidth(column.width),
    selection === undefined ? 0 : 40,
  );
  const current = Math.min(active, Math.max(0, modelRows.length - 1));
  const move = (index: number): void => {
    const next = Math.max(0, Math.min(modelRows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const here = modelRows[current]?.original;
  useActs(
    rowActs.map(({ id, label: words, keys, run, offered }) => ({
      id,
      label: words,
      keys,
      of: here === undefined ? undefined : rowName(here),
      disabled: here === undefined || offered?.(here) === false,
      within: () => scroller.current,
      run: () => (here === undefined ? undefined : run(here)),
    })),
  );
  const toggle = (id: string): void => {
    if (selection === undefined) return;
    const next = new Set(selection.ids);
    if (!next.delete(id)) next.add(id);
    selection.onChange(next);
  };
  const page = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const row = modelRows[current];
    const moves: Partial<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      ...(plain ? { j: current + 1, k: current - 1 } : {}),
      Home: 0,
      End: modelRows.length - 1,
      PageDown: current + page(),
      PageUp: current - page(),
    };
    const target = moves[event.key];
    if (target !== undefined) move(target);
    else if (event.key === 'Enter' && row !== undefined && onEnter !== undefined) onEnter(row.original);
    else if (event.key === ' ' && row !== undefined && selection !== undefined) toggle(rowId(row.original));
    else return;
    event.preventDefault();
  };
  const allTicked =
    selection !== undefined && rows.length > 0 && rows.every((row) => selection.ids.has(rowId(row)));
  const columnCount = columns.length + (selection === undefined ? 0 : 1);
  return (
    <div
      ref={scroller}
      className="ad-table"
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? modelRows.length) + 1}
      aria-colcount={columnCount}
      aria-multiselectable={selection === undefined ? undefined : true}
      aria-activedescendant={modelRows.length === 0 ? undefined : `${baseId}-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={maxHeight === undefined ? undefined : { maxHeight }}
    >
      <div role="rowgroup" className="ad-table-head" style={{ minWidth }}>
        <div role="row" aria-rowindex={1} className="ad-table-row" style={{ gridTemplateColumns: tracks }}>
          {selection === undefined ? null : (
            <div role="columnheader" className="ad-table-cell">
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={t('ui:tickAll')}
                checked={allTicked}
                indeterminate={!allTicked && selection.ids.size > 0}
                onChange={() => selection.onChange(allTicked ? new Set() : new Set(rows.map(rowId)))}
              />
            </div>
          )}
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              className={column.align === 'end' ? 'ad-table-cell ad-table-end' : 'ad-table-cell'}
            >
              {column.header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="ad-table-body" style={{ height: virtual.getTotalSize(), minWidth }}>
        {items.map((item) => {
          const row = modelRows[item.index];
          if (row === undefined) return null;
          const id = rowId(row.original);
          const ticked = selection?.ids.has(id) ?? false;
          return (
            <div
              key={row.id}
              id={`${baseId}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selection === undefined ? undefined : ticked}
              className="ad-table-row ad-table-data"
              data-active={item.index === current || undefined}
              data-ticked={ticked || undefined}
              data-opens={onOpen !== undefined || undefined}
              style={{
                gridTemplateColumns: tracks,
                height: rowHeight,
                transform: `translateY(${item.start}px)`,
              }}
              onClick={() => {
                setActive(item.index);
                onOpen?.(row.original);
              }}
            >
              {selection === undefined ? null : (
                <div role="gridcell" className="ad-table-cell" onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    size="xs"
                    tabIndex={-1}
                    aria-label={t('ui:tickRow', { row: rowName(row.original) })}
                    checked={ticked}
                    onChange={() => toggle(id)}
                  />
                </div>
              )}
              {/* Called, not mounted: columns made anew would take the keyboard's place in a cell away. */}
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={column.align === 'end' ? 'ad-table-cell ad-table-end' : 'ad-table-cell'}
                >
                  {column.cell(row.original)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
