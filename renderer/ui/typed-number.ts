/** What a typed number may be. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** Whether parts of one may be written too; whole numbers only where it is left out. */
  readonly parts?: boolean;
}

const WHOLE = /^-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/;
const PARTS = /^-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?$/;

/**
 * Reads what was typed as a number. Nothing in it is passed over, rounded or drawn to a bound: `1e3` is not 13, and what
 * is out of bounds is not the bound.
 *
 * @returns null where nothing was typed, undefined where it is no such number.
 */
export function readNumber(
  typed: string,
  { min, max, parts = false }: NumberBounds,
): number | null | undefined {
  const text = typed.normalize('NFKC').replaceAll('−', '-').trim();
  if (text === '') return null;
  if (!(parts ? PARTS : WHOLE).test(text)) return undefined;
  const number = Number(text.replaceAll(',', ''));
  return number >= min && number <= max ? number : undefined;
}

/** The next number by a press of an arrow key: within bounds, whatever stood there before. */
export function steppedNumber(now: number | null, by: number, { min, max }: NumberBounds): number {
  const next = now === null ? Math.max(min, Math.min(0, max)) : now + by;
  return Math.min(max, Math.max(min, next));
}
