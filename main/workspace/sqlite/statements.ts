import type { Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import type { Connection } from './open.ts';

/** So many statements of a connection are kept ready; one more puts out the one that was asked for longest ago. */
const KEPT = 200;

const ready = new WeakMap<Connection, Map<string, Statement<unknown[]>>>();

/**
 * A statement made ready once and kept. An act of many thousand rows asks for the same one for each of them, and what is made
 * inside an act is not let go of before its end: without this its memory grows by gigabytes.
 *
 * Whoever asks leaves the statement as it is: no `pluck`, no `raw`, no walk through its rows that is left open.
 */
export function prepared(connection: Connection, sql: string): Statement<unknown[]> {
  const statements = ready.get(connection) ?? new Map<string, Statement<unknown[]>>();
  ready.set(connection, statements);
  const known = statements.get(sql);
  const statement = known ?? connection.prepare(sql);
  statements.delete(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > KEPT && oldest !== undefined) statements.delete(oldest);
  return statement;
}

/** A connection for queries whose statements are kept ready. */
export function withStatements(connection: Connection): SqliteDatabase {
  return { close: () => connection.close(), prepare: (sql) => prepared(connection, sql) };
}
