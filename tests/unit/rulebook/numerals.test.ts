import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseFigures } from '../../../shared/rulebook/check/loose-figures.ts';
import { NUMERAL, readNumeral } from '../../../shared/rulebook/check/numerals.ts';
import { compileShipped } from './shipped-packs.ts';

const DIGITS = '零一二三四五六七八九';
/** As it is said: 七十二, 一百零五, 一千零三十. */
function chinese(number: number): string {
  let said = '';
  let leftOut = false;
  for (const [scale, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / scale) % 10;
    if (digit === 0) leftOut = said !== '';
    else {
      const alone = scale === 10 && digit === 1 && said === '';
      said += `${leftOut ? '零' : ''}${alone ? '' : (DIGITS[digit] ?? '')}${word}`;
      leftOut = false;
    }
  }
  return said;
}

const ONES =
  ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
function english(number: number): string {
  if (number >= 1000) {
    const rest = number % 1000;
    return `${english(Math.floor(number / 1000))} thousand${rest === 0 ? '' : ` ${english(rest)}`}`;
  }
  if (number >= 100) {
    const rest = number % 100;
    return `${ONES[Math.floor(number / 100)] ?? ''} hundred${rest === 0 ? '' : ` and ${english(rest)}`}`;
  }
  if (number < 20) return ONES[number] ?? '';
  const one = number % 10;
  return `${TENS[Math.floor(number / 10)] ?? ''}${one === 0 ? '' : `-${ONES[one] ?? ''}`}`;
}

const found = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(NUMERAL, 'gi'))].map(([words]) => words);

describe('a number in words', () => {
  it('is read as it is said, in both languages, and found whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        for (const words of [chinese(number), english(number)]) {
          expect(readNumeral(words), words).toBe(number);
          expect(found(`在${words}小时内 / within ${words} hours`), words).toEqual([words, words]);
        }
      }),
    );
  });

  it.each(['千牛', '百分', '第十二条', '几十天', '十几天', '十多天', 'someone', 'tone', 'a day'])(
    'is not seen in %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('is none where its figures are told one by one', () => {
    expect(readNumeral('二〇二六')).toBeNaN();
    expect(readNumeral('七二')).toBeNaN();
  });
});

describe('a figure that a rule gives is found in words', () => {
  const rules = compileShipped().rulebook.data.platforms.flatMap(({ caseTypes }) =>
    caseTypes.flatMap((caseType) => caseType.rules),
  );
  const rule = (hours: number) => {
    const like = rules.find(({ id }) => id === 'TB-01');
    if (like === undefined) throw new Error('no such rule');
    const [reading] = like.readings;
    if (reading === undefined) throw new Error('a rule without a reading');
    const value = {
      ...{ kind: 'duration', unit: 'h', min: null, max: hours, approximate: false, window: null },
    } as unknown as typeof reading.value;
    return { ...like, readings: [{ ...reading, value }] };
  };
  it.each([
    '请在七十二小时内提交',
    '请在七十二个小时内提交',
    '四十八至七十二小时',
    '二十四或七十二小时',
    'within seventy-two hours',
    'within seventy two hours',
    'a seventy-two-hour window',
    '72 小时',
  ])('%s', (text) => {
    const [hit] = looseFigures(text, [rule(72)]);
    expect(hit?.ruleId).toBe('TB-01');
  });

  it.each(['七十二天', '二十七十二', '一百七十二小时', 'one hundred and seventy-two hours', '第七十二小时'])(
    'and not in %s',
    (text) => {
      expect(looseFigures(text, [rule(72)])).toEqual([]);
    },
  );
});
