import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix, relative, sep } from 'node:path';
import { pageTexts } from './pdf.ts';

/** What somebody who is handed a folder of material can read in it. */
export interface ReadMaterial {
  /** Its files, as they are named inside the folder, with `/`. */
  readonly paths: readonly string[];
  /** The words of its PDFs, without blanks. */
  readonly pdf: string;
  /** The words of its text files. */
  readonly texts: string;
  /** The text of each of its text files, by path. */
  readonly textOf: ReadonlyMap<string, string>;
  /** What each file's bytes are, by path. */
  readonly sha256Of: ReadonlyMap<string, string>;
  /** Everything above and every file's bytes: whether a text stands anywhere at all. */
  names(text: string): boolean;
}

const TEXTS = new Set(['.txt', '.csv', '.sha256']);

/** Reads a folder of exported material with nothing but readers that npm carries. */
export async function readMaterial(folder: string): Promise<ReadMaterial> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(folder, path).split(sep).join('/'), bytes: await readFile(path) };
    }),
  );
  const of = (matches: (extension: string) => boolean): Buffer[] =>
    files.filter(({ path }) => matches(extname(path))).map(({ bytes }) => bytes);
  const pdf: string[] = [];
  for (const bytes of of((extension) => extension === '.pdf'))
    pdf.push(...(await pageTexts(new Uint8Array(bytes))));
  const textOf = new Map(
    files
      .filter(({ path }) => TEXTS.has(extname(path)))
      .map(({ path, bytes }) => [path, bytes.toString('utf8')]),
  );
  const read = {
    paths: files.map(({ path }) => path),
    pdf: pdf.join('\n'),
    texts: [...textOf.values()].join('\n'),
    textOf,
    sha256Of: new Map(files.map(({ path, bytes }) => [path, sha256(bytes)])),
  };
  return {
    ...read,
    names: (text) =>
      read.paths.some((path) => path.includes(text)) ||
      read.pdf.includes(text) ||
      read.texts.includes(text) ||
      files.some(({ bytes }) => bytes.includes(text)),
  };
}

/** The hash of bytes as a manifest writes it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Each file that a manifest of the folder names, and whether it is what the manifest says. */
export function checkedByManifest({ textOf, sha256Of }: ReadMaterial): Map<string, boolean> {
  const checked = new Map<string, boolean>();
  for (const [manifest, text] of textOf) {
    if (extname(manifest) !== '.sha256') continue;
    for (const line of text.trimEnd().split('\n')) {
      const path = posix.join(posix.dirname(manifest), line.slice(66));
      checked.set(path, sha256Of.get(path) === line.slice(0, 64));
    }
  }
  return checked;
}
