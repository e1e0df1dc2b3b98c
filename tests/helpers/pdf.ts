import { closePdf, openPdf } from '../../main/documents/pdf-reader.ts';

/** The text of each page, without the spaces typesetting puts in. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const document = await openPdf(pdf);
  try {
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent();
      texts.push(squeeze(content.items.map((item) => ('str' in item ? item.str : '')).join('')));
    }
    return texts;
  } finally {
    await closePdf(document);
  }
}

export function squeeze(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}

/** All words of a PDF without blanks: where a line breaks is the typesetter's own. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return (await pageTexts(new Uint8Array(bytes))).join('\n');
}
