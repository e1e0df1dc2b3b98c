import type { Translator } from '../i18n/index.ts';
import type { Language } from '../kernel/fields.ts';
import { archiveLabels } from '../packets/index.ts';
import type { HandoverSheet } from './sheet.ts';

/** The page of a shift as the typesetter takes it. */
export interface HandoverPrint {
  readonly language: Language;
  readonly title: string;
  readonly labels: {
    readonly statement: string;
    readonly pageOf: string;
    /** Said where one page does not hold it: nothing that is due is left out for the paper's sake. */
    readonly pages: string;
    readonly note: string;
    readonly signTaken: string;
    readonly signAt: string;
  };
  /**
   * What people wrote, among our own words. It was kept as it was read, and nobody may rewrite it: as in the copy of a file, a
   * character that no font has becomes a code, instead of keeping the page from being printed.
   */
  readonly lines: HandoverSheet;
}

/** Makes a sheet ready for the typesetter. */
export function handoverPrint(sheet: HandoverSheet, t: Translator): HandoverPrint {
  return {
    language: t.language,
    title: sheet.title,
    labels: {
      statement: sheet.title,
      pageOf: archiveLabels(t.language).pageOf,
      pages: t('handovers:pages'),
      note: t('handovers:note'),
      signTaken: t('handovers:signTaken'),
      signAt: t('handovers:signAt'),
    },
    lines: sheet,
  };
}
