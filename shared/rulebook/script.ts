import type { Bilingual } from './format/index.ts';

/** What a script's blanks are filled with; the case's own words, or words that say that it is not known. */
export type ScriptBlanks = Readonly<Record<'orders' | 'rule' | 'until' | 'new', Bilingual>>;

/** The blanks of a script, which a case fills. */
const BLANK = /\{(orders|rule|until|new)\}/g;

/** What is left out of a script: nothing · asking until when, where it is known · all of until when, where nothing is left to file. */
export type UntilLeftOut = 'nothing' | 'asking' | 'all';

/** The sentence that asks or says until when. It stands by itself, with no other blank: packs are checked for that. */
const SENTENCE_OF_UNTIL = /(?<=^|[。？！.?!])[^。？！.?!{}]*\{until\}[^。？！.?!{}]*[。？！.?!]/g;

/** A script with its blanks filled. What is filled in is not read: a platform's words may hold braces. */
export function fillScript(
  script: Bilingual,
  blanks: ScriptBlanks,
  leftOut: UntilLeftOut = 'nothing',
): Bilingual {
  const fill = (language: 'zh' | 'en'): string =>
    withoutUntil(script[language], leftOut).replace(
      BLANK,
      (_whole, name: keyof ScriptBlanks) => blanks[name][language],
    );
  return { zh: fill('zh'), en: fill('en') };
}

/** A script's text, its blanks unfilled, without the sentence that asks, or says, until when. */
export function withoutUntil(text: string, leftOut: UntilLeftOut): string {
  if (leftOut === 'nothing') return text;
  return text
    .replace(SENTENCE_OF_UNTIL, (sentence) => (leftOut === 'all' || /[？?]$/.test(sentence) ? '' : sentence))
    .trimStart();
}

/** A script's text without its blanks. */
export function withoutScriptBlanks(text: string): string {
  return text.replace(BLANK, '');
}
