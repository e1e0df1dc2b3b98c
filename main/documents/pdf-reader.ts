import type { PDFDocumentProxy } from 'pdfjs-dist';

/**
 * Opens a PDF for reading, with nothing in it run: no scripts, no fonts or files of the system, no network.
 *
 * The library is loaded on first use; its "worker" is taken in as a module of this thread, so that it is found in the
 * bundled program too.
 *
 * @throws pdf.js's own errors; `PasswordException` by name for an encrypted file.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const holder = globalThis as { pdfjsWorker?: unknown };
  // It has no type declarations; `satisfies` keeps the compiler from asking for them. Nothing of it is called here.
  holder.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs' satisfies string);
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
