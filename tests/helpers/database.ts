import { join } from 'node:path';
import Database from 'better-sqlite3';
import { JOURNALED_TABLES } from '../../main/workspace/index.ts';
import { canonicalJson } from '../../shared/kernel/index.ts';

/** An import stays listed when it is taken back, as undone; an edition of a pack stays for whoever else began with it. */
const STAYING: readonly string[] = ['order_imports', 'pack_editions'];

/** The tables whose rows an undo must restore byte for byte. */
export const CASE_TABLES: readonly string[] = [
  ...JOURNALED_TABLES.filter((table) => !STAYING.includes(table)),
  'orders',
];

/** The database file of a workspace, as a stranger finds it. */
export function databaseFile(folder: string): string {
  return join(folder, 'appealdesk.sqlite3');
}

/** Opens the database of a workspace behind the program's back, lets `work` at it, and closes it. */
export function withDatabase<Result>(
  folder: string,
  work: (database: Database.Database) => Result,
  options: { readonly write?: boolean } = {},
): Result {
  const database = new Database(databaseFile(folder), { readonly: options.write !== true });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Every row of every case table as canonical text, in a fixed order: equal dumps are equal bytes. */
export function dumpCaseTables(folder: string): Record<string, string[]> {
  return withDatabase(folder, (database) =>
    Object.fromEntries(
      CASE_TABLES.map((table) => [
        table,
        database
          .prepare(`SELECT * FROM ${table} ORDER BY id`)
          .all()
          .map((row) => canonicalJson(row)),
      ]),
    ),
  );
}

/** All orders of a store as one text, to see that no byte of them changed. */
export function dumpOrders(folder: string, storeId: string): string {
  return withDatabase(folder, (database) =>
    canonicalJson(database.prepare('SELECT * FROM orders WHERE store_id = ? ORDER BY id').all(storeId)),
  );
}

/** How many acts the journal holds. */
export function journalLength(folder: string): number {
  return withDatabase(folder, (database) => count(database, 'journal'));
}

/** The names of the acts after a sequence, oldest first. */
export function actsSince(folder: string, length: number): string[] {
  return withDatabase(folder, (database) =>
    (
      database.prepare('SELECT act FROM journal WHERE sequence > ? ORDER BY sequence').all(length) as {
        act: string;
      }[]
    ).map((row) => row.act),
  );
}

/** How many rows a table holds. */
export function rowCount(folder: string, table: string): number {
  return withDatabase(folder, (database) => count(database, table));
}

function count(database: Database.Database, table: string): number {
  return Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}
