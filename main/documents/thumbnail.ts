import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { FileInspection } from './file-inspection.ts';
import { MOST_PIXELS } from './inspect-file.ts';
import { paintPages } from './typst/page-painter.ts';

/** Longer side of a thumbnail, in pixels. */
export const THUMBNAIL_SIZE = 480;
const LARGEST_PDF = 50 * 1024 * 1024;

export interface Thumbnail {
  readonly mediaType: 'image/webp';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A small picture of an image, upright, or of a PDF's first page; without any metadata of the original.
 *
 * @returns null where none can be made: other kinds, damaged or encrypted files, too many pixels.
 */
export async function makeThumbnail(path: string, inspection: FileInspection): Promise<Thumbnail | null> {
  if (inspection.damaged || inspection.encrypted) return null;
  try {
    if (inspection.kind === 'image' && inspection.width) return await shrink(path);
    if (inspection.kind === 'pdf' && inspection.pages) {
      const bytes = await readFile(path);
      if (bytes.length > LARGEST_PDF) return null;
      const [page] = await paintPages(bytes, { limit: 1, fit: THUMBNAIL_SIZE });
      return page ? await shrink(page.bytes) : null;
    }
    return null;
  } catch {
    return null;
  }
}

async function shrink(source: string | Uint8Array): Promise<Thumbnail> {
  const { data, info } = await sharp(source, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize(THUMBNAIL_SIZE, THUMBNAIL_SIZE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { mediaType: 'image/webp', bytes: data, width: info.width, height: info.height };
}
