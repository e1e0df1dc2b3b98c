import { describe, expect, test } from 'vitest';
import { findInstants } from '../../../shared/notices/index.ts';

const iso = (text: string, zone = 'Asia/Shanghai'): string[] =>
  findInstants(text, zone).map(({ at }) => new Date(at).toISOString());

describe('dates and times of a notice are found in the zone of the platform', () => {
  test.each([
    ['2026-11-20 14:03:22', '2026-11-20T06:03:22.000Z'],
    ['2026-11-20\t14:03', '2026-11-20T06:03:00.000Z'],
    ['2026年11月20日14时03分', '2026-11-20T06:03:00.000Z'],
    ['2026 年 11 月 20 日 14 时 3 分 22 秒', '2026-11-20T06:03:22.000Z'],
    ['2026年11月20日（周五）14:03', '2026-11-20T06:03:00.000Z'],
    ['2026.11.20 下午2:03', '2026-11-20T06:03:00.000Z'],
    ['2026年11月20日下午3点半', '2026-11-20T07:30:00.000Z'],
    ['2026-11-20 凌晨12:30', '2026-11-19T16:30:00.000Z'],
    ['2026-11-20 中午12:30', '2026-11-20T04:30:00.000Z'],
    ['2026-11-20 晚上8点', '2026-11-20T12:00:00.000Z'],
    ['2026/11/20 2:03 PM', '2026-11-20T06:03:00.000Z'],
    ['2026/11/20 12:03 AM', '2026-11-19T16:03:00.000Z'],
    ['２０２６－１１－２０　１４：０３', '2026-11-20T06:03:00.000Z'],
    ['2026年11月20日24时', '2026-11-20T16:00:00.000Z'],
    ['2026-11-20T14:03:22Z', '2026-11-20T14:03:22.000Z'],
    ['2026-11-20T14:03:22-08:00', '2026-11-20T22:03:22.000Z'],
  ])('%s', (words, at) => {
    expect(findInstants(words, 'Asia/Shanghai')).toEqual([
      { words, at: Date.parse(at), hasTime: true, start: 0, end: words.length },
    ]);
  });

  test.each(['2026/11/20', '2026.11.20', '2026-11-20', '2026年11月20日', '2026年11月20号'])(
    'a date without a time is its first moment: %s',
    (words) => {
      expect(findInstants(words, 'Asia/Shanghai')).toEqual([
        { words, at: Date.parse('2026-11-19T16:00:00.000Z'), hasTime: false, start: 0, end: words.length },
      ]);
    },
  );

  test('each of several is given where it stands', () => {
    const text = '活动2026.11.01-2026.11.11；处罚\u200b于2026年11月20\u200b日14时03分生效';
    const found = findInstants(text, 'Asia/Shanghai');
    expect(found.map(({ words }) => words)).toEqual([
      '2026.11.01',
      '2026.11.11',
      '2026年11月20\u200b日14时03分',
    ]);
    for (const { words, start, end } of found) expect(text.slice(start, end)).toBe(words);
  });

  test('of a span of hours on one day the first counts, and its end is no offset', () => {
    expect(iso('2026-11-20 14:00-18:00')).toEqual(['2026-11-20T06:00:00.000Z']);
  });

  test('a time that the clock skips or repeats is read as calendars do', () => {
    expect(iso('2026-03-08 02:30', 'America/Los_Angeles')).toEqual(['2026-03-08T10:30:00.000Z']);
    expect(iso('2026-11-01 01:30', 'America/Los_Angeles')).toEqual(['2026-11-01T08:30:00.000Z']);
  });

  test('a day that begins at one o’clock begins then', () => {
    expect(iso('2018-11-04', 'America/Sao_Paulo')).toEqual(['2018-11-04T03:00:00.000Z']);
  });
});

describe('what is not certain is left out', () => {
  test.each([
    ['a date without its year', '11月20日14时03分'],
    ['a month alone', '2026年11月'],
    ['a day that no calendar has', '2026-02-30'],
    ['a time that no clock has', '2026-11-20 25:61'],
    ['a half of the day that contradicts its hour', '2026-11-20 上午14:03'],
    ['twelve in the morning, which may be noon', '2026-11-20 上午12:30'],
    ['twelve at night, of which day is open', '2026年11月20日晚上12点'],
    ['figures without marks', '20261120'],
    ['a part of an order number', 'P-2026-11-20 订单2026-11-2012'],
    ['an address', '1.2026.11.20'],
    ['marks that differ', '2026-11/20'],
    ['a year before the epoch', '1900-01-01'],
  ])('%s', (_, text) => {
    expect(findInstants(text, 'Asia/Shanghai')).toEqual([]);
  });
});
