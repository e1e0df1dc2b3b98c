import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../../shared/i18n/index.ts';

const zh = createFormatters('zh-CN');
const en = createFormatters('en');
const SHANGHAI = 'Asia/Shanghai';
/** 2026-11-23 15:07 in Shanghai. */
const AT = Date.UTC(2026, 10, 23, 7, 7);
const HOUR = 3_600_000;

describe('a time is written as a seller reads it', () => {
  it('is the clock of the zone it is shown in', () => {
    expect(zh.instant(AT, SHANGHAI, AT)).toBe('11-23 15:07');
    expect(zh.instant(AT, 'America/Los_Angeles', AT)).toBe('11-22 23:07');
    expect(en.instant(AT, SHANGHAI, AT)).toBe('Nov 23 15:07');
  });

  it('carries the year only when it is another', () => {
    expect(zh.instant(AT, SHANGHAI, Date.UTC(2027, 0, 2))).toBe('2026-11-23 15:07');
    expect(en.day(AT, SHANGHAI, Date.UTC(2027, 0, 2))).toBe('Nov 23, 2026');
  });

  it('takes the year of the zone, not of UTC, on New Year night', () => {
    const newYear = Date.UTC(2026, 11, 31, 17);
    expect(zh.instant(newYear, SHANGHAI, newYear)).toBe('01-01 01:00');
  });

  it('ends a day at its own 24:00, not at the next day 00:00', () => {
    const midnight = Date.UTC(2026, 10, 27, 16);
    expect(zh.deadline(midnight, SHANGHAI, midnight)).toBe('11-27 24:00');
    expect(en.deadline(AT, SHANGHAI, AT)).toBe('Nov 23 15:07');
    expect(zh.deadline(Date.UTC(2026, 11, 31, 16), SHANGHAI, AT)).toBe('12-31 24:00');
  });

  it('names the time of an end alone, and the days and months of a calendar', () => {
    expect(zh.endTime(Date.UTC(2026, 10, 27, 16), SHANGHAI)).toBe('24:00');
    expect(zh.endTime(AT, SHANGHAI)).toBe('15:07');
    expect([zh.month('2026-10-05'), en.month('2026-10-05')]).toEqual(['2026 年 10 月', 'Oct 2026']);
    expect(zh.dates('2026-10-05', '2026-10-11')).toBe('2026 年 10-05 至 10-11');
    expect(en.dates('2026-10-05', '2026-10-11')).toBe('Oct 5 – Oct 11, 2026');
    expect(zh.dates('2026-12-28', '2027-01-03')).toBe('2026-12-28 至 2027-01-03');
    expect(en.dates('2026-12-28', '2027-01-03')).toBe('Dec 28, 2026 – Jan 3, 2027');
  });

  it('takes the midnight that a day is lived through twice for no end of it', () => {
    // 2026-11-01 01:00 in Havana becomes 00:00 once more.
    expect(zh.deadline(Date.UTC(2026, 10, 1, 5), 'America/Havana', AT)).toBe('11-01 00:00');
    expect(zh.deadline(Date.UTC(2026, 10, 1, 4), 'America/Havana', AT)).toBe('10-31 24:00');
  });

  it('says the day of the week in a heading', () => {
    expect([zh.longDate('2026-11-23'), en.longDate('2026-11-23')]).toEqual([
      '11 月 23 日 星期一',
      'Monday, Nov 23',
    ]);
    expect(zh.longDay(AT, SHANGHAI)).toBe('11 月 23 日 星期一 15:07');
    expect(en.longDay(AT, SHANGHAI)).toBe('Monday, Nov 23, 15:07');
    expect([zh.weekday(7), en.weekday(1)]).toEqual(['日', 'Mon']);
  });
});

describe('a length of time is said by its two largest units', () => {
  it.each([
    [0, '不到 1 分', 'under 1 min'],
    [59_000, '不到 1 分', 'under 1 min'],
    [2 * HOUR, '2 小时', '2 h'],
    [40 * HOUR + 26 * 60_000, '40 小时 26 分', '40 h 26 min'],
    [71 * HOUR + 59 * 60_000, '71 小时 59 分', '71 h 59 min'],
    [76 * HOUR, '3 天 4 小时', '3 days 4 h'],
    [241 * HOUR, '10 天', '10 days'],
    [-HOUR, '不到 1 分', 'under 1 min'],
  ])('%d ms', (length, chinese, english) => {
    expect([zh.span(length), en.span(length)]).toEqual([chinese, english]);
  });
});

describe('money and counts', () => {
  it('puts the point where the currency has it', () => {
    expect(en.money(123_456, 'USD')).toMatch(/^USD\s1,234\.56$/);
    expect(en.money(500, 'JPY')).toMatch(/^JPY\s500$/);
    expect(en.money(1_500, 'KWD')).toMatch(/^KWD\s1\.500$/);
  });

  it('names a currency with its code, and one without a name by its code alone', () => {
    expect([zh.currency('CNY'), en.currency('USD')]).toEqual(['人民币（CNY）', 'US Dollar (USD)']);
    expect(zh.currency('QQQ')).toBe('QQQ');
  });

  it('groups large counts and keeps file sizes short', () => {
    expect(zh.count(12_480)).toBe('12,480');
    expect([zh.bytes(0), zh.bytes(999), zh.bytes(3_400_000), zh.bytes(999_700)]).toEqual([
      '0 B',
      '999 B',
      '3.4 MB',
      '1.0 MB',
    ]);
  });
});
