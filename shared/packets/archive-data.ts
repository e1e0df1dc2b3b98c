import type { LegalDate } from '../kernel/index.ts';
import type { ImageCut } from './image-cuts.ts';
import type { ArchiveLabels, PacketLanguage } from './labels.ts';

/** A pointer from a sentence to an exhibit. */
export interface Citation {
  /** Place of the exhibit in `exhibits`, from 0. */
  readonly exhibit: number;
  /** Page inside the exhibit, from 1; null cites the exhibit as a whole. */
  readonly page: number | null;
  /** What is printed between brackets, made by `citationText`. */
  readonly text: string;
}

/** One sentence of the statement with what proves it. */
export interface StatementSentence {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Sentences that stand together. */
export interface StatementParagraph {
  readonly sentences: readonly StatementSentence[];
}

/** A headed part of the statement. An empty heading prints none. */
export interface StatementSection {
  readonly heading: string;
  readonly paragraphs: readonly StatementParagraph[];
}

/** What the live page shows, and what the archive shows under the same setting. */
export interface StatementData {
  readonly language: PacketLanguage;
  readonly labels: ArchiveLabels;
  /** What the document is, over its first line: 申诉说明, or the plan's own title. */
  readonly heading: string;
  readonly title: string;
  readonly sections: readonly StatementSection[];
}

/** The first page of the archive. */
export interface ArchiveCover {
  readonly platform: string;
  readonly store: string;
  readonly scenario: string;
  readonly caseNumber: string;
  readonly orderCount: number;
  readonly date: LegalDate;
}

/** Why a file is listed with its hash and not placed. */
export type ListedReason = 'video' | 'audio' | 'html' | 'encrypted' | 'damaged' | 'too-long' | 'unsupported';

/** How an exhibit comes onto the page. `path` names the file in the job's `files`. */
export type ExhibitPlacement =
  /** `width` and `height` in pixels as seen, that is after any rotation. */
  | {
      readonly kind: 'image';
      readonly path: string;
      readonly width: number;
      readonly height: number;
      /** Slices of a tall picture from top to bottom; a single one places it whole. */
      readonly cuts: readonly ImageCut[];
    }
  | { readonly kind: 'pdf'; readonly path: string; readonly pages: number }
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  | { readonly kind: 'listed'; readonly reason: ListedReason };

/** One exhibit as numbered and placed. */
export interface ArchiveExhibit {
  /** 证据1, Exhibit A: made by `exhibitLabel`. */
  readonly label: string;
  readonly description: string;
  readonly shows: string;
  readonly orders: readonly string[];
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Of the untouched original, 64 lower-case hex characters. */
  readonly sha256: string;
  readonly placement: ExhibitPlacement;
}

/** A voucher of an order and the exhibits that are it. `note` says why there is none. */
export interface ArchiveVoucher {
  readonly title: string;
  readonly exhibits: readonly string[];
  readonly note: string;
}

/** One order of a table: its number and what is shown for it. */
export interface ArchiveOrder {
  readonly orderNumber: string;
  readonly vouchers: readonly ArchiveVoucher[];
}

/** Orders under a heading, e.g. those contested with their vouchers. */
export interface ArchiveOrderTable {
  readonly heading: string;
  /** Printed above the table; empty prints none. */
  readonly note: string;
  readonly orders: readonly ArchiveOrder[];
}

/** The whole archive PDF. Plain JSON: this is all that Typst ever sees of the user's words. */
export interface ArchiveData extends StatementData {
  readonly cover: ArchiveCover;
  /** Behind the statement; empty in a matter that does not sort its orders. */
  readonly orderTables: readonly ArchiveOrderTable[];
  /** The rectification plan (整改方案), or null where none was written. */
  readonly plan: { readonly title: string; readonly sections: readonly StatementSection[] } | null;
  readonly exhibits: readonly ArchiveExhibit[];
}
