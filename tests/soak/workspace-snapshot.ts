import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { UNFINISHED, workspacePaths } from '../../main/workspace/index.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A workspace as it lies on the disk: every row of every table, and the files around them. */
export interface WorkspaceSnapshot {
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  /** Names in `incoming/`. */
  readonly incoming: readonly string[];
  /** The hashes the vault has a file for. */
  readonly vault: readonly string[];
  /** `<case>/<packet>` below `exports/`, with those still being written. */
  readonly exports: readonly string[];
  /** Everything with the name of something that is not finished, anywhere in the workspace. */
  readonly unfinished: readonly string[];
}

/**
 * Reads a workspace from outside, without opening it: the database is copied with its log and read there, so that what
 * a crash left stays exactly as it is.
 */
export function snapshot(folder: string): WorkspaceSnapshot {
  const paths = workspacePaths(folder);
  const everything = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return {
    tables: readTables(paths.database),
    incoming: everything.flatMap((path) => /^incoming\/([^/]+)$/.exec(path)?.[1] ?? []).sort(),
    vault: everything.flatMap((path) => /^vault\/..\/..\/([0-9a-f]{64})$/.exec(path)?.[1] ?? []).sort(),
    exports: everything.flatMap((path) => /^exports\/([^/]+\/[^/]+)$/.exec(path)?.[1] ?? []).sort(),
    unfinished: everything
      .filter((path) => path.endsWith('.part') || path.split('/').some((name) => name.startsWith(UNFINISHED)))
      .sort(),
  };
}

export function rowsOf(found: WorkspaceSnapshot, table: string): readonly Row[] {
  return found.tables.get(table) ?? [];
}

/** The rows of `before` that `after` does not have, exactly as they were, as `table: row`. */
export function lostRows(
  before: WorkspaceSnapshot,
  after: WorkspaceSnapshot,
  except: readonly string[] = [],
): string[] {
  return [...before.tables].flatMap(([table, rows]) => {
    if (except.includes(table)) return [];
    const kept = new Set(rowsOf(after, table).map((row) => JSON.stringify(row)));
    return rows
      .map((row) => JSON.stringify(row))
      .filter((row) => !kept.has(row))
      .map((row) => `${table}: ${row.slice(0, 200)}`);
  });
}

function readTables(file: string): Map<string, readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'appealdesk-read-'));
  try {
    const copy = join(scratch, 'copy.sqlite3');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const database = new Database(copy);
    try {
      const tables = database
        .prepare(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_index*' AND name NOT GLOB 'sqlite_*'",
        )
        .pluck()
        .all() as string[];
      return new Map(
        tables.sort().map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all() as Row[]]),
      );
    } finally {
      database.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
