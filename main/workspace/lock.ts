import { hostname } from 'node:os';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../../shared/kernel/index.ts';
import type { WorkspacePaths } from './paths.ts';
import { explainSqliteError, holdLockFile } from './sqlite/index.ts';
import { explainFileError } from './vault/index.ts';

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
 * The system itself drops the lock when the process ends in any way, so no crash leaves a stale one, and no process
 * number is ever trusted. The file beside it only says who holds it.
 */
export function lockWorkspace(paths: WorkspacePaths, program: string, now: number): WorkspaceLock {
  const letGo = hold(paths);
  const afterCrash = existsSync(paths.holder);
  const holder: Holder = { program, computer: hostname(), process: process.pid, since: now };
  try {
    writeFileSync(paths.holder, JSON.stringify(holder));
  } catch (error) {
    letGo();
    throw explainFileError(error, paths.root);
  }
  return {
    afterCrash,
    release: () => {
      rmSync(paths.holder, { force: true });
      letGo();
    },
  };
}

function hold(paths: WorkspacePaths): () => void {
  try {
    const letGo = holdLockFile(paths.lock);
    if (letGo !== null) return letGo;
  } catch (error) {
    throw explainSqliteError(error, paths.root);
  }
  throw new AppError('LOCKED', { ...readHolder(paths) });
}

function readHolder(paths: WorkspacePaths): {
  program: string;
  computer: string;
  process: number;
  since: number;
} {
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
