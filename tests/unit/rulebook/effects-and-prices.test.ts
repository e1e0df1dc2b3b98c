import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/index.ts';
import {
  followThrough,
  sceneRules,
  sumWords,
  verdict,
  type Consequence,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const zh = createTranslator('zh-CN');
const today = { filing: '2026-11-30' };

describe('what a decision changes', () => {
  it('is named thing by thing, what stays among it', () => {
    const changes = followThrough(rulebook, 'aliexpress.report-buyer.malicious-order', 'upheld', today).map(
      ({ id, promise, changes: all }) => [id, promise, ...all.map(({ what, change }) => `${what} ${change}`)],
    );
    expect(changes).toEqual([
      ['metric-excluded', 'promised', 'service-metrics excluded'],
      ['review-stays', 'not-promised', 'bad-reviews kept'],
    ]);
  });

  it('is said by the rule that acts on the day of the case, and by none that is not in force', () => {
    const before = followThrough(rulebook, 'shopee.fake-order.flagged-orders', 'upheld', {
      ...today,
      notice: '2024-10-27',
    });
    expect(before.flatMap(({ changes }) => changes)).toEqual([]);
  });
});

describe('what false vouchers cost', () => {
  it('is said by the platform that says so, and by no other', () => {
    const ids = (scenarioId: string) =>
      sceneRules(rulebook, scenarioId, today).falseEvidence.map(({ rule }) => rule.ruleId);
    expect(ids('taobao.fake-transaction.goods')).toEqual(['TB-14']);
    expect(ids('walmart.dispute.customer-return')).toEqual(['WM-05C']);
    expect(ids('general.fake-transaction.flagged-orders')).toEqual([]);
  });

  it('is not what the notice costs', () => {
    const { penalties } = sceneRules(rulebook, 'taobao.fake-transaction.goods', today);
    expect(penalties.map(({ rule }) => rule.ruleId)).toEqual(['TB-11', 'TB-10', 'TB-10N']);
  });

  it('still makes an appeal with a false voucher one not to file', () => {
    const word = (genuine: boolean) =>
      verdict(rulebook, {
        scenario: 'douyin.appeal.penalty',
        facts: {
          'window-still-open': true,
          defence: 'full',
          'basis-known': true,
          'evidence-genuine': genuine,
        },
        at: today,
      }).word;
    expect([word(true), word(false)]).toEqual(['eligible', 'not-eligible']);
  });
});

describe('an amount', () => {
  const wordFor = (cents: number) =>
    verdict(rulebook, {
      scenario: 'walmart.dispute.high-value',
      facts: {
        'window-still-open': true,
        'seller-gave-refund': false,
        'dispute-proof': 'full',
        'item-amount': cents,
      },
      at: today,
    });

  it('is compared to the cent', () => {
    const why = (cents: number) => wordFor(cents).why.filter(({ outcome }) => outcome === 'failed').length;
    expect(why(100_00)).toBeGreaterThan(why(100_01));
  });

  it('says the first amount that would do', () => {
    const needs = wordFor(100_00).why.flatMap(({ changedBy }) => changedBy);
    expect(needs).toContainEqual(expect.objectContaining({ factId: 'item-amount', needs: 100_01 }));
  });
});

describe('a penalty in data', () => {
  const consequencesOf = (scenarioId: string, ruleId: string): Consequence[] =>
    sceneRules(rulebook, scenarioId, today)
      .penalties.filter(({ rule }) => rule.ruleId === ruleId)
      .flatMap(({ tiers }) => tiers.flatMap(({ consequences }) => consequences));

  it('has its span, and whether each further violation begins it anew', () => {
    const demotions = consequencesOf('taobao.fake-transaction.goods', 'TB-10').filter(
      ({ kind }) => kind === 'demotion',
    );
    expect(new Set(demotions.map(({ lasts }) => JSON.stringify(lasts)))).toEqual(
      new Set([JSON.stringify({ number: 30, unit: 'cd', rolling: true })]),
    );
  });

  it('has a range of money as a range, and one sum as one', () => {
    expect(sumWords({ min: 5_000_000, max: 50_000_000, currency: 'CNY' }, zh)).toBe('¥50,000–¥500,000');
    expect(sumWords({ min: 1_000_000, max: 1_000_000, currency: 'CNY' }, zh)).toBe('¥10,000');
    expect(sumWords({ min: null, max: 5_174_400, currency: 'USD' }, zh)).toBe('US$51,744');
  });
});
