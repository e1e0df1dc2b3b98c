import { numberKey } from '../../../shared/kernel/index.ts';
import type { JournaledTable } from './schema.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where a row says under what number the platform has its matter. */
const NUMBERED: { readonly [Table in JournaledTable]?: string } = {
  cases: 'matter_number',
  notices: 'platform_number',
  attempts: 'matter_number',
};

/**
 * A row with its number as it is compared. Here, where every row is written, an undo's too: a row of an older program, put back
 * as it was, has none.
 */
export function withMatterKey(table: JournaledTable, row: Row): Row {
  const column = NUMBERED[table];
  const typed = column === undefined ? undefined : row[column];
  return typeof typed === 'string' ? { ...row, matter_key: numberKey(typed) } : row;
}
