import { hostname } from 'node:os';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/kernel/index.ts';
import type { WorkspacePaths } from './paths.ts';

/** Who has the workspace open. */
export interface Holder {
  readonly program: string;
  readonly computer: string;
  readonly process: number;
  readonly since: number;
}

/** A held workspace. */
export interface WorkspaceLock {
  /** The last holder never let go: it crashed or was killed, and things may be half-made. */
  readonly afterCrash: boolean;
  release(): void;
}

/**
 * Takes the workspace for this process.
 *
 * The lock is an exclusive transaction on a small SQLite file: the operating system itself drops it when the process
 * ends in any way, so no crash leaves a stale one, and no process number is ever trusted. The file beside it only says
 * who holds it.
 */
export function lockWorkspace(paths: WorkspacePaths, program: string, now: number): WorkspaceLock {
  const connection = openLockFile(paths);
  const afterCrash = existsSync(paths.holder);
  const holder: Holder = { program, computer: hostname(), process: process.pid, since: now };
  writeFileSync(paths.holder, JSON.stringify(holder));
  return {
    afterCrash,
    release: () => {
      rmSync(paths.holder, { force: true });
      connection.close();
    },
  };
}

function openLockFile(paths: WorkspacePaths): Database.Database {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(paths.lock, { timeout: 300 });
    connection.pragma('journal_mode = DELETE');
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new AppError('LOCKED', { ...readHolder(paths) });
    }
    throw error;
  }
}

function readHolder(paths: WorkspacePaths): { program: string; computer: string; process: number; since: number } {
  try {
    const text = JSON.parse(readFileSync(paths.holder, 'utf8')) as Partial<Holder>;
    return {
      program: String(text.program ?? ''),
      computer: String(text.computer ?? ''),
      process: Number(text.process ?? 0),
      since: Number(text.since ?? 0),
    };
  } catch {
    // The holder is between taking the lock and saying so; who it is, is not worth a failure of its own.
    return { program: '', computer: hostname(), process: 0, since: 0 };
  }
}
