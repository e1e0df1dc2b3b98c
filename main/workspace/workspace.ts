import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AppError, newId, type Clock, type Random } from '../../shared/kernel/index.ts';
import type { RecoveryNote } from '../../shared/workspace/index.ts';
import { backUpDatabaseFile } from './backup/index.ts';
import { recogniseFolder, type FolderVerdict } from './folder.ts';
import { lockWorkspace, type WorkspaceLock } from './lock.ts';
import { workspacePaths, type WorkspacePaths } from './paths.ts';
import {
  explainSqliteError,
  migrate,
  openWriter,
  readMeta,
  refuseForeignFile,
  schemaVersion,
  SCHEMA_VERSION,
  Store,
} from './sqlite/index.ts';
import { sweep } from './sweep.ts';
import { explainFileError } from './vault/index.ts';

/** An open, locked, migrated and swept workspace. */
export interface Workspace {
  readonly paths: WorkspacePaths;
  readonly store: Store;
  /** What this start found half-made and put right. */
  readonly recovery: readonly RecoveryNote[];
  close(): Promise<void>;
}

export interface OpenWorkspaceOptions {
  readonly root: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Who opens it, for whoever finds it locked. */
  readonly program: string;
  /** Where backups are put when not in the workspace itself; empty where they are. */
  readonly backupFolder?: string;
  /** The name of the first operator of a new workspace. */
  readonly firstOperatorName: string;
  /** A workspace made now is the example. It says so for as long as it lives, wherever its files go. */
  readonly isExample?: boolean;
}

/**
 * Opens a workspace, or makes one in an empty place: folder checked, lock taken, newer or foreign databases refused,
 * a backup made before any migration, half-made things swept.
 */
export async function openWorkspace(options: OpenWorkspaceOptions): Promise<Workspace> {
  const root = resolve(options.root);
  requireLocalFolder(root);
  const paths = workspacePaths(root);
  prepareFolders(paths);
  const lock = lockWorkspace(paths, options.program, options.clock.now());
  try {
    await bringUpToDate(paths, options.clock);
    const store = Store.open(paths.database, options.clock, options.random);
    try {
      const isNew = (await readMeta(store.read, 'created_at')) === null;
      if (isNew) await populate(store, options);
      const recovery = await sweep(paths, store, lock.afterCrash, options.backupFolder ?? '');
      return { paths, store, recovery, close: () => closeAll(store, lock) };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw explainSqliteError(explainFileError(error, root), paths.database);
  }
}

/** Where a workspace lies unless somebody wants it elsewhere: on this computer's own disk. */
export function proposedFolder(): string {
  return join(homedir(), 'AppealDesk');
}

/** A folder that a workspace may lie in: no service copies its files away, no network stands between. @throws AppError SYNCED_FOLDER */
export function requireLocalFolder(folder: string): void {
  const { fit, service } = examineFolder(folder);
  if (!fit) throw new AppError('SYNCED_FOLDER', { folder, service, proposal: proposedFolder() });
}

/** What kind of place a folder is, on this computer. */
export function examineFolder(folder: string): FolderVerdict {
  const existing = nearestExisting(folder);
  const real = existing === null ? folder : join(realpathSync(existing), folder.slice(existing.length));
  return recogniseFolder(real, {
    platform: process.platform,
    environment: process.env,
    mounts: process.platform === 'linux' ? readLines('/proc/mounts') : [],
    entriesAbove: existing === null ? [] : entriesUpwards(existing),
  });
}

async function bringUpToDate(paths: WorkspacePaths, clock: Clock): Promise<void> {
  refuseLostDatabase(paths);
  refuseForeignFile(paths.database);
  const connection = openWriter(paths.database);
  try {
    const from = schemaVersion(connection);
    if (from > 0 && from < SCHEMA_VERSION)
      await backUpDatabaseFile(connection, paths, clock, 'before-migration');
    migrate(connection);
  } finally {
    connection.close();
  }
}

/**
 * An empty database, or none, beside a folder that was worked in is not a new workspace: starting afresh there would
 * show a seller that everything is gone, and bury what a backup could bring back.
 */
function refuseLostDatabase(paths: WorkspacePaths): void {
  if (sizeOf(paths.database) > 0 || sizeOf(`${paths.database}-wal`) > 0) return;
  const traces = [paths.vault, paths.exports, paths.backups, paths.logs];
  if (traces.some((folder) => readdirSync(folder).length > 0))
    throw new AppError('DATABASE_DAMAGED', { file: paths.database });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

async function populate(store: Store, options: OpenWorkspaceOptions): Promise<void> {
  await store.write({ operatorId: null }, { code: 'workspace.create', permanent: true }, async (tx) => {
    await tx.setMeta('workspace_id', newId(options.clock, options.random));
    await tx.setMeta('created_at', String(tx.now));
    if (options.isExample === true) await tx.setMeta('example', 'yes');
    await tx.insert('operators', {
      id: tx.newId(),
      name: options.firstOperatorName,
      role: 'handler',
      pin_scrypt: null,
      archived_at: null,
      created_at: tx.now,
    });
  });
}

async function closeAll(store: Store, lock: WorkspaceLock): Promise<void> {
  try {
    await store.close();
  } finally {
    lock.release();
  }
}

function prepareFolders(paths: WorkspacePaths): void {
  try {
    for (const folder of [
      paths.root,
      paths.vault,
      paths.incoming,
      paths.previews,
      paths.exports,
      paths.backups,
      paths.logs,
    ]) {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    }
  } catch (error) {
    throw explainFileError(error, paths.root);
  }
}

function nearestExisting(folder: string): string | null {
  let current = folder;
  while (!existsSync(current)) {
    const above = dirname(current);
    if (above === current) return null;
    current = above;
  }
  return current;
}

function entriesUpwards(folder: string): string[] {
  const names: string[] = [];
  for (let current = folder; ; current = dirname(current)) {
    try {
      names.push(...readdirSync(current).filter((name) => name.startsWith('.')));
    } catch {
      // A folder above that may not be listed says nothing about us.
    }
    if (dirname(current) === current) return names;
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
