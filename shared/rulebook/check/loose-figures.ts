import { NUMERAL, readNumeral } from './numerals.ts';
import type { PackRule, ReadingValue } from '../format/index.ts';

/**
 * What a figure counts. Hours are hours in whatever window they run, the two kinds of working days are one in words, and what a
 * count counts only its words tell.
 */
type Unit =
  | 'hours'
  | 'days'
  | 'working-days'
  | 'months'
  | 'years'
  | '%'
  | 'money'
  | 'points'
  | 'characters'
  | 'times'
  | 'pieces'
  | 'any';

interface Figure {
  readonly number: number;
  readonly unit: Unit;
}

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(个)?小时|^-?hours?\b/i, 'hours'],
  [/^(个)?工作日|^-?(working|business)[ -]days?\b/i, 'working-days'],
  [/^(个)?(自然)?[天日](?!期)|^-?((calendar|natural)[ -])?days?\b/i, 'days'],
  [/^个月|^-?months?\b/i, 'months'],
  [/^[%％]/, '%'],
  [/^(元|美元|欧元|英镑)|^(yuan|dollars|euros|pounds)\b/i, 'money'],
  [/^分(?!钟)|^(penalty )?points?\b/i, 'points'],
  [/^(个)?(汉)?字|^characters?\b/i, 'characters'],
  [/^(次(?!日)|倍)|^times\b/i, 'times'],
  [/^年(?!\d|\s*\d)|^years?\b/i, 'years'],
];
/** What makes a number none that is counted: 第 3 条, Section 3, 2024 年, 3 年, 2014-01, an hour of the day. */
const NO_FIGURE_BEFORE = /(第|Section|Articles?|§|No\.|[-–/:.\d])\s*$/i;
const NO_FIGURE_AFTER = /^\s*(条|号|点|[-–/:.]\s*\d|分钟|minutes?\b)/i;
const NUMBER = new RegExp(
  String.raw`(?<money>US\$|CN¥|[$¥€£])?\s?(?<share>百分之)?(?<number>\d[\d,]*(?:\.\d+)?|${NUMERAL})`,
  'gi',
);
/** A second number with a unit gives it to the first one: 7 和 15 天, 1–3 working days, 三至五天. */
const JOINED = new RegExp(
  String.raw`^\s*(个\s*)?(?:–|-|~|至|到|和|或|、|to|or|and)\s*(\d[\d,]*|${NUMERAL})`,
  'i',
);

/** Figures of a text that one of the rules gives: the same number of the same unit. */
export function looseFigures(
  text: string,
  rules: readonly PackRule[],
): readonly { readonly words: string; readonly ruleId: string }[] {
  const given = rules.flatMap(({ id, readings }) =>
    readings.flatMap(({ value }) => figuresOf(value).map((figure) => ({ ...figure, ruleId: id }))),
  );
  if (given.length === 0) return [];
  return figuresIn(text).flatMap(({ number, unit, words }) => {
    const found = given.find(
      (each) =>
        each.number === number &&
        (each.unit === unit ||
          (each.unit === 'any' && (/\d/.test(words) || (unit === 'times' && number > 1)))),
    );
    return found === undefined ? [] : [{ words: words.trim(), ruleId: found.ruleId }];
  });
}

function figuresIn(text: string): (Figure & { readonly words: string })[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const { money, share, number: written = '' } = match.groups ?? {};
    const isWord = !/^\d/.test(written);
    const number = isWord ? readNumeral(written) : Number(written.replaceAll(',', ''));
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (share !== undefined) return [{ number, unit: '%', words: match[0] }];
    if (money !== undefined) return [{ number, unit: 'money', words: match[0] }];
    const scale = after.trimStart().startsWith('万') ? 10_000 : 1;
    const rest = scale === 1 ? after : after.trimStart().slice(1);
    const found = unitOf(rest) ?? unitOfNext(rest);
    if (found !== null)
      return [{ number: number * scale, unit: found.unit, words: `${match[0]}${found.words}` }];
    if (isWord || NO_FIGURE_BEFORE.test(before) || NO_FIGURE_AFTER.test(after)) return [];
    return [{ number, unit: 'pieces', words: match[0] }];
  });
}

function unitOf(after: string): { readonly unit: Unit; readonly words: string } | null {
  const trimmed = after.trimStart();
  for (const [pattern, unit] of UNITS) {
    const match = pattern.exec(trimmed);
    if (match !== null) return { unit, words: `${after.slice(0, after.length - trimmed.length)}${match[0]}` };
  }
  return null;
}

function unitOfNext(after: string): ReturnType<typeof unitOf> {
  const joined = JOINED.exec(after);
  if (joined === null) return null;
  const found = unitOf(after.slice(joined[0].length));
  return found === null ? null : { unit: found.unit, words: `${joined[0]}${found.words}` };
}

/** What of a value a sentence would say in figures. How long a list is, is told by naming what is in it. */
function figuresOf(value: ReadingValue): Figure[] {
  const of = (unit: Unit, ...numbers: readonly (number | null)[]): Figure[] =>
    numbers.flatMap((number) => (number === null ? [] : [{ number, unit }]));
  switch (value.kind) {
    case 'duration':
      return [
        ...of(SPANS[value.unit], value.min, value.max),
        ...(value.unit === 'month' && value.max !== null ? of('years', value.max / 12) : []),
      ];
    case 'percent':
      return of('%', value.number);
    case 'money':
      return of('money', value.minor / 100);
    case 'sum':
      return of('money', ...[value.min, value.max].map((minor) => (minor === null ? null : minor / 100)));
    case 'count':
      return of('any', value.number);
    case 'numbers':
      return of('pieces', ...value.of);
    case 'attempts':
      // That there is one is said in many words, and the words would be wrong anyway if there were more.
      return [
        ...of('pieces', value.max, value.supplements),
        ...(value.max > 1 ? of('times', value.max) : []),
      ];
    case 'limits':
      return [
        ...of('characters', value.characters, value.charactersInAll),
        ...of('pieces', value.files, value.pages),
      ];
    case 'penalty':
      return value.tiers.flatMap(({ consequences }) =>
        consequences.flatMap(({ points, lasts, money }) => [
          ...of('points', points),
          ...(lasts === null ? [] : of(SPANS[lasts.unit], lasts.number)),
          ...of('money', ...[money?.min, money?.max].map((minor) => (minor == null ? null : minor / 100))),
        ]),
      );
    default:
      return [];
  }
}

const SPANS = {
  h: 'hours',
  'window-h': 'hours',
  cd: 'days',
  wd: 'working-days',
  bd: 'working-days',
  month: 'months',
} as const satisfies Readonly<Record<string, Unit>>;
