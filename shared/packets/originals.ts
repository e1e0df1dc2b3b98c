import type { KitEntry } from './upload-kit.ts';
import { numbered } from './numbered.ts';
import { safeFileName, type NameStyle } from './safe-name.ts';

/** An untouched original that goes out beside the archive. */
export interface OriginalFile {
  readonly exhibit: string;
  readonly name: string;
  readonly sha256: string;
}

/** The untouched originals in exhibit order: `001_证据1_name`, byte for byte. They hold buyer data: ask first. */
export function planOriginals(files: readonly OriginalFile[], style: NameStyle): readonly KitEntry[] {
  return files.map((file, index) => {
    const kept = safeFileName(file.name, { style, maxBytes: 90 });
    const exhibit = style === 'ascii' ? '' : `${safeFileName(file.exhibit, { maxBytes: 24 })}_`;
    return {
      path: `${numbered(index, files.length, 3)}_${exhibit}${kept}`,
      source: { kind: 'blob', sha256: file.sha256 },
      note: { originalName: file.name, exhibit: file.exhibit, renamed: kept !== file.name },
    };
  });
}
