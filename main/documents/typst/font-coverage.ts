import { AppError } from '../../../shared/kernel/index.ts';

/** Which characters a font can draw. */
export interface FontCoverage {
  has(codePoint: number): boolean;
}

const LAST_CODE_POINT = 0x10ffff;

/** Reads the `cmap` table of a TrueType or OpenType font (formats 4 and 12, which all fonts of today carry). */
export function readFontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const covered = new Uint8Array((LAST_CODE_POINT + 1) >> 3);
    const mark = (codePoint: number) => {
      covered[codePoint >> 3] = (covered[codePoint >> 3] ?? 0) | (1 << (codePoint & 7));
    };
    const cmap = findTable(view, 'cmap');
    const subtables = view.getUint16(cmap + 2);
    for (let index = 0; index < subtables; index += 1) {
      const offset = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
      const format = view.getUint16(offset);
      if (format === 4) readSegments(view, offset, mark);
      if (format === 12) readGroups(view, offset, mark);
    }
    return { has: (codePoint) => ((covered[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0 };
  } catch (cause) {
    throw new AppError('INVALID_FILE', { what: 'font' }, { cause });
  }
}

function findTable(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(entry + place)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  throw new RangeError(`no ${tag} table`);
}

/** Format 4: segments of the first 65,536 characters. */
function readSegments(view: DataView, offset: number, mark: (codePoint: number) => void): void {
  const segments = view.getUint16(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const start = view.getUint16(starts + segment * 2);
    const end = view.getUint16(ends + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const range = view.getUint16(ranges + segment * 2);
    for (let codePoint = start; codePoint <= end && codePoint !== 0xffff; codePoint += 1) {
      const direct = range === 0;
      const place = direct ? 0 : ranges + segment * 2 + range + (codePoint - start) * 2;
      const found = direct ? codePoint : view.getUint16(place);
      if (found !== 0 && ((found + delta) & 0xffff) !== 0) mark(codePoint);
    }
  }
}

/** Format 12: groups over all characters. */
function readGroups(view: DataView, offset: number, mark: (codePoint: number) => void): void {
  const groups = view.getUint32(offset + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = offset + 16 + group * 12;
    const start = view.getUint32(entry);
    const end = Math.min(view.getUint32(entry + 4), LAST_CODE_POINT);
    const glyph = view.getUint32(entry + 8);
    for (let codePoint = start; codePoint <= end; codePoint += 1) {
      if (glyph + (codePoint - start) !== 0) mark(codePoint);
    }
  }
}
