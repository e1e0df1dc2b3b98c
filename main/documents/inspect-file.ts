import { open, readFile, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import type { FileKind } from '../../shared/evidence/index.ts';
import { AppError } from '../../shared/kernel/index.ts';
import type { FileInspection } from './file-inspection.ts';
import { closePdf, openPdf } from './pdf-reader.ts';
import { sniffText } from './sniff-text.ts';

const HEAD_BYTES = 256 * 1024;
/** A larger PDF is kept and listed, but not opened: its pages would have to be held in memory as a whole. */
const LARGEST_PDF = 200 * 1024 * 1024;
/** Pictures with more pixels are kept and listed, never decoded. */
export const MOST_PIXELS = 120_000_000;

/** Media types that sharp decodes with what it carries. */
const DECODABLE = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/avif',
]);

const SPREADSHEETS = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.oasis.opendocument.spreadsheet',
]);
const ARCHIVES =
  /^application\/(zip|gzip|x-7z-compressed|x-rar-compressed|vnd\.rar|x-tar|x-bzip2|x-xz|zstd|x-lzip)$/;

/**
 * Looks into a file with bounded memory and says what it is.
 *
 * A damaged or encrypted file is an answer, not an error: it is kept as it came.
 *
 * @throws AppError NOT_FOUND if there is no such file; errors of the file system as they are.
 */
export async function inspectFile(path: string): Promise<FileInspection> {
  const size = await stat(path).then(
    (found) => found.size,
    (cause: unknown) => {
      throw (cause as NodeJS.ErrnoException).code === 'ENOENT'
        ? new AppError('NOT_FOUND', { what: 'file' }, { cause })
        : cause;
    },
  );
  if (size === 0) return { mediaType: 'application/octet-stream', kind: 'other', damaged: true };
  const head = await readHead(path);
  const detected = await fileTypeFromFile(path).catch(() => undefined);
  const mediaType = detected?.mime;
  if (mediaType === undefined || mediaType === 'application/xml' || mediaType.startsWith('text/')) {
    return sniffText(head, size <= head.length);
  }
  if (mediaType === 'application/pdf') return inspectPdf(path, size);
  if (mediaType === 'image/svg+xml') return { mediaType, kind: 'other' };
  if (mediaType.startsWith('image/')) return inspectImage(path, mediaType);
  return { mediaType, kind: kindOf(mediaType, head) };
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function kindOf(mediaType: string, head: Uint8Array): FileKind {
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('audio/')) return 'audio';
  if (SPREADSHEETS.has(mediaType)) return 'spreadsheet';
  if (ARCHIVES.test(mediaType)) return 'archive';
  if (mediaType === 'application/x-cfb') {
    // One container for old Excel, old Word and Outlook; its directory names what is inside, in UTF-16.
    const text = Buffer.from(head).toString('utf16le');
    if (text.includes('__substg1.0_')) return 'email';
    if (text.includes('Workbook')) return 'spreadsheet';
  }
  return 'other';
}

async function inspectImage(path: string, mediaType: string): Promise<FileInspection> {
  if (!DECODABLE.has(mediaType)) return { mediaType, kind: 'image' };
  try {
    const metadata = await sharp(path, { limitInputPixels: false }).metadata();
    const { width, height } = metadata.autoOrient;
    const seen = { mediaType, kind: 'image' as const, width, height };
    if (width * height > MOST_PIXELS) return seen;
    // Only decoding shows a file cut short; the small result keeps memory low.
    await sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .resize(32, 32, { fit: 'inside' })
      .raw()
      .toBuffer()
      .catch(() => Object.assign(seen, { damaged: true }));
    return seen;
  } catch {
    return { mediaType, kind: 'image', damaged: true };
  }
}

async function inspectPdf(path: string, size: number): Promise<FileInspection> {
  const pdf = { mediaType: 'application/pdf', kind: 'pdf' as const };
  if (size > LARGEST_PDF) return pdf;
  try {
    const document = await openPdf(await readFile(path));
    try {
      const { info } = await document.getMetadata();
      const encrypted = (info as { EncryptFilterName?: string | null }).EncryptFilterName != null;
      return { ...pdf, pages: document.numPages, ...(encrypted ? { encrypted } : {}) };
    } finally {
      await closePdf(document);
    }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { ...pdf, ...(locked ? { encrypted: true } : { damaged: true }) };
  }
}
