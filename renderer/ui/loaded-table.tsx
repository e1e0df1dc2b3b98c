import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { Loaded, type LoadedProps } from './states.tsx';

interface LoadedTableProps<Row> extends DataTableProps<Row> {
  readonly query: LoadedProps<unknown>['query'];
  /** What teaches in place of all of it while there is nothing at all; null where something was only narrowed away. */
  readonly taught: ReactNode;
  /** Search and filters, above the table. */
  readonly tools?: ReactNode;
  /** What stands in place of the rows where nothing matches. */
  readonly nothing?: ReactNode;
}

/** The frame of a room that is a list: what loads, what teaches while it is empty, what narrows it, and its table. */
export function LoadedTable<Row>({ query, taught, tools, nothing, ...table }: LoadedTableProps<Row>) {
  return (
    <Loaded query={query}>
      {() =>
        taught ?? (
          <>
            {tools}
            {table.rows.length === 0 ? nothing : <DataTable {...table} />}
          </>
        )
      }
    </Loaded>
  );
}
