import type { ArchiveExhibit } from './archive-data.ts';
import type { ArchiveLabels } from './labels.ts';

/** A spreadsheet runs these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** A spreadsheet reads these as a number and loses the digits after the fifteenth. */
const LONG_NUMBER = /^(\d{12,}|\d+e\d+)$/i;

/**
 * One cell of a CSV: quoted where needed, with an apostrophe before anything a spreadsheet would run as a formula or
 * read as a long number.
 */
export function csvCell(text: string): string {
  const guarded = FORMULA.test(text) || LONG_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Rows as CSV that spreadsheets open by double click: UTF-8 with a byte order mark, lines ended by CR LF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** The list of exhibits (材料目录) as CSV: number, name, what it shows, orders, file, type, bytes, SHA-256. */
export function exhibitListCsv(labels: ArchiveLabels, exhibits: readonly ArchiveExhibit[]): string {
  const head = [
    labels.exhibit,
    labels.description,
    labels.shows,
    labels.orders,
    labels.fileName,
    labels.mediaType,
    labels.size,
    labels.sha256,
  ];
  const rows = exhibits.map((exhibit) => [
    exhibit.label,
    exhibit.description,
    exhibit.shows,
    exhibit.orders.join(' '),
    exhibit.fileName,
    exhibit.mediaType,
    String(exhibit.bytes),
    exhibit.sha256,
  ]);
  return csvText([head, ...rows]);
}
