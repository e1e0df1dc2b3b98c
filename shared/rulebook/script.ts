import type { Bilingual } from './format/index.ts';

/** What a script's blanks are filled with: the case's own words; null where nobody knows. */
export type ScriptBlanks = Readonly<Record<'orders' | 'new', Bilingual>> &
  Readonly<Record<'rule' | 'until', Bilingual | null>>;

/** The blanks of a script, which a case fills. */
const BLANK = /\{(orders|rule|until|new)\}/g;

/** What is left out of a script: nothing · asking until when, where it is known · all of until when, where nothing is left to file. */
export type UntilLeftOut = 'nothing' | 'asking' | 'all';

/** The sentence that asks or says until when. It stands by itself, with no other blank: packs are checked for that. */
const SENTENCE_OF_UNTIL = /(?<=^|[。？！.?!])[^。？！.?!{}]*\{until\}[^。？！.?!{}]*[。？！.?!]/g;

/** What a script says beside a question, in brackets, of what the seller knows already. */
const ASIDES = {
  rule: / ?[（(][^（）()]*\{rule\}[^（）()]*[）)]/g,
  until: / ?[（(][^（）()]*\{until\}[^（）()]*[）)]/g,
} as const;

/** What nobody knows and no bracket holds is left for the seller to fill in. */
const TO_FILL_IN: Bilingual = { zh: '……', en: '…' };

/**
 * A script with its blanks filled. Of what nobody knows a question says nothing, and a sentence that would tell it is left out.
 * What is filled in is not read: a platform's words may hold braces.
 */
export function fillScript(
  script: Bilingual,
  blanks: ScriptBlanks,
  leftOut: UntilLeftOut = 'nothing',
): Bilingual {
  const fill = (language: 'zh' | 'en'): string => {
    let text = withoutUntil(script[language], leftOut);
    if (blanks.rule === null) text = withoutAside(text, 'rule');
    if (blanks.until === null) text = withoutUntil(withoutAside(text, 'until'), 'all');
    return text.replace(BLANK, (_whole, name: keyof ScriptBlanks) => (blanks[name] ?? TO_FILL_IN)[language]);
  };
  return { zh: fill('zh'), en: fill('en') };
}

/** A script's text, its blanks unfilled, without the brackets that hold one of them. */
export function withoutAside(text: string, blank: keyof typeof ASIDES): string {
  return text.replace(ASIDES[blank], '');
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
