/** What spreadsheets and shop systems wrap a number in so that it stays text: `="…"`, a leading apostrophe or tab. */
const WRAPPED = /^=?"(.*)"$/;
/** Nobody sees them, and a page or a chat leaves them in what is copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\ufeff]/gu;
/** The dashes that word processors put in the place of the one that is typed. */
const DASHES = /[\u2010-\u2015\u2212]/gu;
/** What stands before a number to say what it is, white space left out: 违规编号：, Case ID:, No. */
const LABEL = /^(?:[^\d:]*\p{Script=Han}[^\d:]*:|\p{Script=Han}*号|[a-z.]*(?:id|no\.?|number):|no\.(?=\d))/iu;
/** A word that stands apart from the number it belongs to: Line 1, Case #501, Claim No. 7. */
const WORD =
  /^(?:order|item|line|case|claim|dispute|ticket|violation|appeal|return)(?:\s*(?:id|no\.?|number))?(?:\s*[:#]\s*|\s+)(?=[\p{L}\p{N}])/iu;
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A platform's number as text: full-width characters made narrow, wrapping and what nobody sees taken off. */
export function bareNumber(written: string): string {
  const text = written.normalize('NFKC').replace(INVISIBLE, '').trim();
  const unmarked = text.replace(/^['`]/, '').trim();
  return (WRAPPED.exec(unmarked)?.[1] ?? unmarked).trim();
}

/**
 * A platform's number as two of them are compared, however each was typed: white space, letter case, the label or `#` before
 * it and punctuation around it make no other number of it. Never shown. Empty where nothing of a number is left.
 */
export function numberKey(written: string): string {
  return bareNumber(written.replaceAll('№', '#'))
    .replace(DASHES, '-')
    .replace(AROUND, '')
    .replace(WORD, '')
    .replace(/\s/gu, '')
    .replace(AROUND, '')
    .replace(LABEL, '')
    .replace(AROUND, '')
    .toLowerCase();
}
