import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { Language } from '../../shared/i18n/index.ts';
import { squeeze } from '../helpers/pdf.ts';

const tool = promisify(execFile);

/** What the folder of a packet and its parts are called in each language, as a person finds them. */
export const NAMES = {
  'zh-CN': {
    kit: '上传包',
    archive: '存档',
    originals: '原始文件',
    pdf: '存档.pdf',
    list: '材料目录.csv',
    manifest: '校验清单.sha256',
    exhibit: (number: number) => `证据${number}`,
    order: (number: string) => `订单${number}`,
  },
  en: {
    kit: 'upload-kit',
    archive: 'archive',
    originals: 'originals',
    pdf: 'archive.pdf',
    list: 'exhibits.csv',
    manifest: 'checksums.sha256',
    exhibit: (number: number) => `Exhibit ${number}`,
    order: (number: string) => `order ${number}`,
  },
} as const;

/** Checks the PDF with qpdf and answers with its words as pdftotext reads them, by columns and by lines, without blanks. */
export async function readPdf(packet: string, language: Language): Promise<string> {
  const names = NAMES[language];
  const path = join(packet, names.archive, names.pdf);
  const checked = await tool('qpdf', ['--check', path]);
  assert.match(checked.stdout, /No syntax or stream encoding errors found/);
  const read = (...how: readonly string[]) =>
    tool('pdftotext', [...how, '-enc', 'UTF-8', path, '-'], { maxBuffer: 1e8 });
  return squeeze((await read()).stdout + (await read('-raw')).stdout);
}

/** Lets sha256sum check every manifest of the packet; answers with how many files it found as they were. */
export async function checkManifests(
  packet: string,
  language: Language,
  originals: boolean,
): Promise<number> {
  const names = NAMES[language];
  let sound = 0;
  for (const part of originals ? [names.archive, names.originals] : [names.archive]) {
    const folder = join(packet, part);
    const { stdout } = await tool('sha256sum', ['--check', '--strict', names.manifest], { cwd: folder });
    const inFolder = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && entry.name !== names.manifest,
    );
    assert.equal(stdout.match(/: OK$/gm)?.length, inFolder.length, `${part}: a file is in no manifest`);
    sound += inFolder.length;
  }
  return sound;
}

/** Whether a text stands anywhere in the packet: in a name, in any file's bytes. Words of a PDF are its reader's to find. */
export async function isNamed(packet: string, text: string): Promise<boolean> {
  const names = (await readdir(packet, { recursive: true })).join('\n');
  if (names.includes(text)) return true;
  // grep ends with 1 where it finds nothing.
  return await tool('grep', ['-r', '-a', '-l', '-F', '-e', text, packet]).then(
    () => true,
    (error: unknown) => {
      assert.equal((error as { code?: unknown }).code, 1);
      return false;
    },
  );
}

/** The files of the upload kit, with `/`, relative to it. */
export async function kitFiles(packet: string, language: Language): Promise<string[]> {
  const folder = join(packet, NAMES[language].kit);
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What exiftool finds in a picture beside its size and format. */
export async function pictureTags(path: string): Promise<string[]> {
  const { stdout } = await tool('exiftool', ['-json', '-a', '-G', '-n', path]);
  const [all] = JSON.parse(stdout) as [Record<string, unknown>];
  return Object.keys(all)
    .filter((tag) => !/^(SourceFile|ExifTool:|File:|PNG:|JFIF:|Composite:(ImageSize|Megapixels)$)/.test(tag))
    .sort();
}

const IMAGES = new Set(['.png', '.jpg', '.jpeg']);

/** The kit's pictures, each with what it tells beside what it shows. */
export async function kitPictures(packet: string, language: Language): Promise<Map<string, string[]>> {
  const pictures = (await kitFiles(packet, language)).filter((path) => IMAGES.has(extname(path)));
  const found = new Map<string, string[]>();
  for (const path of pictures)
    found.set(path, await pictureTags(join(packet, NAMES[language].kit, ...path.split('/'))));
  return found;
}

/** How many pictures of the PDF, cut out by pdfimages, tell more than they show. */
export async function checkPdfPictures(packet: string, language: Language, into: string): Promise<number> {
  const names = NAMES[language];
  await mkdir(into, { recursive: true });
  await tool('pdfimages', ['-all', join(packet, names.archive, names.pdf), join(into, 'picture')]);
  const pictures = await readdir(into);
  for (const each of pictures) assert.deepEqual(await pictureTags(join(into, each)), [], each);
  return pictures.length;
}

/**
 * Opens lists of exhibits as a double click does and answers with the cells as LibreOffice holds them, a list for each.
 * A cell that became a formula fails.
 */
export async function openLists(lists: readonly string[], folder: string): Promise<string[][][]> {
  const converted = join(folder, 'converted');
  const paths: string[] = [];
  for (const [place, list] of lists.entries()) {
    const path = join(folder, `list-${place}.csv`);
    await writeFile(path, await readFile(list));
    paths.push(path);
  }
  const office = (format: string, sources: readonly string[], ...more: readonly string[]) =>
    tool('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
      '--headless',
      ...more,
      '--convert-to',
      format,
      '--outdir',
      converted,
      ...sources,
    ]);
  await office('fods', paths, '--infilter=CSV:44,34,76,1');
  const sheets = paths.map((_, place) => join(converted, `list-${place}.fods`));
  for (const sheet of sheets)
    assert.equal((await readFile(sheet, 'utf8')).match(/table:formula=/g), null, 'a cell became a formula');
  await office('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', sheets);
  const shown = await Promise.all(
    paths.map((_, place) => readFile(join(converted, `list-${place}.csv`), 'utf8')),
  );
  return shown.map((text) => parse(text, { bom: true }));
}
