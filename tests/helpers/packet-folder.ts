import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { pageTexts } from './pdf.ts';

/** What somebody who is handed a folder of material can read in it. */
export interface ReadMaterial {
  /** Its files, as they are named inside the folder, with `/`. */
  readonly paths: readonly string[];
  /** The words of its PDFs, without blanks. */
  readonly pdf: string;
  /** The words of its text files. */
  readonly texts: string;
  /** SHA-256 of every file. */
  readonly hashes: readonly string[];
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
  const texts = of((extension) => TEXTS.has(extension)).map((bytes) => bytes.toString('utf8'));
  const hashes = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const read = { paths: files.map(({ path }) => path), pdf: pdf.join('\n'), texts: texts.join('\n'), hashes };
  return {
    ...read,
    names: (text) =>
      read.paths.some((path) => path.includes(text)) ||
      read.pdf.includes(text) ||
      read.texts.includes(text) ||
      files.some(({ bytes }) => bytes.includes(text)),
  };
}
