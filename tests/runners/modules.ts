import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Loads `tests/<kind>/<name>.<kind>.ts`, sorted by name; each module exports what its runner describes.
 *
 * @param names only these, where any are given; an unknown one is an error that lists what there is
 */
export async function loadModules<T extends { readonly name: string }>(
  kind: 'soak' | 'outside' | 'bench',
  names: readonly string[],
): Promise<T[]> {
  const folder = join(ROOT, 'tests', kind);
  const suffix = `.${kind}.ts`;
  const files = existsSync(folder)
    ? (await readdir(folder)).filter((file) => file.endsWith(suffix)).sort()
    : [];
  const known = files.map((file) => file.slice(0, -suffix.length));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`no such ${kind}: ${unknown.join(', ')}; there are: ${known.join(', ') || 'none yet'}`);
  }
  const wanted = known.filter((name) => names.length === 0 || names.includes(name));
  return Promise.all(
    wanted.map(async (name) => (await import(pathToFileURL(join(folder, `${name}${suffix}`)).href)) as T),
  );
}
