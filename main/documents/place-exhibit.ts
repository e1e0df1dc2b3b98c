import sharp from 'sharp';
import { planImageCuts, type ExhibitPlacement, type ListedReason } from '../../shared/packets/index.ts';
import { bareJpeg } from './bare-jpeg.ts';
import { decodeText } from './decode-text.ts';
import type { FileInspection } from './file-inspection.ts';
import { MOST_PIXELS } from './inspect-file.ts';

/** How an exhibit comes onto the page, and the bytes to hand to the typesetter under the placement's path. */
export interface PlacedExhibit {
  readonly placement: ExhibitPlacement;
  readonly bytes: Uint8Array | null;
}

/** An original that is read only where its kind can be set on a page: a film of two gigabytes is listed unread. */
export interface Original {
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** Typst reads these as they are. */
const READ_AS_THEY_ARE = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp']);
const MOST_TEXT_BYTES = 512 * 1024;
const MOST_TEXT_LINES = 3000;
/** Bands in which a tall picture is searched for quiet places to cut. */
const BANDS = 2000;

/**
 * Prepares one original for the archive. The original itself is never changed: a picture that is stored turned, in a
 * form Typst cannot read, or with metadata that would travel along, is placed as a copy made in memory.
 *
 * @param path a name inside the job, such as `/files/3`; goes into the placement as it is.
 */
export async function placeExhibit(
  path: string,
  original: Original,
  inspection: FileInspection,
): Promise<PlacedExhibit> {
  const { kind, pages } = inspection;
  if (inspection.encrypted) return listed('encrypted');
  if (inspection.damaged) return listed('damaged');
  if (kind === 'image') return await placeImage(path, original, inspection);
  if (kind === 'pdf') {
    return pages ? { placement: { kind, path, pages }, bytes: await original.read() } : listed('unsupported');
  }
  if (kind === 'text' || kind === 'email') return await placeText(original);
  if (kind === 'video' || kind === 'audio' || kind === 'html') return listed(kind);
  return listed('unsupported');
}

function listed(reason: ListedReason): PlacedExhibit {
  return { placement: { kind: 'listed', reason }, bytes: null };
}

async function placeImage(
  path: string,
  original: Original,
  inspection: FileInspection,
): Promise<PlacedExhibit> {
  const { mediaType, width, height } = inspection;
  if (!width || !height || width * height > MOST_PIXELS) return listed('unsupported');
  const bytes = await original.read();
  const image = () => sharp(bytes, { limitInputPixels: MOST_PIXELS });
  try {
    const { orientation = 1 } = await image().metadata();
    const copy = () => image().autoOrient();
    const readable = READ_AS_THEY_ARE.has(mediaType) && orientation === 1;
    const placed =
      mediaType === 'image/jpeg'
        ? readable
          ? bareJpeg(bytes)
          : await copy().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
        : readable
          ? bytes
          : await copy().png().toBuffer();
    const whole = planImageCuts({ width, height }).length === 1;
    const cuts = planImageCuts({ width, height }, whole ? [] : await busyness(placed, height));
    return { placement: { kind: 'image', path, width, height, cuts }, bytes: placed };
  } catch {
    return listed('damaged');
  }
}

/** How much goes on in each band of a picture: the largest step of grey between neighbours. */
async function busyness(picture: Uint8Array, height: number): Promise<number[]> {
  const width = 64;
  const bands = Math.min(BANDS, height);
  const pixels = await sharp(picture, { limitInputPixels: MOST_PIXELS })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(width, bands, { fit: 'fill' })
    .raw()
    .toBuffer();
  return Array.from({ length: bands }, (_, band) => {
    const row = pixels.subarray(band * width, (band + 1) * width);
    let largest = 0;
    for (let place = 1; place < width; place += 1) {
      largest = Math.max(largest, Math.abs((row[place] ?? 0) - (row[place - 1] ?? 0)));
    }
    // Noise of a compressed picture is not a line of text.
    return largest < 6 ? 0 : largest;
  });
}

async function placeText(original: Original): Promise<PlacedExhibit> {
  if (original.size > MOST_TEXT_BYTES) return listed('too-long');
  const text = decodeText(await original.read());
  if (text === null) return listed('unsupported');
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/);
  while (lines.at(-1) === '') lines.pop();
  if (lines.length > MOST_TEXT_LINES) return listed('too-long');
  return { placement: { kind: 'text', lines }, bytes: null };
}
