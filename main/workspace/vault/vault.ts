import { createHash, type Hash } from 'node:crypto';
import { access, chmod, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/kernel/index.ts';
import { blobPath } from '../paths.ts';
import { readChunks } from './read-chunks.ts';

/** Bytes as the vault holds them. */
export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
}

export interface StoreFileOptions {
  readonly source: string;
  readonly vault: string;
  /** A fresh path for the copy until it is whole. */
  readonly temporary: string;
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

const CHUNK = 1024 * 1024;

/**
 * Copies a file into the vault byte for byte: read, hash and write in one pass, fsync, then rename to its content's
 * name and make it read-only. A file that is empty, changes while it is read, or cannot be read is refused whole.
 */
export async function storeFile(options: StoreFileOptions): Promise<StoredBlob> {
  const source = await openSource(options.source);
  try {
    const before = await source.stat();
    if (!before.isFile()) throw new AppError('INVALID_FILE', { reason: 'not-a-file' });
    if (before.size === 0) throw new AppError('INVALID_FILE', { reason: 'empty' });
    const hash = createHash('sha256');
    const size = await copyAndHash(source, hash, options);
    const after = await source.stat();
    if (size !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new AppError('FILE_CHANGED', {});
    }
    const sha256 = hash.digest('hex');
    await settle(options.temporary, options.vault, sha256);
    return { sha256, size };
  } catch (error) {
    await rm(options.temporary, { force: true });
    throw explainFileError(error, options.vault);
  } finally {
    await source.close();
  }
}

/** Puts bytes made by the program (a text item, a PDF) into the vault. */
export async function storeBytes(bytes: Uint8Array, vault: string, temporary: string): Promise<StoredBlob> {
  try {
    await mkdir(dirname(temporary), { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await settle(temporary, vault, sha256);
    return { sha256, size: bytes.byteLength };
  } catch (error) {
    await rm(temporary, { force: true });
    throw explainFileError(error, vault);
  }
}

/** What of which vault is to be copied where. */
export interface BlobToCopy {
  readonly sha256: string;
  readonly from: string;
  readonly to: string;
  /** A fresh path on the disk of `to`, for the copy until it is whole. */
  readonly temporary: string;
}

/**
 * Copies what one vault holds under a hash into another, as durably as it was taken in.
 *
 * @returns the bytes of the copy, or null where the bytes are not those of the hash; nothing is left of them then
 */
export async function copyBlob(blob: BlobToCopy, signal?: AbortSignal): Promise<number | null> {
  const { sha256, to, temporary } = blob;
  const source = await open(blobPath(blob.from, sha256), 'r');
  try {
    const hash = createHash('sha256');
    const size = await copyAndHash(source, hash, { temporary, signal });
    if (hash.digest('hex') === sha256) {
      await settle(temporary, to, sha256);
      return size;
    }
    await rm(temporary, { force: true });
    return null;
  } catch (error) {
    await rm(temporary, { force: true });
    throw explainFileError(error, to);
  } finally {
    await source.close();
  }
}

/** Hashes what the vault holds under a name, to compare with it. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of readChunks(path, CHUNK, signal)) {
    hash.update(bytes);
    size += bytes.byteLength;
  }
  return { sha256: hash.digest('hex'), size };
}

/** Whether the vault has the bytes of a hash. */
export async function hasBlob(vault: string, sha256: string): Promise<boolean> {
  try {
    await access(blobPath(vault, sha256));
    return true;
  } catch {
    return false;
  }
}

async function openSource(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('INVALID_FILE', { reason: 'gone' }, { cause: error });
    throw new AppError('INVALID_FILE', { reason: 'locked' }, { cause: error });
  }
}

async function copyAndHash(
  source: FileHandle,
  hash: Hash,
  options: Pick<StoreFileOptions, 'temporary' | 'signal' | 'onBytes'>,
): Promise<number> {
  await mkdir(dirname(options.temporary), { recursive: true });
  const target = await open(options.temporary, 'wx');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let size = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const { bytesRead } = await source.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      hash.update(bytes);
      await target.writeFile(bytes);
      size += bytesRead;
      options.onBytes?.(bytesRead);
    }
    await target.sync();
    return size;
  } finally {
    await target.close();
  }
}

/**
 * Gives whole bytes their content's name. Bytes that are there already stay, if they still are what their name says: a
 * damaged original is healed by handing the same file in again.
 */
async function settle(temporary: string, vault: string, sha256: string): Promise<void> {
  const final = blobPath(vault, sha256);
  if (await hasBlob(vault, sha256)) {
    const kept = await hashFile(final).catch(() => null);
    if (kept?.sha256 === sha256) {
      await rm(temporary, { force: true });
      return;
    }
    // Windows replaces no read-only file.
    await chmod(final, 0o644).catch(() => undefined);
  }
  const made = await mkdir(dirname(final), { recursive: true });
  await chmod(temporary, 0o444);
  await rename(temporary, final);
  await syncPath(dirname(final));
  // A new folder is itself a name in the one above, which a power cut must not take back either.
  for (
    let above = dirname(final);
    made !== undefined && above.length >= made.length;
    above = dirname(above)
  ) {
    await syncPath(dirname(above));
  }
}

/**
 * Makes a file's bytes, or the names in a folder, survive a power cut. Windows syncs only what is opened to be written:
 * no folder, and none of the files here, which are read-only.
 */
export async function syncPath(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Turns the system's file errors into the program's own. */
export function explainFileError(error: unknown, folder: string): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('OUT_OF_SPACE', { folder }, { cause: error });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new AppError('READ_ONLY', { folder }, { cause: error });
  if (error instanceof Error && (error.name === 'AbortError' || code === 'ABORT_ERR')) {
    return new AppError('CANCELLED', {}, { cause: error });
  }
  return error;
}

/** The size of a file, or null where there is none. */
export async function fileSize(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

/** A path for bytes that are not whole yet. */
export function temporaryPath(incoming: string, id: string): string {
  return join(incoming, `${id}.part`);
}
