import { copyFile, mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, type Clock } from '../../../shared/kernel/index.ts';
import { backupRecord, type BackupRecord } from '../../../shared/workspace/index.ts';
import { blobPath, workspacePaths, type WorkspacePaths } from '../paths.ts';
import {
  blobsNamedBy,
  bringRestoredUpToDate,
  examineCopy,
  explainSqliteError,
  readMeta,
  type Connection,
  type Store,
} from '../sqlite/index.ts';
import { UNFINISHED } from '../paths.ts';
import {
  copyBlob,
  explainFileError,
  fileSize,
  hasBlob,
  hashFile,
  syncPath,
  type BlobToCopy,
  type StoredBlob,
} from '../vault/index.ts';

type Reason = BackupRecord['reason'];

/** The work on whole files, which the core hands to the pool; the plain functions do it where there is no pool. */
export interface FileLabour {
  hash(path: string): Promise<StoredBlob>;
  /** As {@link copyBlob}. */
  copy(blob: BlobToCopy): Promise<number | null>;
}

export interface BackupProgress {
  readonly signal?: AbortSignal | undefined;
  readonly onBlob?: ((done: number, total: number) => void) | undefined;
  readonly labour?: FileLabour | undefined;
}

const DATABASE = 'appealdesk.sqlite3';
const RECORD = 'backup.json';
/** The bytes of all backups in one place lie together, each content once. */
const BLOBS = 'blobs';
const KEEP_DAILY = 14;
const DAY = 24 * 60 * 60 * 1000;

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
  const owner = await readMeta(store.read, 'workspace_id');
  return await writeBackup((file) => store.copyTo(file), paths, into, clock, reason, progress, owner);
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

/** The backups in a folder, newest first, whosever they are. Whatever cannot be read as one is left out. */
export async function listBackups(folder: string): Promise<BackupRecord[]> {
  const found: BackupRecord[] = [];
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    // One that is being made has its record before its name; it is none until then.
    if (name.startsWith(UNFINISHED)) continue;
    const record = await readRecord(join(folder, name)).catch(() => null);
    if (record !== null) found.push(record);
  }
  return found.sort((left, right) => right.madeAt - left.madeAt);
}

/** The backups of this workspace, newest first; those that do not say whose they are among them. */
export async function ownBackups(folder: string, store: Store): Promise<BackupRecord[]> {
  const owner = await readMeta(store.read, 'workspace_id');
  return (await listBackups(folder)).filter((record) => isOf(owner, record));
}

function isOf(owner: string | null, { workspaceId }: BackupRecord): boolean {
  return workspaceId === null || workspaceId === owner;
}

/**
 * Restores a backup into a new, empty folder: every byte checked against the hash it must have before the folder counts
 * as a workspace. The workspace in use is not touched. Originals that the backup lacks, or whose bytes have gone bad in
 * it, are left out and named: one bad picture must not keep the rest from coming back.
 *
 * @returns SHA-256 of the originals that could not be restored
 */
export async function restoreBackup(
  backupFolder: string,
  into: string,
  progress: BackupProgress = {},
): Promise<{ readonly missing: readonly string[] }> {
  const record = await readRecord(backupFolder).catch((error: unknown) => {
    throw new AppError('NOT_FOUND', { kind: 'backup', id: backupFolder }, { cause: error });
  });
  if (!(await isEmptyPlace(into)))
    throw new AppError('CONFLICT', { reason: 'folder-not-empty', folder: into });
  const labour = labourOf(progress);
  const target = workspacePaths(into);
  const source = join(backupFolder, DATABASE);
  const unfinished = `${target.database}.part`;
  try {
    const { sha256 } = await labour.hash(source);
    if (sha256 !== record.databaseSha256)
      throw new AppError('BACKUP_FAILED', { reason: 'database-changed', place: source });
    const blobs = blobsNamedBy(source);
    await mkdir(target.vault, { recursive: true });
    const missing: string[] = [];
    let done = 0;
    for (const blob of blobs) {
      progress.signal?.throwIfAborted();
      const from = join(dirname(backupFolder), BLOBS);
      const temporary = join(target.incoming, `${blob}.part`);
      const copied = await copyIfReadable(
        labour,
        { sha256: blob, from, to: target.vault, temporary },
        progress,
      );
      if (copied === null) missing.push(blob);
      done += 1;
      progress.onBlob?.(done, blobs.length);
    }
    // The database comes last, and under its name only when it is whole: a folder without it is not a workspace.
    await copyFile(source, unfinished);
    bringRestoredUpToDate(unfinished);
    await syncFile(unfinished);
    await rename(unfinished, target.database);
    await syncPath(into);
    return { missing };
  } catch (error) {
    // Only what was put here: a person may have laid something beside it meanwhile.
    for (const made of [
      target.vault,
      target.incoming,
      ...[unfinished, target.database].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]),
    ])
      await rm(made, { recursive: true, force: true });
    throw explainSqliteError(explainFileError(error, into), into);
  }
}

/** @param owner stands in the record and the unfinished name: a folder shared by several workspaces is kept by each for itself */
async function writeBackup(
  copyDatabase: (file: string) => Promise<void>,
  paths: WorkspacePaths,
  into: string,
  clock: Clock,
  reason: Reason,
  progress: BackupProgress,
  owner: string | null = null,
): Promise<BackupRecord> {
  const madeAt = clock.now();
  const name = await freeName(into, `${stamp(madeAt)}-${reason}`);
  const folder = join(into, name);
  const unfinished = join(into, `${UNFINISHED}${owner === null ? '' : `${owner}-`}${name}`);
  try {
    await mkdir(unfinished, { recursive: true });
    const file = join(unfinished, DATABASE);
    await copyDatabase(file);
    // A backup that was never opened is a hope.
    const wrong = examineCopy(file);
    if (wrong !== null) throw new AppError('BACKUP_FAILED', { reason: 'database-damaged', place: wrong });
    const blobs = blobsNamedBy(file);
    const { bytes, missing } = await copyBlobs(
      blobs,
      paths.vault,
      join(into, BLOBS),
      unfinished,
      progress,
      Math.floor(madeAt / DAY),
    );
    const record: BackupRecord = {
      name,
      folder,
      madeAt,
      reason,
      databaseSha256: (await labourOf(progress).hash(file)).sha256,
      blobs: blobs.length,
      bytes,
      missing,
      workspaceId: owner,
    };
    await syncFile(file);
    await writeDurably(join(unfinished, RECORD), `${JSON.stringify(record, null, 2)}\n`);
    await syncPath(unfinished);
    await rename(unfinished, folder);
    await syncPath(into);
    await dropOld(into, owner);
    return record;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw explainSqliteError(explainFileError(error, into), into);
  }
}

function labourOf({ labour, signal }: BackupProgress): FileLabour {
  return labour ?? { hash: (path) => hashFile(path, signal), copy: (blob) => copyBlob(blob, signal) };
}

/**
 * Copies what is not there yet. An original that is gone from the vault or changed in it is named and does not keep the
 * rest from being saved; where an earlier backup still holds it whole, that copy serves.
 */
async function copyBlobs(
  blobs: readonly string[],
  vault: string,
  target: string,
  unfinished: string,
  progress: BackupProgress,
  day: number,
): Promise<{ bytes: number; missing: string[] }> {
  const labour = labourOf(progress);
  const isWhole = async (sha256: string) =>
    (await hashIfReadable(labour, blobPath(target, sha256), progress)) === sha256;
  const missing: string[] = [];
  let bytes = 0;
  let done = 0;
  for (const sha256 of blobs) {
    progress.signal?.throwIfAborted();
    const kept = await fileSize(blobPath(target, sha256));
    const size = await fileSize(blobPath(vault, sha256));
    // A backup that somebody asked for reads every byte again; the daily one, which works beside them, a seventh each day.
    const isTurn = progress.labour !== undefined || parseInt(sha256.slice(0, 2), 16) % 7 === day % 7;
    const isKept = kept !== null && kept === size && (!isTurn || (await isWhole(sha256)));
    if (!isKept) {
      // Whatever a crash leaves of a copy lies in the unfinished folder, which goes as a whole.
      const temporary = join(unfinished, `${sha256}.part`);
      const copied = await copyIfReadable(labour, { sha256, from: vault, to: target, temporary }, progress);
      if (copied === null && !(await isWhole(sha256))) missing.push(sha256);
    }
    bytes += (await fileSize(blobPath(target, sha256))) ?? 0;
    done += 1;
    progress.onBlob?.(done, blobs.length);
  }
  return { bytes, missing };
}

/** As {@link copyBlob}; null also where the bytes are not there or cannot be read. A disk with no room is no such case. */
async function copyIfReadable(
  labour: FileLabour,
  blob: BlobToCopy,
  progress: BackupProgress,
): Promise<number | null> {
  try {
    return (await hasBlob(blob.from, blob.sha256)) ? await labour.copy(blob) : null;
  } catch (error) {
    if ((await hashIfReadable(labour, blobPath(blob.from, blob.sha256), progress)) === null) return null;
    throw error;
  }
}

async function hashIfReadable(
  labour: FileLabour,
  path: string,
  { signal }: BackupProgress,
): Promise<string | null> {
  return await labour.hash(path).then(
    ({ sha256 }) => sha256,
    (error: unknown) => {
      if (signal?.aborted === true) throw error;
      return null;
    },
  );
}

/** Whether nothing is there, or an empty folder. A file of that name is something. */
async function isEmptyPlace(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return true;
    if (code === 'ENOTDIR') return false;
    throw explainFileError(error, folder);
  }
}

/** Keeps the newest daily backups; those that a person asked for stay until a person removes them. */
async function dropOld(folder: string, owner: string | null): Promise<void> {
  const daily = (await listBackups(folder)).filter(
    (record) => record.reason === 'daily' && isOf(owner, record),
  );
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
  await writeFile(path, text);
  await syncFile(path);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name, or the first of its kind that no backup has: two may be made within a second, or a clock be set back. */
async function freeName(folder: string, wanted: string): Promise<string> {
  const taken = new Set(await readdir(folder).catch(() => [] as string[]));
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? wanted : `${wanted}-${copy}`;
    if (![...taken].some((each) => each === name || (each.startsWith(UNFINISHED) && each.endsWith(name))))
      return name;
  }
}

/** `2026-11-23-024653` in UTC: sorts by time and is a good name on every file system. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace('T', '-').replaceAll(':', '').slice(0, 17);
}
