import { describe, expect, test } from 'vitest';
import { campaignSentence, countAround } from '../../../shared/campaigns/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';

const CAMPAIGN = { startsOn: '2026-11-10', endsOn: '2026-11-11' };
const at = (iso: string): number => Date.parse(iso);

describe('orders are counted a day, as many days before a campaign as it has', () => {
  test('by the days of the zone, to the first and last moment', () => {
    const count = countAround(
      CAMPAIGN,
      [
        at('2026-11-07T23:59:59.999+08:00'),
        at('2026-11-08T00:00:00.000+08:00'),
        at('2026-11-09T23:59:59.999+08:00'),
        at('2026-11-10T00:00:00.000+08:00'),
        at('2026-11-11T23:59:59.999+08:00'),
        at('2026-11-12T00:00:00.000+08:00'),
      ],
      'Asia/Shanghai',
    );
    expect(count).toEqual({
      days: [
        { date: '2026-11-08', orders: 1, during: false },
        { date: '2026-11-09', orders: 1, during: false },
        { date: '2026-11-10', orders: 1, during: true },
        { date: '2026-11-11', orders: 1, during: true },
      ],
      ordersBefore: 2,
      ordersDuring: 2,
      daysEach: 2,
    });
  });

  test('a day of 23 or 25 hours is one day', () => {
    const orders = ['2026-11-01T00:30:00-07:00', '2026-11-01T23:30:00-08:00', '2026-11-02T00:30:00-08:00'];
    const day = { startsOn: '2026-11-01', endsOn: '2026-11-01' };
    expect(countAround(day, orders.map(at), 'America/Los_Angeles')).toMatchObject({
      ordersBefore: 0,
      ordersDuring: 2,
    });
  });

  test('a day that the zone skipped has no orders', () => {
    const day = { startsOn: '2011-12-30', endsOn: '2011-12-31' };
    const count = countAround(day, [at('2011-12-31T00:30:00+14:00')], 'Pacific/Apia');
    expect(count.days.filter((each) => each.orders > 0)).toEqual([
      { date: '2011-12-31', orders: 1, during: true },
    ]);
  });

  test('a campaign that ends before it starts is refused', () => {
    const wrong = { startsOn: '2026-11-11', endsOn: '2026-11-10' };
    expect(() => countAround(wrong, [], 'Asia/Shanghai')).toThrow(AppError);
  });
});

describe('the sentence is numbers only', () => {
  const sentence = (before: number, during: number, endsOn: string) => {
    const orders = [
      ...new Array<number>(before).fill(at('2026-11-09T12:00:00+08:00')),
      ...new Array<number>(during).fill(at('2026-11-10T12:00:00+08:00')),
    ];
    return campaignSentence('双11', countAround({ startsOn: '2026-11-10', endsOn }, orders, 'Asia/Shanghai'));
  };

  test('days, orders and orders a day, in both languages', () => {
    expect(sentence(12, 240, '2026-11-14')).toEqual({
      zh:
        '双11：活动前 5 天（2026-11-05 至 2026-11-09）共 12 单，日均 2.4 单；' +
        '活动 5 天（2026-11-10 至 2026-11-14）共 240 单，日均 48 单。',
      en:
        '双11: in the 5 days before it (2026-11-05 to 2026-11-09) 12 orders, 2.4 a day; ' +
        'in its 5 days (2026-11-10 to 2026-11-14) 240 orders, 48 a day.',
    });
  });

  test('one day and one order read as one', () => {
    expect(sentence(0, 1, '2026-11-10')).toEqual({
      zh: '双11：活动前 1 天（2026-11-09）共 0 单，日均 0 单；活动 1 天（2026-11-10）共 1 单，日均 1 单。',
      en: '双11: in the 1 day before it (2026-11-09) 0 orders, 0 a day; in its 1 day (2026-11-10) 1 order, 1 a day.',
    });
  });

  test.each([
    [1, 3, '约 0.3', 'about 0.3'],
    [2, 3, '约 0.7', 'about 0.7'],
    [1, 4, '约 0.3', 'about 0.3'],
    [59, 60, '约 1', 'about 1'],
    [1, 100, '约 0', 'about 0'],
  ])('%i orders in %i days: an average that was rounded says so', (orders, days, zh, en) => {
    const count = { days: [], ordersBefore: 0, ordersDuring: orders, daysEach: days };
    expect(campaignSentence('x', count)?.zh).toContain(`日均${zh} 单。`);
    expect(campaignSentence('x', count)?.en).toContain(`, ${en} a day.`);
  });

  test('where nothing was counted there is none', () => {
    expect(sentence(0, 0, '2026-11-14')).toBeNull();
  });
});
