import { AppError } from '../../../shared/kernel/index.ts';

/** Size of a page in points. */
export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

const GROUP = new Set(['transform', 'fill']);
const SHAPE = new Set(['d', 'fill', 'fill-rule', 'stroke', 'stroke-width', 'stroke-miterlimit', 'transform']);
/** What the renderer adds for a page that one can click and select in: left out with all it holds. */
const LEFT_OUT = new Set(['foreignObject', 'a', 'style', 'script']);

/** A tag, or a `<` that begins none. */
const TAG = /<(?:(\/?)([a-zA-Z][\w:]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>)?/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** No address, no escaped character, nothing that could end an attribute. */
const PLAIN = /^(?!\s*url)[#\w\s().,+-]*$/i;

interface Page {
  readonly parts: string[];
  /** Names of the letters used on the page, by their outline. */
  readonly letters: Map<string, string>;
}

/**
 * Takes the renderer's drawing of a whole document apart into one file a page, made only of shapes that are known here.
 *
 * @param drawing one SVG: outlines of all letters, then the pages below each other, each a group of its own.
 * @param sizes of the pages, in order.
 * @returns a complete SVG document a page: no scripts, styles, links, text or references to anything outside it.
 * @throws AppError INTERNAL if the drawing holds anything that is not known, or not as many pages as sizes.
 */
export function svgPages(drawing: string, sizes: readonly PageSize[]): string[] {
  const outlines = new Map<string, string>();
  const pages: Page[] = [];
  /** Names of the elements that are open. */
  const open: string[] = [];
  /** For every open group inside the page: where in its parts it begins. */
  const groups: number[] = [];
  let page: Page | null = null;

  const tags = new RegExp(TAG);
  for (let tag = tags.exec(drawing); tag !== null; tag = tags.exec(drawing)) {
    const [, slash = '', name = '', text = '', closed = ''] = tag;
    if (slash !== '') {
      if (open.pop() !== name) throw refusal(`</${name}>`);
      if (open.length === 1) page = null;
      else if (page !== null && name === 'g') closeGroup(page.parts, groups.pop() ?? 0);
      continue;
    }
    if (LEFT_OUT.has(name)) {
      if (closed === '') tags.lastIndex = endOf(drawing, name, tags.lastIndex);
      continue;
    }
    if (closed === '') open.push(name);
    if (name === 'g' && closed === '') {
      if (page !== null) groups.push(page.parts.push(`<g${attributes(text, GROUP)}>`) - 1);
      else if (open.length === 2) pages.push((page = { parts: [], letters: new Map() }));
      else throw refusal('a group outside a page');
    } else if (name === 'path') {
      if (page !== null) page.parts.push(`<path${attributes(text, SHAPE)}/>`);
      else outlines.set(attribute(text, 'id'), plain('d', attribute(text, 'd')));
    } else if (name === 'use' && page !== null) {
      page.parts.push(letter(text, outlines, page.letters));
    } else if ((name !== 'svg' && name !== 'defs') || page !== null) {
      throw refusal(drawing.slice(tag.index, tag.index + 40));
    }
  }
  if (open.length > 0 || pages.length !== sizes.length) throw refusal(`${pages.length} pages`);
  return sizes.map((size, index) => wrap(pages[index] as Page, size));
}

function refusal(what: string): AppError {
  return new AppError('INTERNAL', { part: 'typeset', message: `the page drawing holds ${what}` });
}

function endOf(drawing: string, name: string, from: number): number {
  const end = drawing.indexOf(`</${name}>`, from);
  if (end < 0) throw refusal(`<${name}>`);
  return end + name.length + 3;
}

/** A group that holds nothing is taken out again. */
function closeGroup(parts: string[], start: number): void {
  if (start === parts.length - 1) parts.pop();
  else parts.push('</g>');
}

function plain(key: string, value: string): string {
  if (!PLAIN.test(value)) throw refusal(`${key}="${value.slice(0, 40)}"`);
  return value;
}

function attribute(text: string, name: string): string {
  const start = text.indexOf(` ${name}="`) + name.length + 3;
  return start < name.length + 3 ? '' : text.slice(start, text.indexOf('"', start));
}

function attributes(text: string, kept: ReadonlySet<string>): string {
  let written = '';
  for (const [, key = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (kept.has(key)) written += ` ${key}="${plain(key, value)}"`;
  }
  return written;
}

/** A letter in its place; nothing for a space, which has no outline. */
function letter(text: string, outlines: ReadonlyMap<string, string>, letters: Map<string, string>): string {
  const href = attribute(text, 'href');
  if (!href.startsWith('#')) throw refusal(`href="${href.slice(0, 40)}"`);
  const outline = outlines.get(href.slice(1));
  if (outline === undefined) return '';
  let name = letters.get(outline);
  if (name === undefined) letters.set(outline, (name = `g${letters.size}`));
  const [x, y] = [plain('x', attribute(text, 'x')), plain('y', attribute(text, 'y'))];
  return `<use x="${x}" y="${y}" href="#${name}"/>`;
}

function wrap({ parts, letters }: Page, { widthPt, heightPt }: PageSize): string {
  const [width, height] = [widthPt, heightPt].map((side) => String(Math.round(side * 1000) / 1000));
  const outlines = Array.from(letters, ([outline, name]) => `<path id="${name}" d="${outline}"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" ` +
    `viewBox="0 0 ${width} ${height}"><defs>${outlines.join('')}</defs>` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>\n`
  );
}
