import { describe, expect, it } from 'vitest';
import { deriveFacts, verdict, type Facts, type VerdictWord } from '../../../shared/rulebook/index.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const at = { filing: '2026-11-23' };
const judge = (id: string, facts: Facts) => verdict(rulebook, { scenario: scene(id), facts, at });

type Row = readonly [what: string, facts: Facts, word: VerdictWord, decidedBy: string];

const order = { 'order-count': 12, 'competition-sign': 'shown', 'account-conduct-shown': true };
const review = {
  'order-count': 3,
  'genuine-purchase-review': false,
  'competition-sign': 'shown',
  'account-conduct-shown': true,
};
const dispute = { 'order-count': 4, 'dispute-ground': 'repeated-pattern', 'site-conduct-shown': true };
const harassment = { 'order-count': 2, 'harassing-message': 'clear', 'message-on-each-order': true };
const noSale = {
  'no-sale-ground': 'address-incomplete',
  'could-not-ship-because': true,
  'asked-the-buyer': true,
  'cause-on-each-order': true,
};

const tables: Readonly<Record<string, readonly Row[]>> = {
  'malicious-order': [
    ['a competitor orders in mass', order, 'eligible', 'S1-16'],
    [
      'nothing shows malicious competition',
      { ...order, 'competition-sign': 'none' },
      'not-eligible',
      'S1-16',
    ],
    ['signs without an exhibit', { ...order, 'competition-sign': 'hint' }, 'weak', 'S1-15'],
    ['a single order', { ...order, 'order-count': 1 }, 'weak', 'S1-15'],
    ['only this order is shown', { ...order, 'account-conduct-shown': false }, 'weak', 'S1-14'],
    ['nobody said who the buyer is', { 'order-count': 12 }, 'fact-missing', 'S1-16'],
  ],
  'malicious-review': [
    ['accounts of a competitor', review, 'eligible', 'S1-18'],
    [
      'an ordinary bad review of a genuine purchase',
      { ...review, 'genuine-purchase-review': true },
      'not-eligible',
      'S1-18',
    ],
    ['no sign of a competitor', { ...review, 'competition-sign': 'none' }, 'weak', 'S1-17'],
    ['one review only', { ...review, 'account-conduct-shown': false }, 'weak', 'S1-17'],
    ['nobody said whether the purchase was genuine', { 'order-count': 3 }, 'fact-missing', 'S1-18'],
  ],
  'malicious-dispute': [
    ['the same trick across the site', dispute, 'eligible', 'S1-40'],
    ['an ordinary complaint', { ...dispute, 'dispute-ground': 'ordinary' }, 'not-eligible', 'S1-40'],
    [
      'one odd reason or wrong picture',
      { ...dispute, 'dispute-ground': 'single-oddity' },
      'not-eligible',
      'S1-02',
    ],
    ['only this shop’s disputes', { ...dispute, 'site-conduct-shown': false }, 'weak', 'S1-40'],
    ['nobody said why', { 'order-count': 4 }, 'fact-missing', 'S1-02'],
  ],
  'malicious-harassment': [
    ['plain insults on each order', harassment, 'eligible', 'S1-43'],
    ['merely unpaid', { ...harassment, 'harassing-message': 'none' }, 'not-eligible', 'S1-43'],
    ['unclear words', { ...harassment, 'harassing-message': 'unclear' }, 'weak', 'S1-43'],
    ['an order without its own exhibit', { ...harassment, 'message-on-each-order': false }, 'weak', 'S1-43'],
    ['nothing said', { 'order-count': 1 }, 'fact-missing', 'S1-43'],
  ],
  'no-sale': [
    ['an incomplete address', noSale, 'eligible', 'S1-45'],
    ['an invalid address', { ...noSale, 'no-sale-ground': 'address-invalid' }, 'eligible', 'S1-45'],
    ['custom goods, no answer', { ...noSale, 'no-sale-ground': 'custom-no-contact' }, 'eligible', 'S1-45'],
    ['out of stock', { ...noSale, 'no-sale-ground': 'own-side' }, 'not-eligible', 'S1-45'],
    ['it could have been shipped', { ...noSale, 'could-not-ship-because': false }, 'not-eligible', 'S1-46'],
    [
      'another cause on the buyer’s side',
      { ...noSale, 'no-sale-ground': 'other-buyer-side' },
      'weak',
      'S1-45',
    ],
    ['the buyer was never asked', { ...noSale, 'asked-the-buyer': false }, 'weak', 'S1-45'],
    ['an order without its own exhibit', { ...noSale, 'cause-on-each-order': false }, 'weak', 'S1-44'],
    ['nothing said', {}, 'fact-missing', 'S1-45'],
  ],
};

describe.each(Object.entries(tables))('the check before a report of %s', (id, rows) => {
  it.each(rows)('%s', (_what, facts, word, decidedBy) => {
    const answer = judge(id, facts);
    expect(answer.word).toBe(word);
    expect(answer.rules.map((rule) => rule.ruleId)).toContain(decidedBy);
    if (word === 'not-eligible' || word === 'weak') {
      expect(answer.why.flatMap((why) => why.ruleIds)).toContain(decidedBy);
    }
    expect(answer.nextAct.text.zh).not.toBe('');
    expect(answer.nextAct.text.en).not.toBe('');
  });
});

describe('what a verdict says beside its word', () => {
  it('quotes the rule in its own words, with source, and says it is second-hand', () => {
    const rule = judge('malicious-review', { ...review, 'genuine-purchase-review': true }).rules[0];
    expect(rule).toMatchObject({
      ruleId: 'S1-18',
      effect: 'bar',
      outcome: 'failed',
      secondHand: true,
      chosenByInstant: 'filing',
    });
    expect(rule?.quote?.text).toContain('正常的交易即使买家给差评也是无法举报成立的');
  });

  it('names the fact that would change it, and the value it needs', () => {
    const [why] = judge('malicious-review', { ...review, 'genuine-purchase-review': true }).why;
    expect(why?.changedBy).toEqual([
      expect.objectContaining({ factId: 'genuine-purchase-review', needs: false, alone: true }),
    ]);
    const [dimension] = judge('malicious-dispute', { ...dispute, 'site-conduct-shown': false }).why;
    expect(dimension?.changedBy).toEqual([
      expect.objectContaining({ factId: 'site-conduct-shown', needs: true, alone: true }),
    ]);
  });

  it('says which dimension is shown and which is needed', () => {
    const facts = { ...dispute, 'site-conduct-shown': false, 'account-conduct-shown': true };
    expect(judge('malicious-dispute', facts).dimension).toEqual({
      needed: 'site-conduct',
      told: true,
      proven: 'account',
    });
    expect(judge('malicious-order', { ...order, 'account-conduct-shown': false }).dimension).toEqual({
      needed: 'account',
      told: true,
      proven: 'order',
    });
    expect(judge('malicious-order', {}).dimension?.proven).toBeNull();
  });

  it('claims nothing of what is shown where no answer could tell, and of no order where there may be none', () => {
    const of = (scenario: string) =>
      verdict(rulebook, { scenario, facts: {}, at: { filing: '2026-11-29' } }).dimension;
    expect(of('jd.fake-transaction.flagged-orders')).toEqual({ needed: 'order', told: false, proven: null });
    expect(of('etsy.suspension.appeal')).toBeNull();
    for (const { id, needsOrders, dimension } of rulebook.scenarios.values())
      if (!needsOrders) expect(dimension, id).not.toBe('order');
  });

  it('proves itself: every check, passed or not, with the answers it looked at and rules that are cited', () => {
    const { checks, why, rules } = judge('malicious-order', { ...order, 'account-conduct-shown': false });
    const competition = checks.find(({ outcome }) => outcome === 'passed');
    expect(competition?.facts.map(({ fact, value }) => [fact.id, value])).toEqual([
      ['competition-sign', 'shown'],
    ]);
    expect(checks.filter(({ outcome }) => outcome !== 'passed').map(({ checkId }) => checkId)).toEqual(
      why.map(({ checkId }) => checkId),
    );
    const cited = new Set(rules.map(({ ruleId }) => ruleId));
    for (const { ruleIds } of checks) for (const id of ruleIds) expect(cited).toContain(id);
  });

  it('asks first what can end the matter, and nothing once it has ended', () => {
    expect(judge('malicious-review', {}).questions[0]?.id).toBe('genuine-purchase-review');
    expect(judge('malicious-review', {}).nextAct).toMatchObject({
      key: 'answer-question',
      factId: 'genuine-purchase-review',
    });
    expect(judge('malicious-review', { 'genuine-purchase-review': true }).questions).toEqual([]);
  });

  it('says do not file, strengthen, or go on', () => {
    expect(judge('malicious-order', { ...order, 'competition-sign': 'none' }).nextAct.key).toBe(
      'do-not-file',
    );
    expect(judge('malicious-order', { ...order, 'competition-sign': 'hint' }).nextAct.key).toBe('strengthen');
    expect(judge('malicious-order', order).nextAct.key).toBe('prepare-material');
  });

  it('points a single junk order to harassment, and many to malicious ordering', () => {
    const one = judge('malicious-order', { ...order, 'order-count': 1 }).advice;
    expect(one.map((advice) => advice.scene)).toContain('malicious-harassment');
    expect(judge('malicious-order', order).advice.map((advice) => advice.scene)).not.toContain(
      'malicious-harassment',
    );
    const many = judge('malicious-harassment', { ...harassment, 'competition-sign': 'shown' }).advice;
    expect(many.map((advice) => advice.scene)).toContain('malicious-order');
  });

  it('treats an answer of the wrong kind as no answer', () => {
    expect(judge('malicious-review', { 'genuine-purchase-review': 'no' }).word).toBe('fact-missing');
    expect(judge('malicious-dispute', { 'dispute-ground': 'whatever' }).word).toBe('fact-missing');
  });

  it('counts by itself what the case can tell', () => {
    expect(deriveFacts(rulebook, scene('malicious-order'), { 'order-count': 7 })).toEqual({
      'order-count': 7,
    });
  });

  it('refuses a scene it does not know', () => {
    expect(() => judge('no-such-scene', {})).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});

describe('the instants that pin a case', () => {
  const path = 'aliexpress/report-buyer.yaml';
  const from =
    '    scenes: [malicious-review]\n    readings:\n      - id: passage-a\n        value: { kind: flag, is: true }\n        quote: { text: "评价是买家';
  const bounded = (extra: string) =>
    compileShipped({
      path,
      from,
      to: `    scenes: [malicious-review]\n${extra}${from.slice(from.indexOf('    readings'))}`,
    }).rulebook;
  const facts = { ...review, 'genuine-purchase-review': true };

  it('shows which instant chose a rule, and leaves out one that was not in force', () => {
    const past = bounded('    effective: { from: null, to: "2025-12-31" }\n');
    const before = verdict(past, {
      scenario: scene('malicious-review'),
      facts,
      at: { ...at, conduct: '2025-12-31' },
    });
    const rule = before.rules.find((each) => each.ruleId === 'S1-18');
    expect(rule).toMatchObject({ chosenByInstant: 'conduct', inForce: true, effect: 'bar' });
    const after = verdict(past, {
      scenario: scene('malicious-review'),
      facts,
      at: { ...at, conduct: '2026-01-01' },
    });
    expect(after.why[0]?.ruleIds).toEqual(['S1-39']);
    expect(after.word).toBe('not-eligible');
  });
});
