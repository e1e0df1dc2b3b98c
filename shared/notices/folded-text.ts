/** A text as it is searched, with the way back to where each of its characters stood. */
export interface FoldedText {
  /** Narrow forms, plain blanks and hyphens, nothing invisible. Line breaks and letters stay as they are. */
  readonly text: string;
  /** Where a piece of `text` (from `start` up to, not with, `end`) stands in the original, in UTF-16 units. */
  span(start: number, end: number): { start: number; end: number };
}

/** Zero-width and direction marks, soft hyphens, byte order marks: nobody sees them, and pasting brings them along. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
const BLANK = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const HYPHEN = /[\u2010\u2011\u2212\ufe63]/;

/**
 * Folds full-width figures, letters and punctuation to narrow ones and takes out what nobody sees, so that one set of
 * patterns reads a back office, a chat and a PDF alike. Other look-alikes (①, ², Ⅷ) are no figures of a number and stay.
 */
export function foldText(original: string): FoldedText {
  const folded: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < original.length; place += 1) {
    const unit = original.charAt(place);
    if (INVISIBLE.test(unit)) continue;
    folded.push(narrow(unit));
    places.push(place);
  }
  return {
    text: folded.join(''),
    span: (start, end) => ({
      start: places[start] ?? original.length,
      end: end > start ? (places[end - 1] ?? original.length - 1) + 1 : (places[start] ?? original.length),
    }),
  };
}

function narrow(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (BLANK.test(unit)) return ' ';
  return HYPHEN.test(unit) ? '-' : unit;
}
