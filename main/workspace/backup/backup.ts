import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, type Clock } from '../../../shared/kernel/index.ts';
import { backupRecord, type BackupRecord } from '../../../shared/workspace/index.ts';
import { blobPath, workspacePaths, type WorkspacePaths } from '../paths.ts';
import {
  blobsNamedBy,
  bringRestoredUpToDate,
  examineCopy,
  type Connection,
  type Store,
} from '../sqlite/index.ts';
import { UNFINISHED } from '../paths.ts';
import { explainFileError, hasBlob, hashFile } from '../vault/index.ts';

type Reason = BackupRecord['reason'];

export interface BackupProgress {
  readonly signal?: AbortSignal | undefined;
  readonly onBlob?: ((done: number, total: number) => void) | undefined;
}

const DATABASE = 'appealdesk.sqlite3';
const RECORD = 'backup.json';
/** The bytes of all backups in one place lie together, each content once. */
const BLOBS = 'blobs';
const KEEP_DAILY = 14;

/**
 * Backs up the open workspace into `into`: a copy of the database taken page by page while work goes on, and every
 * blob it names. The copy is opened and checked before the backup gets its name.
 */
export async function backUp(
  store: Store,
  paths: WorkspacePaths,
  into: string,
  clock: Clock,
  reason: Reason,
  progress: BackupProgress = {},
): Promise<BackupRecord> {
  return await writeBackup((file) => store.copyTo(file), paths, into, clock, reason, progress);
}

/** Backs up a database that no store has open yet: before a migration. */
export async function backUpDatabaseFile(
  connection: Connection,
  paths: WorkspacePaths,
  clock: Clock,
  reason: Reason,
): Promise<BackupRecord> {
  return await writeBackup(
    async (file) => void (await connection.backup(file)),
    paths,
    paths.backups,
    clock,
    reason,
    {},
  );
}

/** The backups in a folder, newest first. Whatever cannot be read as one is left out. */
export async function listBackups(folder: string): Promise<BackupRecord[]> {
  const found: BackupRecord[] = [];
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const record = await readRecord(join(folder, name)).catch(() => null);
    if (record !== null) found.push(record);
  }
  return found.sort((left, right) => right.madeAt - left.madeAt);
}

/**
 * Restores a backup into a new, empty folder: every byte checked against the hash it must have before the folder counts
 * as a workspace. The workspace in use is not touched.
 */
export async function restoreBackup(
  backupFolder: string,
  into: string,
  progress: BackupProgress = {},
): Promise<void> {
  const record = await readRecord(backupFolder).catch((error: unknown) => {
    throw new AppError('NOT_FOUND', { kind: 'backup', id: backupFolder }, { cause: error });
  });
  const entries = await readdir(into).catch(() => [] as string[]);
  if (entries.length > 0) throw new AppError('CONFLICT', { reason: 'folder-not-empty', folder: into });
  const target = workspacePaths(into);
  const source = join(backupFolder, DATABASE);
  try {
    const { sha256 } = await hashFile(source);
    if (sha256 !== record.databaseSha256)
      throw new AppError('BACKUP_FAILED', { reason: 'database-changed', place: source });
    const blobs = blobsNamedBy(source);
    await mkdir(target.vault, { recursive: true });
    let done = 0;
    for (const blob of blobs) {
      progress.signal?.throwIfAborted();
      const from = blobPath(join(dirname(backupFolder), BLOBS), blob);
      const to = blobPath(target.vault, blob);
      await mkdir(dirname(to), { recursive: true });
      await copyFile(from, to, constants.COPYFILE_FICLONE);
      const copied = await hashFile(to, progress.signal);
      if (copied.sha256 !== blob)
        throw new AppError('BACKUP_FAILED', { reason: 'blob-changed', place: from });
      done += 1;
      progress.onBlob?.(done, blobs.length);
    }
    // The database comes last: a folder without it is not a workspace.
    await copyFile(source, target.database);
    bringRestoredUpToDate(target.database);
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw explainFileError(error, into);
  }
}

async function writeBackup(
  copyDatabase: (file: string) => Promise<void>,
  paths: WorkspacePaths,
  into: string,
  clock: Clock,
  reason: Reason,
  progress: BackupProgress,
): Promise<BackupRecord> {
  const madeAt = clock.now();
  const name = `${stamp(madeAt)}-${reason}`;
  const folder = join(into, name);
  const unfinished = join(into, UNFINISHED + name);
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const file = join(unfinished, DATABASE);
    await copyDatabase(file);
    // A backup that was never opened is a hope.
    const wrong = examineCopy(file);
    if (wrong !== null) throw new AppError('BACKUP_FAILED', { reason: 'database-damaged', place: wrong });
    const blobs = blobsNamedBy(file);
    const bytes = await copyBlobs(blobs, paths.vault, join(into, BLOBS), progress);
    const record: BackupRecord = {
      name,
      folder,
      madeAt,
      reason,
      databaseSha256: (await hashFile(file)).sha256,
      blobs: blobs.length,
      bytes,
    };
    await writeDurably(join(unfinished, RECORD), `${JSON.stringify(record, null, 2)}\n`);
    await rename(unfinished, folder);
    await dropOld(into);
    return record;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw explainFileError(error, into);
  }
}

async function copyBlobs(
  blobs: readonly string[],
  vault: string,
  target: string,
  progress: BackupProgress,
): Promise<number> {
  let bytes = 0;
  let done = 0;
  for (const sha256 of blobs) {
    progress.signal?.throwIfAborted();
    const from = blobPath(vault, sha256);
    const to = blobPath(target, sha256);
    if (!(await hasBlob(vault, sha256))) throw new AppError('BLOB_MISSING', { name: sha256, sha256 });
    if (!(await hasBlob(target, sha256))) {
      const temporary = `${to}.part`;
      await mkdir(dirname(to), { recursive: true });
      await rm(temporary, { force: true });
      await copyFile(from, temporary, constants.COPYFILE_FICLONE);
      const copied = await hashFile(temporary, progress.signal);
      if (copied.sha256 !== sha256)
        throw new AppError('BACKUP_FAILED', { reason: 'blob-changed', place: from });
      await rename(temporary, to);
    }
    bytes += (await stat(to)).size;
    done += 1;
    progress.onBlob?.(done, blobs.length);
  }
  return bytes;
}

/** Keeps the newest daily backups; those that a person asked for stay until a person removes them. */
async function dropOld(folder: string): Promise<void> {
  const daily = (await listBackups(folder)).filter((record) => record.reason === 'daily');
  for (const record of daily.slice(KEEP_DAILY)) {
    await rm(join(folder, basename(record.folder)), { recursive: true, force: true });
  }
}

async function readRecord(folder: string): Promise<BackupRecord> {
  const record = backupRecord.parse(JSON.parse(await readFile(join(folder, RECORD), 'utf8')));
  // Where it lies now, not where it was made: a backup may have been carried to another disk.
  return { ...record, folder };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** `2026-11-23-024653` in UTC: sorts by time and is a good name on every file system. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace('T', '-').replaceAll(':', '').slice(0, 17);
}
