import { fillLabel, type ArchiveLabels, type PacketLanguage } from './labels.ts';

/** `number`: 证据1, Exhibit 1. `letter`: 证据A, Exhibit A. */
export type NumberingStyle = 'number' | 'letter';

/** The letters of a place: A … Z, AA, AB … as spreadsheets count columns. */
function lettersOf(place: number): string {
  let letters = '';
  for (let rest = place; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Names an exhibit by its place, so that a change of order renumbers everything that is derived from it.
 *
 * @param place from 1.
 */
export function exhibitLabel(place: number, style: NumberingStyle, language: PacketLanguage): string {
  const number = style === 'letter' ? lettersOf(place) : String(place);
  return language === 'zh-CN' ? `证据${number}` : `Exhibit ${number}`;
}

/**
 * The words of a citation, without the brackets around them.
 *
 * @param page inside the exhibit, from 1; null for the exhibit as a whole.
 */
export function citationText(labels: ArchiveLabels, label: string, page: number | null): string {
  return page === null
    ? fillLabel(labels.citation, { label })
    : fillLabel(labels.citationPage, { label, page });
}
