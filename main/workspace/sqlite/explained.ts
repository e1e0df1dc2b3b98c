import type { SqliteDatabase } from 'kysely';
import { explainSqliteError, type Connection } from './open.ts';

/** A connection for queries whose failures come as the program's own errors: a damaged page is DATABASE_DAMAGED. */
export function explained(connection: Connection, file: string): SqliteDatabase {
  const explain = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw explainSqliteError(error, file);
    }
  };
  return {
    close: () => connection.close(),
    prepare: (query) => {
      const statement = explain(() => connection.prepare(query));
      return {
        reader: statement.reader,
        all: (parameters) => explain(() => statement.all(parameters)),
        run: (parameters) => explain(() => statement.run(parameters)),
        iterate: (parameters) => explain(() => statement.iterate(parameters)),
      };
    },
  };
}
