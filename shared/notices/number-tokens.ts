/** A piece of a folded text that could be a number; places are those of the folded text. */
export interface NumberToken {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /**
   * `damaged`: masked or rounded, its digits cannot be known · `amount`: it has decimals · `address`: part of a mail
   * address.
   */
  readonly form: 'plain' | 'damaged' | 'amount' | 'address';
}

/** Letters, digits and inner hyphens; stars mask; a point or comma binds only within a rounded number. */
const PIECE =
  /\d+(?:[.,]\d+)?E\+\d+(?![0-9A-Za-z])|\d+[.,]\d+E\d+(?![0-9A-Za-z])|[0-9A-Za-z*]+(?:-[0-9A-Za-z*]+)*/gi;
const ROUNDED = /^\d+(?:[.,]\d+)?E\+?\d+$/i;
/** Letters that mask too: 1234xxxx5678. */
const MASKED_BY_LETTERS = /\dx{3,}(?:\d|$)/i;
/** An English label that a copy glued to its number. */
const GLUED_LABEL = /^(?:orders?(?:-?(?:id|no|number))?|id|no)-?(?=\d)/i;

/**
 * Cuts a folded text into pieces that could be numbers; each holds at least one digit.
 *
 * @param fits whether a value is a whole order number: two numbers with a hyphen between them, and a label without a
 *   blank behind it, are told from a number with hyphens or letters by it.
 */
export function numberTokens(text: string, fits: (value: string) => boolean): NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [piece] = match;
    if (!/\d/.test(piece)) continue;
    const start = match.index;
    const rounded = ROUNDED.test(piece) && /[.,+]/.test(piece);
    if (rounded) found.push({ value: piece, start, end: start + piece.length, form: 'damaged' });
    else found.push(...parts(text, piece, start, fits));
  }
  return found;
}

function parts(text: string, piece: string, start: number, fits: (value: string) => boolean): NumberToken[] {
  const token = (value: string, at: number): NumberToken => ({
    value,
    start: at,
    end: at + value.length,
    form: formOf(text, value, at),
  });
  // Stars around a number are decoration (*8012…*), and one star may count pieces (8012…*2); more of them hide digits.
  const { lead, core, trail } = withoutStars(piece);
  const isSplit = !piece.includes('**') && core.split('*').some(fits);
  const isDecorated = !core.includes('*') && lead.length <= 2 && (trail === '' || trail === lead);
  if (isSplit && core.includes('*')) return piecesOf(core, start + lead.length, '*', token);
  if ((!isSplit && !isDecorated) || MASKED_BY_LETTERS.test(core)) {
    return [{ value: piece, start, end: start + piece.length, form: 'damaged' }];
  }
  const at = start + lead.length;
  const label = GLUED_LABEL.exec(core)?.[0] ?? '';
  const rest = core.slice(label.length);
  if (label !== '' && fits(rest) && (/^order/i.test(label) || !fits(core)))
    return [token(rest, at + label.length)];
  if (!core.includes('-') || fits(core)) return [token(core, at)];
  const pieces = piecesOf(core, at, '-', token);
  return pieces.some((each) => fits(each.value)) ? pieces : [token(core, at)];
}

/** Takes the stars off both ends. By hand: a pasted line of stars would keep an expression busy. */
function withoutStars(piece: string): { lead: string; core: string; trail: string } {
  let from = 0;
  let to = piece.length;
  while (piece.charAt(from) === '*') from += 1;
  while (to > from && piece.charAt(to - 1) === '*') to -= 1;
  return { lead: piece.slice(0, from), core: piece.slice(from, to), trail: piece.slice(to) };
}

/** The pieces between separators that hold a digit. */
function piecesOf(
  core: string,
  start: number,
  separator: string,
  token: (value: string, at: number) => NumberToken,
): NumberToken[] {
  const found: NumberToken[] = [];
  let at = start;
  for (const piece of core.split(separator)) {
    if (/\d/.test(piece)) found.push(token(piece, at));
    at += piece.length + separator.length;
  }
  return found;
}

function formOf(text: string, value: string, start: number): NumberToken['form'] {
  const end = start + value.length;
  if (text.charAt(end) === '@' || text.charAt(start - 1) === '@') return 'address';
  const after = text.slice(end, end + 4);
  // `.0` behind an order number is what a spreadsheet adds, not decimals.
  if (/^\.\d{1,2}(?!\d)/.test(after) && !/^\.0(?!\d)/.test(after)) return 'amount';
  const before = text.slice(Math.max(0, start - 8), start);
  if (/[¥￥$€£] ?$/.test(before)) return 'amount';
  // 1234.5678 is a figure; in "2.8012…" the first is a number of a list.
  return /\d\.$/.test(before) && !/(?:^|[^\d.,])\d{1,3}\.$/.test(before) ? 'amount' : 'plain';
}

/** Whether two numbers have the same shape, figures and letters apart: in a list they are of one kind. */
export function alikeInShape(one: string, other: string): boolean {
  const shape = (value: string): string => value.replace(/\d/g, '0').replace(/[a-z]/gi, 'A');
  return shape(one) === shape(other);
}
