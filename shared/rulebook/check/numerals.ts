const CHINESE_DIGITS = '一二两三四五六七八九';
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'];
const LATE_TEENS = ['eighteen', 'nineteen'];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...'零〇一二三四五六七八九'].map((digit, place): [string, number] => [digit, Math.max(0, place - 1)]),
  ['两', 2],
  ['a', 1],
  ...ONES.map((word, place): [string, number] => [word, place + 1]),
  ...[...TEENS, ...LATE_TEENS].map((word, place): [string, number] => [word, place + 10]),
  ...TENS.map((word, place): [string, number] => [word, (place + 2) * 10]),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['hundred', 100],
  ['thousand', 1000],
]);

const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const TO_99 = `(?:${oneOf(TENS)}(?:[- ]${oneOf(ONES)})?|${oneOf([...TEENS, ...LATE_TEENS])}|${oneOf(ONES)})`;
const TO_999 = `(?:${oneOf(['a', ...ONES])}[- ]hundred(?:(?: and)? ${TO_99})?|${TO_99})`;
const ENGLISH = `\\b(?:(?:a|${TO_999})[- ]thousand(?:(?: and)? ${TO_999})?|${TO_999})\\b`;
/** 三, 十五, 七十二, 一百零五: never a scale alone, as in 百分之, nor what is only about so many, as in 几十. */
const CHINESE = `(?<![零〇${CHINESE_DIGITS}十百千第几数])(?:[${CHINESE_DIGITS}][零〇${CHINESE_DIGITS}十百千]*|十[${CHINESE_DIGITS}]?)(?![零〇${CHINESE_DIGITS}十百千几多])`;

/** Source of a pattern for a number written in words, Chinese or English. */
export const NUMERAL = `(?:${CHINESE}|${ENGLISH})`;

/**
 * A number in words as a number: 七十二, 一百零五, seventy-two, one hundred and five.
 *
 * @returns NaN for figures told one by one, as in 二〇二六: they are names, such as of a year.
 */
export function readNumeral(words: string): number {
  const parts = /^[a-z]/i.test(words)
    ? words
        .toLowerCase()
        .split(/[- ]+/)
        .filter((word) => word !== 'and')
    : [...words];
  let [whole, below, digit] = [0, 0, 0];
  let digitsInARow = 0;
  for (const part of parts) {
    const scale = SCALES.get(part);
    if (scale === undefined) {
      const value = VALUES.get(part) ?? Number.NaN;
      // 零 only says that a scale is left out; English adds its tens and ones up: seventy, two.
      digitsInARow = value === 0 ? 0 : digitsInARow + 1;
      if (/[^a-z]/.test(part) && digitsInARow > 1) return Number.NaN;
      digit += value;
      continue;
    }
    digitsInARow = 0;
    if (scale === 1000) {
      whole += (below + digit || 1) * scale;
      below = 0;
    } else below += (digit || 1) * scale;
    digit = 0;
  }
  return whole + below + digit;
}
