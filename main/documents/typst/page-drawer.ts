import initialise, { TypstRenderer, type RenderSession } from '@myriaddreamin/typst-ts-renderer';
import type { PageImage } from './job.ts';
import { svgPages, type PageSize } from './svg-pages.ts';

/** What the renderer writes: the shapes (1) and the outlines of letters (2), not its styles (4) and scripts (8). */
const SHAPES_AND_OUTLINES = 3;

/** Draws typeset pages. */
export interface PageDrawer {
  /** One picture a page of a document in the engine's vector form. */
  draw(vectors: Uint8Array): PageImage[];
  /** Bytes the renderer holds. */
  memory(): number;
}

/** Starts the renderer from the bytes of its WebAssembly file. */
export async function createPageDrawer(wasm: Uint8Array): Promise<PageDrawer> {
  const { memory } = (await initialise({ module_or_path: wasm as Uint8Array<ArrayBuffer> })) as unknown as {
    readonly memory: { readonly buffer: ArrayBuffer };
  };
  const renderer = new TypstRenderer();
  const encoder = new TextEncoder();
  return {
    draw(vectors) {
      const session = renderer.create_session();
      try {
        renderer.manipulate_data(session, 'reset', vectors);
        const sizes = pageSizes(session);
        const drawn = svgPages(renderer.svg_data(session, SHAPES_AND_OUTLINES), sizes);
        return sizes.map((size, index) => ({
          mediaType: 'image/svg+xml',
          bytes: encoder.encode(drawn[index]),
          ...size,
        }));
      } finally {
        session.free();
      }
    },
    memory: () => memory.buffer.byteLength,
  };
}

function pageSizes(session: RenderSession): PageSize[] {
  const pages = session.pages_info;
  try {
    return Array.from({ length: pages.page_count }, (_, index) => {
      const page = pages.page(index);
      const size = { widthPt: page.width_pt, heightPt: page.height_pt };
      page.free();
      return size;
    });
  } finally {
    pages.free();
  }
}
