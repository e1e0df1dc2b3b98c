import { describe, expect, it } from 'vitest';
import { createTranslator, LANGUAGES, resources } from '../../../shared/i18n/index.ts';
import { ERROR_CODES } from '../../../shared/kernel/index.ts';
import { ACTS_NAMED } from './acts-named.ts';

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;
const english = resources.en as Table;
const chinese = resources['zh-CN'] as Table;

const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

const texts = (table: Table): [key: string, text: string][] =>
  Object.entries(table).flatMap(([feature, keys]) =>
    Object.entries(keys).map(([key, text]): [string, string] => [`${feature}:${key}`, text]),
  );

describe('a seller reads everything in the chosen language', () => {
  it('says in Chinese exactly what it says in English, nothing more and nothing less', () => {
    const wanted = texts(english)
      .map(([key]) => key)
      .filter((key) => !key.endsWith('_one'));
    expect(
      texts(chinese)
        .map(([key]) => key)
        .sort(),
    ).toEqual(wanted.sort());
  });

  it('fills the same blanks in both languages', () => {
    const byKey = new Map(texts(chinese));
    const different = texts(english).filter(([key, text]) => {
      const other = byKey.get(key.replace(/_one$/, '_other')) ?? '';
      // "1 order" need not spell out its count.
      const spoken = (each: string): string =>
        blanks(each)
          .filter((name) => !(key.endsWith('_one') && name === 'count'))
          .join();
      return spoken(text) !== spoken(other);
    });
    expect(different).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect([...texts(english), ...texts(chinese)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('writes Chinese in Chinese', () => {
    const latinOnly = texts(chinese).filter(
      ([key, text]) =>
        /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}/g, '')) &&
        !/\p{Script=Han}/u.test(text) &&
        !key.startsWith('app:'),
    );
    expect(latinOnly.map(([key]) => key)).toEqual([]);
  });

  it('writes an English apostrophe straight: the Chinese font draws a curly one as wide as a character', () => {
    expect(texts(english).filter(([, text]) => /[\u2018\u2019]/.test(text))).toEqual([]);
  });

  it('has both plural forms of every counted English text', () => {
    const keys = new Set(texts(english).map(([key]) => key));
    const halves = [...keys].filter(
      (key) =>
        (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
    );
    expect(halves).toEqual([]);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const t = createTranslator(language);

  it('has words for every error there is', () => {
    const silent = Object.keys(ERROR_CODES).filter((code) => t.find(`errors:${code}`) === null);
    expect(silent).toEqual([]);
  });

  it('leaves no bare blank where an error brings no details', () => {
    const raw = Object.keys(ERROR_CODES).filter((code) => (t.find(`errors:${code}`) ?? '').includes('{{'));
    expect(raw).toEqual([]);
  });

  it('has a name for every act of the contract that the activity log can show', () => {
    expect(ACTS_NAMED.filter((act) => t.find(`acts:${act}`) === null)).toEqual([]);
  });
});

describe('the translator', () => {
  it('counts in English with one and many, and in Chinese with one form', () => {
    expect(createTranslator('en')('orders:selected', { count: 1 })).toBe('1 order ticked');
    expect(createTranslator('en')('orders:selected', { count: 3 })).toBe('3 orders ticked');
    expect(createTranslator('zh-CN')('orders:selected', { count: 1 })).toBe('已勾选 1 笔');
  });

  it('shows what a seller typed as it is, never as markup', () => {
    expect(createTranslator('en')('app:undone', { act: '<b>&' })).toBe('Taken back: <b>&');
  });

  it('joins a list the way the language does', () => {
    expect(createTranslator('zh-CN').find('errors:MISSING_GLYPH', { character: ['𠀀', '𠀁'] })).toContain(
      '𠀀、𠀁',
    );
  });

  it('answers null for a key that nobody wrote', () => {
    expect(createTranslator('en').find('errors:NO_SUCH_CODE')).toBeNull();
  });

  it('reads the side of a rule text that the seller reads', () => {
    const text = { zh: '恶意', en: 'bad faith' };
    expect([createTranslator('zh-CN').pick(text), createTranslator('en').pick(text)]).toEqual([
      '恶意',
      'bad faith',
    ]);
  });
});
