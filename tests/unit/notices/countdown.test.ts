import { describe, expect, test } from 'vitest';
import { endOfCountdown, findCountdown } from '../../../shared/notices/index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the countdown of a page is read as it stands there', () => {
  test.each([
    ['剩2天21小时13分', 2 * DAY + 21 * HOUR + 13 * MINUTE],
    ['剩余 71:59:03', 71 * HOUR + 59 * MINUTE + 3 * SECOND],
    ['还剩 2 天', 2 * DAY],
    ['剩余71小时', 71 * HOUR],
    ['仅剩 59 分 3 秒', 59 * MINUTE + 3 * SECOND],
    ['还有2天零3小时', 2 * DAY + 3 * HOUR],
    ['剩余申诉时间：２天２１小时', 2 * DAY + 21 * HOUR],
    ['距申诉截止还有 71 : 59 : 03', 71 * HOUR + 59 * MINUTE + 3 * SECOND],
    ['倒计时：2天21:13:20', 2 * DAY + 21 * HOUR + 13 * MINUTE + 20 * SECOND],
    ['剩余\n2\n天\n21\n小时\n13\n分', 2 * DAY + 21 * HOUR + 13 * MINUTE],
    ['2天21小时13分20秒后关闭', 2 * DAY + 21 * HOUR + 13 * MINUTE + 20 * SECOND],
    ['剩0天0小时0分', 0],
    ['剩1.5小时', 90 * MINUTE],
    ['2 days 21 h 13 min left', 2 * DAY + 21 * HOUR + 13 * MINUTE],
    ['Time left: 2d 21:13:20', 2 * DAY + 21 * HOUR + 13 * MINUTE + 20 * SECOND],
    ['in 71 hours', 71 * HOUR],
    ['剩90分钟', 90 * MINUTE],
    ['剩72小时30分', 72 * HOUR + 30 * MINUTE],
    ['1 day and 2 hours remaining', DAY + 2 * HOUR],
  ])('%s', (words, milliseconds) => {
    expect(findCountdown(words)).toEqual({ words, milliseconds, start: 0, end: words.length });
  });

  test('it is given where it stands, with the words that make it one', () => {
    const text = '请在72小时内申诉。\u200b剩\u200b余2天21小时，逾期不可申诉';
    const found = findCountdown(text);
    expect(found?.words).toBe('剩\u200b余2天21小时');
    expect(text.slice(found?.start, found?.end)).toBe(found?.words);
    expect(found?.milliseconds).toBe(2 * DAY + 21 * HOUR);
  });

  test('of two the first counts', () => {
    expect(findCountdown('1天2小时后关闭，剩3天')?.milliseconds).toBe(DAY + 2 * HOUR);
    expect(findCountdown('剩3天，1天2小时后关闭')?.milliseconds).toBe(3 * DAY);
  });
});

describe('a window that a rule gives is no countdown: it would end too late', () => {
  test.each([
    '72小时内申诉',
    '请于收到通知后 72 小时内提交',
    '申诉入口在通知发出72小时后关闭',
    '剩余订单请在72小时内处理',
    '71小时',
    '2天21小时13分',
    'within 72 hours',
    'Please respond in 72 hours',
    'You must appeal this decision in 72 hours.',
    'in 72 hours from the notice',
    'in 3 days of receipt',
    '其余3天正常',
    '余额 3 天后到账',
    '剩余 3 次机会',
    '',
  ])('%s', (text) => {
    expect(findCountdown(text)).toBeNull();
  });

  test.each([
    '剩余 71:59',
    '剩余 71:99:00',
    '剩余 71:59:03:12',
    '剩99999天',
    '剩99天99小时',
    '剩2天25:00:00',
    '剩1小时60分',
    '剩1分90秒',
  ])('a figure that could be read in two ways, or in none, is not guessed: %s', (text) => {
    expect(findCountdown(text)).toBeNull();
  });
});

test('a countdown ends as long after it was read as it said', () => {
  const readAt = Date.UTC(2026, 10, 20, 6, 3);
  expect(endOfCountdown(2 * DAY + 21 * HOUR + 13 * MINUTE, readAt)).toBe(Date.UTC(2026, 10, 23, 3, 16));
});
