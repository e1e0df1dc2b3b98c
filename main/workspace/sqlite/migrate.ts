import { statSync } from 'node:fs';
import { AppError } from '../../../shared/kernel/index.ts';
import { MIGRATIONS, SCHEMA_VERSION, type Migration } from './migrations/index.ts';
import { APPLICATION_ID, explainSqliteError, openReader, type Connection } from './open.ts';

/** The schema version of an open database; 0 for a new one. */
export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Refuses a database that a newer program wrote, or that is not ours at all. Touches nothing. Version 0 is a new, empty
 * one: our first migration makes schema and version in one transaction.
 */
export function refuseForeign(connection: Connection, file: string): void {
  const version = schemaVersion(connection);
  if (version > SCHEMA_VERSION) {
    throw new AppError('DATABASE_FROM_FUTURE', { file, version, supported: SCHEMA_VERSION });
  }
  const applicationId = Number(connection.pragma('application_id', { simple: true }));
  const { entries } = connection.prepare('SELECT count(*) AS entries FROM sqlite_schema').get() as {
    entries: number;
  };
  const ours = version > 0 ? applicationId === APPLICATION_ID : entries === 0;
  if (!ours) throw new AppError('DATABASE_DAMAGED', { file });
}

/** The same for a file that nobody has opened yet: an opening to write would already change it. */
export function refuseForeignFile(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const connection = openReader(file);
  try {
    refuseForeign(connection, file);
  } catch (error) {
    throw explainSqliteError(error, file);
  } finally {
    connection.close();
  }
}

/**
 * Brings a database up to date, each step in a transaction of its own, foreign keys checked before it commits.
 *
 * @returns how many steps were taken.
 */
export function migrate(connection: Connection, migrations: readonly Migration[] = MIGRATIONS): number {
  const from = schemaVersion(connection);
  const pending = migrations.filter((migration) => migration.version > from);
  for (const migration of pending) {
    connection.pragma('foreign_keys = OFF');
    connection.exec('BEGIN EXCLUSIVE');
    try {
      migration.up(connection);
      const broken = connection.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration ${migration.version} leaves broken foreign keys`);
      connection.pragma(`application_id = ${APPLICATION_ID}`);
      connection.pragma(`user_version = ${migration.version}`);
      connection.exec('COMMIT');
    } catch (error) {
      connection.exec('ROLLBACK');
      throw error;
    } finally {
      connection.pragma('foreign_keys = ON');
    }
  }
  return pending.length;
}
