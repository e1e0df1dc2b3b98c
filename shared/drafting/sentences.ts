import type { StatementSection } from './schema.ts';

type Paragraph = StatementSection['paragraphs'][number];
type Sentence = Paragraph['sentences'][number];

/** Where a sentence lies in a paragraph's text: from `start` up to, not with, `end`, both in UTF-16 units. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/** What an editor's paragraph is made of: runs of text, and marks that cite a fact for the sentence before them. */
export type Inline =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'citation'; readonly factId: string };

/** One block of the editor's document, top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] };

/** A limit of the stored model that a statement passes; its words are i18n's. */
export interface StatementExcess {
  readonly limit: 'sections' | 'paragraphs' | 'heading';
  readonly found: number;
  readonly allowed: number;
  /** The heading it is about, cut to a readable length. */
  readonly place: string;
}

const LIMITS = {
  sections: 40,
  paragraphs: 200,
  heading: 200,
  sentences: 200,
  sentence: 4000,
  citations: 50,
} as const;

const WIDE_ENDS = '。！？；…';
const NARROW_ENDS = '.!?';
const CLOSERS = '"\'”’」』）)】]》〉';
/** A full stop after these words never ends a sentence. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'vs', 'e.g', 'i.e', 'cf', 'approx']);
/** After these it does not, where a number follows: "No. 8012". */
const BEFORE_NUMBERS = new Set([
  'no',
  'nos',
  'fig',
  'figs',
  'p',
  'pp',
  'vol',
  'ref',
  'art',
  'order',
  'inv',
  'ex',
]);

/**
 * Finds the sentences of a paragraph.
 *
 * The ranges lie end to end and cover the whole text; blanks after a sentence belong to it. Chinese ends (。！？；…) end
 * a sentence wherever they stand; a narrow full stop, question or exclamation mark only before a blank, a Chinese
 * character or the end, and not in a decimal, an address, an initial, "No. 12", "e.g." or a list's number.
 */
export function splitSentences(text: string): readonly SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let start = 0;
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    if (!isEnd(character)) {
      index += 1;
      continue;
    }
    const after = endOfRun(text, index);
    if (endsHere(text, start, index, after)) {
      index = skipBlanks(text, after);
      ranges.push({ start, end: index });
      start = index;
    } else {
      index = after;
    }
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges.flatMap((range) => cutLong(text, range));
}

/** Past the end marks and closing quotes at `index`, and past further end marks after blanks. */
function endOfRun(text: string, index: number): number {
  let after = index;
  for (;;) {
    while (after < text.length && isEnd(text.charAt(after))) after += 1;
    while (after < text.length && CLOSERS.includes(text.charAt(after))) after += 1;
    const next = skipBlanks(text, after);
    if (next >= text.length || !isEnd(text.charAt(next))) return after;
    after = next;
  }
}

function endsHere(text: string, start: number, index: number, after: number): boolean {
  const run = text.slice(index, after);
  if ([...run].some((character) => WIDE_ENDS.includes(character))) return true;
  const next = text.charAt(skipBlanks(text, after));
  const apart =
    next === '' || after < skipBlanks(text, after) || isWide(next) || isWide(run.charAt(run.length - 1));
  if (!apart) return false;
  if (run.includes('!') || run.includes('?')) return true;
  if (/^\s*\d+$/.test(text.slice(start, index))) return false;
  if (/\p{Ll}/u.test(next)) return false;
  const word = (/[A-Za-z.]+$/.exec(text.slice(Math.max(start, index - 12), index))?.[0] ?? '').toLowerCase();
  if (TITLES.has(word)) return false;
  if (BEFORE_NUMBERS.has(word) && /\d/.test(next)) return false;
  return next === '' || !/^[a-hj-z]$/.test(word);
}

/** A sentence longer than the stored model holds is kept whole in its words and cut between characters. */
function cutLong(text: string, range: SentenceRange): SentenceRange[] {
  const pieces: SentenceRange[] = [];
  let { start } = range;
  while (range.end - start > LIMITS.sentence) {
    const splitsPair = /[\ud800-\udbff]/.test(text.charAt(start + LIMITS.sentence - 1));
    const end = start + LIMITS.sentence - (splitsPair ? 1 : 0);
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: range.end });
  return pieces;
}

/**
 * Reads an editor's paragraph as sentences with the facts they stand on.
 *
 * A mark belongs to the sentence that holds the character before it; one at the very front belongs to the first. Blanks
 * around a sentence and line ends are not kept; the same fact is cited once a sentence.
 */
export function sentencesOf(inlines: readonly Inline[]): Sentence[] {
  const text = plainText(inlines);
  const marks = marksOf(inlines);
  const sentences = splitSentences(text).map(({ start, end }): Sentence => {
    const own = marks.filter((mark) => mark.offset <= end && (mark.offset > start || start === 0));
    return { text: text.slice(start, end).trim(), factIds: firstOfEach(own) };
  });
  if (sentences.length === 0 && marks.length > 0) return [{ text: '', factIds: firstOfEach(marks) }];
  return sentences.filter((sentence) => sentence.text !== '' || sentence.factIds.length > 0);
}

/** The sentences of a paragraph that have words but cite nothing, as ranges of `plainText`. */
export function uncitedRanges(inlines: readonly Inline[]): readonly SentenceRange[] {
  const text = plainText(inlines);
  const marks = marksOf(inlines);
  return splitSentences(text)
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .filter(
      ({ start, end }) => !marks.some((mark) => mark.offset <= end && (mark.offset > start || start === 0)),
    )
    .map(({ start, end }) => ({ start, end: start + text.slice(start, end).trimEnd().length }));
}

/** Lays stored sentences out as an editor's paragraph: each one's marks stand right behind its last character. */
export function inlinesOf(sentences: readonly Sentence[]): Inline[] {
  const inlines: Inline[] = [];
  let before = '';
  const write = (text: string) => {
    const last = inlines.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') inlines[inlines.length - 1] = { kind: 'text', text: last.text + text };
    else inlines.push({ kind: 'text', text });
  };
  for (const sentence of sentences) {
    const text = sentence.text.trim();
    write(needsBlank(before, text) ? ` ${text}` : text);
    for (const factId of sentence.factIds) inlines.push({ kind: 'citation', factId });
    if (text !== '') before = text;
  }
  return inlines;
}

/** Lays the stored statement out as blocks: a heading and paragraphs for each section, none for a heading left empty in front. */
export function blocksOf(sections: readonly StatementSection[]): Block[] {
  return sections.flatMap((section, index): Block[] => [
    ...(index === 0 && section.heading === '' ? [] : [{ kind: 'heading' as const, text: section.heading }]),
    ...section.paragraphs.map((paragraph) => ({
      kind: 'paragraph' as const,
      inlines: inlinesOf(paragraph.sentences),
    })),
  ]);
}

/** Reads the editor's blocks as the stored statement. What stands before the first heading is a section without one. */
export function sectionsOf(blocks: readonly Block[]): StatementSection[] {
  const sections: { heading: string; paragraphs: Paragraph[] }[] = [{ heading: '', paragraphs: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: oneLine(block.text), paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(...paragraphsOf(block.inlines));
  }
  const first = sections.findIndex(
    (section) => section.heading !== '' || section.paragraphs.some((each) => each.sentences.length > 0),
  );
  return first < 0 ? [] : sections.slice(first);
}

/** What stops these sections from being saved; empty when they fit. Nothing is ever cut off to make them fit. */
export function excessOf(sections: readonly StatementSection[]): readonly StatementExcess[] {
  const found: StatementExcess[] = [];
  const add = (limit: StatementExcess['limit'], count: number, place: string) => {
    if (count > LIMITS[limit])
      found.push({ limit, found: count, allowed: LIMITS[limit], place: place.slice(0, 40) });
  };
  add('sections', sections.length, '');
  for (const section of sections) {
    add('heading', section.heading.length, section.heading);
    add('paragraphs', section.paragraphs.length, section.heading);
  }
  return found;
}

/** The words of a paragraph without its marks, in one line. */
function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' ? inline.text.replaceAll(/[\r\n]/g, ' ') : ''))
    .join('');
}

/** More sentences than a stored paragraph holds go on in another one. */
function paragraphsOf(inlines: readonly Inline[]): Paragraph[] {
  const sentences = sentencesOf(inlines);
  const paragraphs: Paragraph[] = [{ sentences: sentences.slice(0, LIMITS.sentences) }];
  for (let at = LIMITS.sentences; at < sentences.length; at += LIMITS.sentences) {
    paragraphs.push({ sentences: sentences.slice(at, at + LIMITS.sentences) });
  }
  return paragraphs;
}

function marksOf(inlines: readonly Inline[]): { factId: string; offset: number }[] {
  let offset = 0;
  return inlines.flatMap((inline) => {
    if (inline.kind === 'citation') return [{ factId: inline.factId, offset }];
    offset += inline.text.length;
    return [];
  });
}

function firstOfEach(marks: readonly { readonly factId: string }[]): string[] {
  return [...new Set(marks.map((mark) => mark.factId))].slice(0, LIMITS.citations);
}

/** Chinese runs on without a blank; Latin does not, and neither does a quote that could be read as closing. */
function needsBlank(before: string, next: string): boolean {
  const first = next.charAt(0);
  if (before === '' || first === '') return false;
  if (CLOSERS.includes(first)) return true;
  return !isWide(before.charAt(before.length - 1)) && !isWide(first);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ').trim();
}

function isEnd(character: string): boolean {
  return WIDE_ENDS.includes(character) || NARROW_ENDS.includes(character);
}

function isWide(character: string): boolean {
  return /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef…]/.test(character);
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && /\s/.test(text.charAt(index))) index += 1;
  return index;
}
