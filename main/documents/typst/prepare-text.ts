import { AppError } from '../../../shared/kernel/index.ts';
import type { FontCoverage } from './font-coverage.ts';

/** Drawn by nothing and meaning nothing on paper: joiners, direction marks, variation selectors, soft hyphens. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e01ef}]/gu;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff]/gu;
/** Longer runs without a place to break would leave the page. */
const LONG_RUN = /[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}\u200b]{30,}/gu;
const STEP = 12;
const BREAK_HERE = '\u200b';

/** Copies of original files: what the font lacks is shown as a code there, because nobody may rewrite an original. */
const COPIED_FIELDS = new Set(['fileName', 'lines']);
/** Not printed: paths inside the job, hashes that are checked elsewhere. */
const UNPRINTED_FIELDS = new Set(['path', 'kind', 'reason', 'language', 'sha256']);

/**
 * Makes every text of a job's data ready for the page.
 *
 * Line ends become `\n`, tabs spaces; marks that draw nothing are taken out of the set copy, so that no direction mark
 * can make a sentence read otherwise than it is stored; long runs get places to break. A character that no font has
 * stops the job in text a person wrote, and becomes a code like `[U+1F600]` in copies of files.
 *
 * @throws AppError MISSING_GLYPH with `character`, `codepoint` (`U+1F600`) and `field` (a path into the data).
 */
export function prepareTexts(data: unknown, coverage: FontCoverage): unknown {
  return prepare(data, '', false, coverage);
}

function prepare(value: unknown, field: string, copied: boolean, coverage: FontCoverage): unknown {
  if (typeof value === 'string') return prepareText(value, field, copied, coverage);
  if (Array.isArray(value)) {
    return value.map((item, index) => prepare(item, `${field}[${index}]`, copied, coverage));
  }
  if (value === null || typeof value !== 'object') return value;
  // Where nobody wrote a description, the file's own name stands for it: still a copy.
  const fileName = 'fileName' in value ? value.fileName : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (UNPRINTED_FIELDS.has(name)) return [name, member];
      const path = field === '' ? name : `${field}.${name}`;
      const isCopy = copied || COPIED_FIELDS.has(name) || (name === 'description' && member === fileName);
      return [name, prepare(member, path, isCopy, coverage)];
    }),
  );
}

function prepareText(text: string, field: string, copied: boolean, coverage: FontCoverage): string {
  const plain = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(INVISIBLE, '')
    .replaceAll(CONTROL, '\ufffd');
  let drawn = '';
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || coverage.has(codePoint)) drawn += character;
    else if (copied) drawn += `[${codeOf(codePoint)}]`;
    else throw new AppError('MISSING_GLYPH', { character, codepoint: codeOf(codePoint), field });
  }
  return drawn.replace(LONG_RUN, breakable);
}

function codeOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function breakable(run: string): string {
  const characters = Array.from(run);
  let broken = '';
  for (let start = 0; start < characters.length; start += STEP) {
    broken += (start === 0 ? '' : BREAK_HERE) + characters.slice(start, start + STEP).join('');
  }
  return broken;
}
