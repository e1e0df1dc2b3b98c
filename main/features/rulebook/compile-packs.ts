import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/kernel/index.ts';
import {
  compilePacks,
  type PackFile,
  type PackProblem,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';

const PACK_FILE = /\.ya?ml$/i;
const PLATFORM_FILE = 'platform.yaml';

/** Reads every `<platform>/*.yaml` of a packs folder, in the order of their names. */
async function readPackFiles(packsDir: string): Promise<PackFile[]> {
  const folders = await readdir(packsDir, { withFileTypes: true });
  const files: PackFile[] = [];
  for (const folder of folders.filter((each) => each.isDirectory())) {
    const names = await readdir(join(packsDir, folder.name));
    for (const name of names.filter((each) => PACK_FILE.test(each)).sort()) {
      files.push({
        path: `${folder.name}/${name}`,
        text: await readFile(join(packsDir, folder.name, name), 'utf8'),
      });
    }
  }
  return files;
}

/** @throws AppError INVALID_FILE for a path at which nothing is, or what is no folder */
export async function refuseNoFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return;
  throw new AppError('INVALID_FILE', { reason: found === null ? 'nothing-there' : 'not-a-folder', path });
}

/**
 * The packs folder that a path of somebody who corrects a pack is of: itself, or the one that a platform's folder or one of its
 * files lies in. What one file says is right or wrong only beside the others.
 *
 * @throws AppError INVALID_FILE where nothing is there
 */
export async function packsFolderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true && PACK_FILE.test(path)) return join(path, '../..');
  await refuseNoFolder(path);
  const isPlatform = (await readdir(path)).includes(PLATFORM_FILE);
  return isPlatform ? join(path, '..') : path;
}

/** Checks a packs folder and names every problem with file, line and column. An empty list means it is sound. */
export async function checkPacksFromDisk(packsDir: string): Promise<readonly PackProblem[]> {
  const result = compilePacks(await readPackFiles(packsDir));
  return result.ok ? [] : result.problems;
}

/**
 * Compiles a packs folder to the one JSON text that the core loads.
 *
 * @throws AppError INVALID_FILE with `problems`, each "file:line:column path: message".
 */
export async function compilePacksFromDisk(packsDir: string): Promise<{ json: string; rulebook: Rulebook }> {
  const result = compilePacks(await readPackFiles(packsDir));
  if (result.ok) return { json: result.json, rulebook: result.rulebook };
  throw new AppError('INVALID_FILE', {
    what: 'packs',
    problems: result.problems.map(
      ({ file, line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`,
    ),
  });
}
