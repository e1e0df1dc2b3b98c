import type { PDFDocumentProxy } from 'pdfjs-dist';

/** What pdf.js says on loading where the library it draws pages with is absent. We never draw a page with it. */
const NOTHING_TO_DRAW_WITH = /@napi-rs\/canvas|Cannot polyfill/;

type Library = Pick<typeof import('pdfjs-dist'), 'getDocument' | 'VerbosityLevel'>;
let library: Promise<Library> | null = null;

/**
 * Opens a PDF for reading, with nothing in it run: no scripts, no fonts or files of the system, no network.
 *
 * @throws pdf.js's own errors; `PasswordException` by name for an encrypted file.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await (library ??= load());
  return getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    useWorkerFetch: false,
  }).promise;
}

/** Lets go of an open PDF. */
export async function closePdf(document: PDFDocumentProxy): Promise<void> {
  await document.loadingTask.destroy();
}

/** Its "worker" is taken in as a module of this thread, so that it is found in the bundled program too. */
async function load(): Promise<Library> {
  const holder = globalThis as { pdfjsWorker?: unknown };
  // It has no type declarations; `satisfies` keeps the compiler from asking for them. Nothing of it is called here.
  holder.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs' satisfies string);
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!NOTHING_TO_DRAW_WITH.test(String(words[0]))) warn(...words);
  };
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
