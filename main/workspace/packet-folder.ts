import { constants, copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, isAbsolute } from 'node:path';
import { AppError } from '../../shared/kernel/index.ts';
import { blobPath } from './paths.ts';
import { explainFileError, hasBlob } from './vault/index.ts';

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
    for (const file of files) {
      const target = join(folder, ...file.path.split('/'));
      const inside = relative(folder, target);
      if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${file.path} leaves its folder`);
      if (!(await hasBlob(vault, file.sha256)))
        throw new AppError('BLOB_MISSING', { name: file.path, sha256: file.sha256 });
      await mkdir(dirname(target), { recursive: true });
      await copyFile(
        blobPath(vault, file.sha256),
        target,
        constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL,
      );
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw explainFileError(error, folder);
  }
}
