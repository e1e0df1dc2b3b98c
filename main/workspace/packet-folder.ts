import { constants, copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { basename, dirname, join, relative, isAbsolute } from 'node:path';
import { AppError } from '../../shared/kernel/index.ts';
import { blobPath, UNFINISHED } from './paths.ts';
import { explainFileError, hasBlob, syncPath } from './vault/index.ts';

export interface PacketFolderFile {
  /** Path inside the folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
}

/**
 * Lays a packet's files out as a folder, each a copy of its bytes in the vault. The folder is built from nothing every
 * time, so that what a person moved about in it never becomes part of the material.
 */
export async function writePacketFolder(
  vault: string,
  folder: string,
  files: readonly PacketFolderFile[],
): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const folders = new Set([folder]);
    for (const file of files) {
      const target = join(folder, ...file.path.split('/'));
      const inside = relative(folder, target);
      if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${file.path} leaves its folder`);
      if (!(await hasBlob(vault, file.sha256)))
        throw new AppError('BLOB_MISSING', { name: file.path, sha256: file.sha256 });
      await mkdir(dirname(target), { recursive: true });
      for (let above = dirname(target); above !== folder; above = dirname(above)) folders.add(above);
      await copyFile(
        blobPath(vault, file.sha256),
        target,
        constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL,
      );
      // A copy that a power cut could empty is none.
      await syncPath(target);
    }
    for (const each of folders) await syncPath(each);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw explainFileError(error, folder);
  }
}

/**
 * Gives a finished folder its own name, and makes sure that it keeps it. Whatever a person has put in its place is no
 * packet and goes.
 */
export async function putInPlace(unfinished: string, final: string): Promise<void> {
  await takeName(unfinished, final);
  // Once, and without a way back: the packet is whole under its name, whether or not the disk can promise it.
  await syncPath(dirname(final)).catch((error: unknown) => {
    throw explainFileError(error, final);
  });
}

/** A folder that a viewer or a virus scanner holds open cannot be renamed on Windows for a moment; it is tried again. */
async function takeName(unfinished: string, final: string): Promise<void> {
  for (const pause of PAUSES) {
    try {
      await rm(final, { recursive: true, force: true });
      await rename(unfinished, final);
      return;
    } catch (error) {
      if (pause === null) {
        await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
        throw explainFileError(error, final);
      }
      await wait(pause);
    }
  }
}

const PAUSES = [100, 400, 1500, null] as const;

/** Lays a packet out anew, under an unfinished name until it is whole. */
export async function restorePacketFolder(
  vault: string,
  final: string,
  files: readonly PacketFolderFile[],
): Promise<void> {
  const unfinished = join(dirname(final), UNFINISHED + basename(final));
  await writePacketFolder(vault, unfinished, files);
  await putInPlace(unfinished, final);
}
