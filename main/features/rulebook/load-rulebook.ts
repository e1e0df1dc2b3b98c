import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadRulebook, type Rulebook } from '../../../shared/rulebook/index.ts';
import { programFiles } from '../../core/program-files.ts';
import { compilePacksFromDisk } from './compile-packs.ts';

/** The rulebook as shipped: the checked JSON of a build, or the packs themselves where the source runs as it is. */
export async function loadShippedRulebook(): Promise<Rulebook> {
  const { source, root } = programFiles();
  return source ? rulebookOfSource(root) : loadRulebook(await readFile(join(root, 'rulebook.json'), 'utf8'));
}

/**
 * The rulebook of a source tree. Reading the packs takes most of a start from source, so what came of it is kept under
 * `node_modules/.cache` with a hash of everything it came from, and taken from there while nothing of that changed.
 */
export async function rulebookOfSource(root: string): Promise<Rulebook> {
  const kept = join(root, 'node_modules/.cache/appealdesk/rulebook.json');
  const origin = await hashOfOrigin(root);
  const known = await readKept(kept, origin);
  if (known !== null) return known;
  const { json, rulebook } = await compilePacksFromDisk(join(root, 'shared', 'rulebook', 'packs'));
  await keep(kept, `${origin}\n${json}`).catch(() => undefined);
  return rulebook;
}

/** SHA-256 over the packs, the program that compiles them, and the versions of the libraries it does it with. */
async function hashOfOrigin(root: string): Promise<string> {
  const folder = join(root, 'shared', 'rulebook');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sorted = [...paths.sort(), join(root, 'package-lock.json')];
  const hash = createHash('sha256');
  for (const [place, bytes] of (await Promise.all(sorted.map((path) => readFile(path)))).entries())
    hash.update(`${sorted[place] ?? ''}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

async function readKept(path: string, origin: string): Promise<Rulebook | null> {
  try {
    const text = await readFile(path, 'utf8');
    return text.startsWith(`${origin}\n`) ? loadRulebook(text.slice(origin.length + 1)) : null;
  } catch {
    return null;
  }
}

async function keep(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
