import Database from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/index.ts';

/** Marks our files, so that `file` and a stranger's tool can tell what they are: "APPD". */
export const APPLICATION_ID = 0x41505044;

/** So long a connection waits for a lock that another program holds. */
export const BUSY_WAIT_MS = 5_000;

/** A raw connection. Only this room and the ports built in it ever hold one. */
export type Connection = Database.Database;

/** Opens the one writing connection, with the pragmas every guarantee of the program rests on. */
export function openWriter(file: string): Connection {
  return openOrExplain(file, {}, [
    'journal_mode = WAL',
    // FULL: a commit that was answered survives a power cut, not only a crash of the program.
    'synchronous = FULL',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    `busy_timeout = ${BUSY_WAIT_MS}`,
    'recursive_triggers = ON',
    'temp_store = MEMORY',
    'cache_size = -65536',
  ]);
}

/** Opens a second, read-only connection: it sees what is committed and can change nothing. */
export function openReader(file: string): Connection {
  return openOrExplain(file, { readonly: true }, [
    'trusted_schema = OFF',
    `busy_timeout = ${BUSY_WAIT_MS}`,
    'temp_store = MEMORY',
    'cache_size = -65536',
    'query_only = ON',
  ]);
}

function openOrExplain(file: string, options: Database.Options, pragmas: readonly string[]): Connection {
  let connection: Connection | null = null;
  try {
    connection = new Database(file, options);
    // The first page is only read now: a truncated or foreign file shows itself here, not in the middle of work.
    connection.pragma('schema_version');
    for (const pragma of pragmas) connection.pragma(pragma);
    return connection;
  } catch (error) {
    connection?.close();
    throw explainSqliteError(error, file);
  }
}

/** Turns SQLite's result codes into the program's own; what is not known stays INTERNAL with its cause. */
export function explainSqliteError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('DATABASE_DAMAGED', { file }, { cause: error });
  }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_SHMSIZE') {
    return new AppError('OUT_OF_SPACE', { folder: file }, { cause: error });
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
    return new AppError('READ_ONLY', { folder: file }, { cause: error });
  }
  return error;
}
