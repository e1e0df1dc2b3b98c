/** Which figure of a rule a blank asks for, where it has several or is wanted without its unit. */
export const figureParts = [
  'min',
  'max',
  'number',
  'supplements',
  'characters',
  'files',
  'pages',
  'points',
  'money',
] as const;

/** `min`, `max`: one end of a span or a list of numbers · `number`: a span without its unit · the others by their names. */
export type FigurePart = (typeof figureParts)[number];

/** A blank of a pack's text that a rule fills: `{ID}`, `{ID max}`, `{ID reading}`. */
export interface Blank {
  readonly text: string;
  readonly ruleId: string;
  /** The reading whose figure it is whatever acts, where a text tells of a certain one; null: the one that acts. */
  readonly reading: string | null;
  readonly part: FigurePart | null;
}

/** What is left of a text without its blanks. */
export function withoutBlanks(text: string): string {
  return fillBlanks(text, () => '');
}

/** What a blank looks like: a rule's id in braces. The blanks of a script (`{orders}`) are written small. */
const BLANK = /\{([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)?)((?: [^{}\s]+)*)\}/g;

/** The blanks of a text, in their order. */
export function blanksOf(text: string): Blank[] {
  return [...text.matchAll(BLANK)].map((match) => blankOf(match[0], match[1] ?? '', match[2] ?? ''));
}

/** A text with each of its blanks filled. */
export function fillBlanks(
  text: string,
  words: (blank: Blank, before: string, after: string) => string,
): string {
  return text.replace(BLANK, (whole: string, ruleId: string, rest: string, at: number) =>
    words(blankOf(whole, ruleId, rest), text.slice(0, at), text.slice(at + whole.length)),
  );
}

function blankOf(text: string, ruleId: string, rest: string): Blank {
  const words = rest.split(' ').filter((word) => word !== '');
  const last = figureParts.find((part) => part === words.at(-1)) ?? null;
  const reading = last === null ? words : words.slice(0, -1);
  return { text, ruleId, reading: reading.length === 0 ? null : reading.join(' '), part: last };
}
