import { describe, expect, it } from 'vitest';
import { adviseRoutes, fillScript, type Facts, type ScriptBlanks } from '../../../shared/rulebook/index.ts';
import type { Outcome } from '../../../shared/submissions/index.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const REPORT = scene('malicious-order');
const FLAGGED = 'general.fake-transaction.flagged-orders';

/** In the middle of everything: time enough, a chance left, every exhibit there, no answer yet. */
const STANDS = { hoursLeft: 100, chanceGone: false, complete: true, outcome: null, heavy: false };
const advise = (scenario: string, facts: Facts, changed: Partial<Parameters<typeof adviseRoutes>[4]> = {}) =>
  adviseRoutes(rulebook, scenario, facts, { filing: '2026-11-23' }, { ...STANDS, ...changed });
const ids = (...asked: Parameters<typeof advise>) => advise(...asked).map(({ id }) => id);

/** Genuine orders within the time, and every ground for a lawyer. */
const GENUINE: Facts = {
  'window-still-open': true,
  'documented-order-count': 9,
  'platform-evidence-thin': true,
  'loss-is-major': true,
};

describe('the ways to go on stand in the order in which they are to be taken', () => {
  it('begins with an act: words to send to the platform, then what goes beside it, last what costs money', () => {
    const advised = advise(FLAGGED, GENUINE);
    expect(advised.map(({ id, turn }) => [id, turn])).toEqual([
      ['ask-support', 'first'],
      ['own-appeal', 'meanwhile'],
      ['peers', 'meanwhile'],
      ['agency', 'weigh'],
      ['lawyer', 'weigh'],
    ]);
    expect(advised[0]?.script?.zh).toContain('{orders}');
    for (const { rules, costs } of advised) {
      expect(rules.length).toBeGreaterThan(0);
      expect(costs.zh).not.toBe('');
    }
  });

  it('hands in at once what is complete when hardly any time is left, and never what is not', () => {
    expect(ids(FLAGGED, GENUINE, { hoursLeft: 23 })[0]).toBe('own-appeal');
    expect(ids(FLAGGED, GENUINE, { hoursLeft: 24 })[0]).toBe('ask-support');
    expect(ids(FLAGGED, GENUINE, { hoursLeft: 23, complete: false })[0]).toBe('ask-support');
  });

  it('says not to wait for an answer while the time runs, and what uses the chance or is not complete', () => {
    const remindersOf = (id: string, changed: Parameters<typeof advise>[2]) =>
      advise(FLAGGED, GENUINE, changed).find((route) => route.id === id)?.reminders;
    expect(remindersOf('ask-support', { hoursLeft: 71 })).toEqual(['goes-on-meanwhile']);
    expect(remindersOf('ask-support', { hoursLeft: 72 })).toEqual([]);
    expect(remindersOf('ask-support', { hoursLeft: null })).toEqual([]);
    expect(remindersOf('own-appeal', {})).toEqual(['uses-chance']);
    expect(remindersOf('own-appeal', { complete: false })).toEqual(['uses-chance', 'not-complete']);
    expect(remindersOf('agency', {})).toEqual(['weigh-stake']);
    expect(remindersOf('agency', { heavy: true })).toEqual(['weigh-heavy']);
  });

  it('puts what costs money last, unless money is held or the shop itself is at stake', () => {
    const facts: Facts = { ...GENUINE, 'cn-platform-term': 'unreasonable-limit' };
    const weighed = (heavy: boolean) =>
      advise(FLAGGED, facts, { heavy })
        .filter(({ turn }) => turn === 'weigh')
        .map(({ by }) => by);
    expect(weighed(false)).toEqual(['authority', 'agency', 'lawyer']);
    expect(weighed(true)).toEqual(['agency', 'lawyer', 'authority']);
  });

  it('offers no way that needs a chance once it is gone, and none at all where everything was granted', () => {
    expect(ids(FLAGGED, GENUINE, { chanceGone: true })).toEqual(['ask-support', 'peers', 'agency', 'lawyer']);
    expect(ids(FLAGGED, GENUINE, { outcome: 'upheld' })).toEqual([]);
  });
});

describe('after a rejected report the way is the one the pack names for it', () => {
  const NEVER_REPORTED: Facts = { 'report-state': 'none' };

  it('files the report while it was never made', () => {
    expect(ids(REPORT, NEVER_REPORTED)).toEqual(['file-the-report', 'answer-the-dispute']);
  });

  it.each([true, false])(
    'never a second report, whatever was answered before it (chance gone: %s)',
    (chanceGone) => {
      const rejected = { chanceGone, outcome: 'rejected' as const };
      expect(ids(REPORT, { ...NEVER_REPORTED, 'something-new': true }, rejected)).toEqual([
        'ask-support-again',
        'answer-the-dispute',
      ]);
      expect(ids(REPORT, { ...NEVER_REPORTED, 'something-new': false }, rejected)).toEqual([
        'ask-why',
        'answer-the-dispute',
      ]);
    },
  );

  it('asks whether there is anything new, and only that', () => {
    const advised = advise(REPORT, NEVER_REPORTED, { outcome: 'rejected' });
    expect(advised.map(({ id, open }) => [id, open.map((question) => question.id)])).toEqual([
      ['ask-support-again', ['something-new']],
      ['ask-why', ['something-new']],
      ['answer-the-dispute', []],
    ]);
  });

  it('before any decision, what may not fit waits behind what does', () => {
    expect(ids(REPORT, {})[0]).toBe('answer-the-dispute');
  });

  it.each(['withdrawn', 'returned', 'not-filed'] as const satisfies readonly Outcome[])(
    'is no rejection: %s',
    (outcome) => {
      expect(ids(REPORT, NEVER_REPORTED, { outcome })).not.toContain('ask-support-again');
    },
  );
});

describe('a script is filled with the words of the case', () => {
  const blanks: ScriptBlanks = {
    orders: { zh: '甲、乙', en: 'A, B' },
    rule: { zh: '{until} $&', en: '{until} $&' },
    until: { zh: '明天', en: 'tomorrow' },
    new: { zh: '截图', en: 'picture' },
  };

  it('in both languages, every blank, as often as it stands there', () => {
    const script = { zh: '{orders}；{until}；{new}；{orders}', en: '{orders}; {until}; {new}; {orders}' };
    expect(fillScript(script, blanks)).toEqual({
      zh: '甲、乙；明天；截图；甲、乙',
      en: 'A, B; tomorrow; picture; A, B',
    });
  });

  it("takes the platform's words as they are: a brace or a dollar in them is no blank", () => {
    expect(fillScript({ zh: '（{rule}）', en: '({rule})' }, blanks)).toEqual({
      zh: '（{until} $&）',
      en: '({until} $&)',
    });
  });

  it('leaves no blank in any script that ships', () => {
    const scripts = rulebook.data.platforms.flatMap(({ caseTypes }) =>
      caseTypes.flatMap((caseType) => caseType.routes.flatMap(({ script }) => script ?? [])),
    );
    expect(scripts.length).toBeGreaterThan(30);
    const plain = { ...blanks, rule: { zh: '条', en: 'rule' } };
    for (const script of scripts) expect(JSON.stringify(fillScript(script, plain))).not.toMatch(/\{\w+\}/);
  });
});
