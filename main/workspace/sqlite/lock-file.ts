import Database from 'better-sqlite3';

/** How long another process that is just letting go is waited for, in ms. */
const PATIENCE = 300;

/**
 * Holds a lock file: an exclusive transaction on a small SQLite file, which the operating system itself drops when the
 * process ends in any way.
 *
 * @returns the way to let go, or null if another process holds it.
 */
export function holdLockFile(file: string): (() => void) | null {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(file, { timeout: PATIENCE });
    connection.pragma('journal_mode = DELETE');
    connection.exec('BEGIN EXCLUSIVE');
    const held = connection;
    return () => held.close();
  } catch (error) {
    connection?.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return null;
    throw error;
  }
}
