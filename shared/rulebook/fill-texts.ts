import { createTranslator, type Translator } from '../i18n/index.ts';
import { actingReading } from './acting.ts';
import { blanksOf, fillBlanks, type Blank } from './blanks.ts';
import { figureKind, figureWords, type FigureKind } from './figure-words.ts';
import type { Bilingual } from './format/index.ts';
import type { CasePins, Rule } from './types.ts';

/** What a text says where a rule gives no figure for the case, or is not in force for it. */
const WITHOUT = {
  span: 'rulebook:noSpan',
  share: 'rulebook:noShare',
  money: 'rulebook:noMoney',
  number: 'rulebook:noNumber',
} as const satisfies Readonly<Record<FigureKind, string>>;

let made: Readonly<Record<keyof Bilingual, Translator>> | undefined;

/** Made once, and only where a text has a blank. */
function translators(): Readonly<Record<keyof Bilingual, Translator>> {
  made ??= { zh: createTranslator('zh-CN'), en: createTranslator('en') };
  return made;
}

/**
 * Fills the blanks in texts of the packs with what the rules say for a case: one function for everything that is shown.
 *
 * @param pins of the case; null for the readings the packs chose.
 * @returns a function that gives back a part of a pack with its texts filled, the same one for the same part; what has no
 * blanks is given back itself.
 */
export function textFiller(
  rules: ReadonlyMap<string, Rule>,
  pins: CasePins | null,
): <Part>(part: Part) => Part {
  const words = new Map<string, string>();
  const done = new WeakMap<object, unknown>();
  const said = (blank: Blank, language: keyof Bilingual): string => {
    const key = `${language}${blank.text}`;
    const found = words.get(key) ?? say(rules.get(blank.ruleId), blank, pins, translators()[language]);
    words.set(key, found);
    return found;
  };
  const fill = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null || !hasBlanks(part)) return part;
    const made = done.get(part) ?? fillIn(part);
    done.set(part, made);
    return made;
  };
  const fillIn = (part: object): object => {
    if (Array.isArray(part)) return part.map(fill);
    if (isBilingual(part))
      return { ...part, zh: filled(part.zh, 'zh', said), en: filled(part.en, 'en', said) };
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, fill(each)]));
  };
  return <Part>(part: Part) => fill(part) as Part;
}

/** The figure a blank asks for; where the rule has none for the case, words that stand for it. */
function say(rule: Rule | undefined, { reading, part }: Blank, pins: CasePins | null, t: Translator): string {
  if (rule === undefined) return t('rulebook:noNumber');
  const acting =
    reading === null ? actingReading(rule, pins) : rule.readings.find(({ id }) => id === reading);
  const words = acting == null ? null : figureWords(acting.value, part, t);
  if (words !== null) return words;
  const kinds = rule.readings.flatMap(({ value }) => figureKind(value, part) ?? []);
  return t(WITHOUT[kinds[0] ?? 'number']);
}

/** Between Chinese characters stands no space, and a sentence begins with a capital letter. */
function filled(
  text: string,
  language: keyof Bilingual,
  said: (blank: Blank, language: keyof Bilingual) => string,
): string {
  const put = fillBlanks(text, (blank, before) => {
    const words = said(blank, language);
    if (language === 'zh') return words;
    if (/\bthe $/i.test(before)) return words.replace(/^the /, '');
    return /(^|[.:?!] )$/.test(before) ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
  });
  return language === 'zh' ? put.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '') : put;
}

/** Whether a part of a pack has a blank anywhere; a part is the same for every case, so it is looked through once. */
const withBlanks = new WeakMap<object, boolean>();

function hasBlanks(part: object): boolean {
  const known = withBlanks.get(part);
  if (known !== undefined) return known;
  const found = Object.values(part).some((each: unknown) =>
    typeof each === 'string'
      ? blanksOf(each).length > 0
      : typeof each === 'object' && each !== null && hasBlanks(each),
  );
  withBlanks.set(part, found);
  return found;
}

function isBilingual(part: object): part is Bilingual {
  return 'zh' in part && 'en' in part && typeof part.zh === 'string' && typeof part.en === 'string';
}
