import { createRequire } from 'node:module';
import sharp from 'sharp';
import { closePdf, openPdf } from '../pdf-reader.ts';
import type { PageImage } from './job.ts';

const require = createRequire(import.meta.url);

/** Pixels for each point: sharp on a screen of double density at the width the live page has. */
const PIXELS_PER_POINT = 1.75;

/**
 * Draws pages of a PDF as PNG.
 *
 * @param options `limit`: how many pages at most. `fit`: longest side in pixels, instead of the live page's scale; it
 *   bounds what a page of absurd size may cost.
 */
export async function paintPages(
  pdf: Uint8Array,
  options: { readonly fit?: number; readonly limit?: number } = {},
): Promise<PageImage[]> {
  // By require, so that the bundler leaves it alone: it is a native library, and pdf.js finds it the same way.
  const { createCanvas } = require('@napi-rs/canvas') as typeof import('@napi-rs/canvas');
  const document = await openPdf(pdf);
  try {
    const images: PageImage[] = [];
    const count = Math.min(document.numPages, options.limit ?? document.numPages);
    for (let number = 1; number <= count; number += 1) {
      const page = await document.getPage(number);
      const paper = page.getViewport({ scale: 1 });
      const scale = options.fit ? options.fit / Math.max(paper.width, paper.height) : PIXELS_PER_POINT;
      const viewport = page.getViewport({ scale });
      const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
      const canvas = createCanvas(width, height);
      await page.render({ canvas: canvas as never, viewport }).promise;
      const raw = { width, height, channels: 4 as const };
      const bytes = await sharp(canvas.data(), { raw })
        .flatten({ background: '#ffffff' })
        .png({ compressionLevel: 2 })
        .toBuffer();
      images.push({ mediaType: 'image/png', bytes, widthPt: paper.width, heightPt: paper.height });
      page.cleanup();
    }
    return images;
  } finally {
    await closePdf(document);
  }
}
