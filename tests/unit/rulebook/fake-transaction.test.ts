import { describe, expect, it } from 'vitest';
import { computeClock, findCalendar } from '../../../shared/deadlines/index.ts';
import {
  attemptGuard,
  caseEvents,
  clocksFor,
  conflicts,
  deriveFacts,
  findRule,
  findScenario,
  followThrough,
  formFields,
  penaltyOutlook,
  requirements,
  verdict,
  type CaseEvent,
  type Facts,
  type VerdictWord,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const goods = 'taobao.fake-transaction.goods';
const virtualGoods = 'taobao.fake-transaction.virtual-goods';
const flagged = 'general.fake-transaction.flagged-orders';
const offline = 'general.fake-transaction.offline-to-online';
const appeals = [goods, virtualGoods, flagged, offline];
const number = '2345678901234567890';
const judge = (scenario: string, facts: Facts) =>
  verdict(rulebook, { scenario, facts, at: { filing: '2026-11-23' } });
const instant = (text: string) => Date.parse(text);

/** Twelve orders of which nine are documented, as the case counts them. */
const sorted = deriveFacts(rulebook, goods, {
  'hours-left': 60,
  'documented-order-count': 9,
  'unproven-order-count': 2,
  'admitted-order-count': 1,
  'unsorted-order-count': 0,
});
/** The evening the notice came: of none of them it is known yet whether its vouchers can be had. */
const unsorted = deriveFacts(rulebook, goods, {
  'hours-left': 70,
  'unproven-order-count': 0,
  'admitted-order-count': 0,
  'unsorted-order-count': 12,
});
const noneDocumented = { ...sorted, 'documented-order-count': 0 };
const ready: Facts = {
  ...sorted,
  'window-still-open': true,
  'scene-matches-page': true,
  'basis-known': true,
  'logistics-agree': true,
  'offline-papers-agree': true,
};

type Row = readonly [what: string, facts: Facts, word: VerdictWord, checkId: string | null];

const common: readonly Row[] = [
  ['nine of twelve orders documented, three left out', ready, 'eligible', null],
  [
    'the notice has just come and nothing is sorted',
    { ...ready, ...unsorted, 'documented-order-count': undefined },
    'fact-missing',
    'something-to-contest',
  ],
  ['some orders are not sorted', { ...ready, 'unsorted-order-count': 3 }, 'weak', 'all-sorted'],
  ['all sorted and none documented', { ...ready, ...noneDocumented }, 'not-eligible', 'something-to-contest'],
  ['the entry has closed', { ...ready, 'window-still-open': false }, 'not-eligible', 'window-open'],
  ['nobody looked at the page', { ...ready, 'window-still-open': undefined }, 'fact-missing', 'window-open'],
  // The page wins: neither a clock that ran out nor one that never ran stands against an entry that is open.
  ['the page is open longer than the rules', { ...ready, 'hours-left': 0 }, 'eligible', null],
  ['no clock runs and the entry is open', { ...ready, 'hours-left': undefined }, 'eligible', null],
];
const own: readonly (readonly [scenario: string, ...row: Row])[] = [
  [goods, 'the wrong scene', { ...ready, 'scene-matches-page': false }, 'not-eligible', 'right-scene'],
  [
    goods,
    'the scene not compared with the page',
    { ...ready, 'scene-matches-page': undefined },
    'fact-missing',
    'right-scene',
  ],
  [flagged, 'the grounds are unknown', { ...ready, 'basis-known': false }, 'weak', 'grounds-known'],
  [flagged, 'logistics disagree', { ...ready, 'logistics-agree': false }, 'weak', 'logistics-checked'],
  [offline, 'papers disagree', { ...ready, 'offline-papers-agree': false }, 'weak', 'papers-agree'],
];
const rows = [...appeals.flatMap((scenario) => common.map((row) => [scenario, ...row] as const)), ...own];

describe('the check before a fake-transaction appeal', () => {
  it.each(rows)('%s: %s', (scenario, _what, facts, word, checkId) => {
    const answer = judge(scenario, facts);
    expect(answer.word).toBe(word);
    if (checkId === null) expect(answer.why).toEqual([]);
    else expect(answer.why.map((why) => why.checkId)).toContain(checkId);
  });

  it('sends the seller of an untouched notice to the page, then to sorting, never away', () => {
    const first = judge(goods, unsorted);
    expect(first).toMatchObject({ word: 'fact-missing', nextAct: { key: 'answer-question' } });
    expect(first.questions.map(({ id }) => id)).toEqual(['window-still-open', 'scene-matches-page']);
    const second = judge(goods, { ...unsorted, 'window-still-open': true, 'scene-matches-page': true });
    expect(second).toMatchObject({
      word: 'fact-missing',
      nextAct: { key: 'strengthen', checkId: 'all-sorted' },
    });
  });

  it('warns about admitted and unproven orders only where there are some', () => {
    for (const scenario of appeals) {
      const some = judge(scenario, ready).advice.map((advice) => advice.id);
      expect(some).toEqual(expect.arrayContaining(['admitted-stay-out', 'unproven-stay-out']));
      const none = judge(scenario, { ...ready, 'admitted-order-count': 0, 'unproven-order-count': 0 }).advice;
      expect(none.map((advice) => advice.id)).not.toContain('admitted-stay-out');
      expect(none.map((advice) => advice.id)).not.toContain('unproven-stay-out');
    }
  });

  it('says what to secure first when less than a day is left', () => {
    for (const scenario of appeals) {
      const said = (hours: number) =>
        judge(scenario, { ...ready, 'hours-left': hours }).advice.map((advice) => advice.id);
      expect(said(24)).toContain('time-is-short');
      expect(said(25)).not.toContain('time-is-short');
    }
  });

  it('is about this order, begins with a notice that names orders, and says how the answer is built', () => {
    for (const id of appeals) {
      const scenario = findScenario(rulebook, id);
      expect(scenario).toMatchObject({ kind: 'appeal', dimension: 'order', notice: 'flagged-orders' });
      expect(scenario.structure.map((heading) => heading.zh)).toContain('对通知逐项回应');
    }
  });
});

describe('the clocks of an appeal', () => {
  const options = { zone: 'Asia/Shanghai', calendar: findCalendar('CN') };
  const startedAt = instant('2026-11-20T10:30:00+08:00');
  const clock = (scenario: string, event: CaseEvent) => {
    const [spec] = clocksFor(rulebook, scenario, event);
    if (spec === undefined) throw new Error(`no clock on ${event}`);
    return spec;
  };

  it.each([goods, virtualGoods])('%s: 72 hours from the notice, over a weekend', (scenario) => {
    const spec = clock(scenario, 'notice-issued');
    expect(spec).toMatchObject({ owner: 'mine', conflictId: 'R17-4' });
    expect(computeClock(spec, { ...options, startedAt }).dueAt).toBe(instant('2026-11-23T10:30:00+08:00'));
    const pageDeadline = instant('2026-11-22T08:00:00+08:00');
    expect(computeClock(spec, { ...options, startedAt, pageDeadline }).dueAt).toBe(pageDeadline);
  });

  it('72 hours again when it is returned, and 5 days for the platform', () => {
    const again = computeClock(clock(goods, 'returned'), { ...options, startedAt });
    expect(again.dueAt).toBe(instant('2026-11-23T10:30:00+08:00'));
    const review = computeClock(clock(goods, 'submitted'), { ...options, startedAt });
    expect(review).toMatchObject({ owner: 'theirs', chaseAfter: instant('2026-11-26T00:00:00+08:00') });
  });

  it.each([flagged, offline])('%s: no number of ours, only the page’s', (scenario) => {
    for (const event of ['notice-issued', 'returned'] as const) {
      const spec = clock(scenario, event);
      expect(spec).toMatchObject({ owner: 'mine', readings: [], unmeasured: [] });
      expect(computeClock(spec, { ...options, startedAt }).dueAt).toBeNull();
      const pageDeadline = instant('2026-11-25T20:00:00+08:00');
      expect(computeClock(spec, { ...options, startedAt, pageDeadline }).dueAt).toBe(pageDeadline);
    }
    const waiting = clock(scenario, 'submitted');
    expect(waiting.readings).toEqual([]);
    expect(waiting.unmeasured.map((reading) => reading.ruleId)).toEqual(['S2-05']);
  });

  it('of every pack can be computed', () => {
    for (const scenario of rulebook.scenarios.keys()) {
      for (const event of caseEvents) {
        for (const spec of clocksFor(rulebook, scenario, event)) {
          expect(() => computeClock(spec, { ...options, startedAt })).not.toThrow();
        }
      }
    }
  });
});

describe('the chance of an appeal', () => {
  const spent = { orderNumber: number, state: 'spent', caseId: null, by: 'elsewhere' } as const;

  it('is one for the whole violation: an appeal in the other scene spends it too', () => {
    for (const scenarioId of [goods, virtualGoods]) {
      const answer = attemptGuard(rulebook, goods, number, [{ ...spent, scenarioId }]);
      expect(answer).toMatchObject({ allowed: 'refused', left: 0, because: { ruleId: 'TB-02' } });
    }
    expect(findScenario(rulebook, goods).chancePer).toBe('matter');
    expect(findScenario(rulebook, goods).chanceAdvice?.afterwards.rules).toContain('S2-16');
  });

  it('names the page to look at when nobody knows whether it was used', () => {
    const answer = attemptGuard(rulebook, goods, number, [{ ...spent, state: 'unknown', scenarioId: null }]);
    expect(answer.allowed).toBe('unknown');
    expect(findScenario(rulebook, goods).chanceAdvice?.lookUp.says.zh).toContain('我要申诉');
  });

  it('is not numbered where no source numbers it, and the seller is told to treat it as the only one', () => {
    const answer = attemptGuard(rulebook, flagged, number, [{ ...spent, scenarioId: flagged }]);
    expect(answer).toMatchObject({ allowed: 'yes', left: null });
    expect(findScenario(rulebook, flagged).chancePer).toBeNull();
    const said = judge(flagged, ready).advice.find((advice) => advice.rules.includes('S2-21'));
    expect(said?.says.zh).toContain('当只有一次');
  });
});

describe('the vouchers of an appeal', () => {
  const asked = (scenario: string) => requirements(rulebook, scenario).filter(({ per }) => per === 'order');

  it('are four for each physical order, each only if asked, the slip or its certificate', () => {
    expect(asked(goods).map(({ id, group, ifAsked, askOf }) => [id, group, ifAsked, askOf])).toEqual([
      ['shipping-waybill', 'shipping', true, 'courier'],
      ['shipping-certificate', 'shipping', true, 'courier'],
      ['delivery-waybill', null, true, 'courier'],
      ['courier-tracking', null, true, 'courier'],
      ['chat-token', null, true, 'own-records'],
    ]);
  });

  it('must agree with the order in every field a rule names', () => {
    const waybill = asked(goods).find(({ id }) => id === 'delivery-waybill');
    expect([...(waybill?.matches ?? [])].sort()).toEqual(
      ['tracking-number', 'recipient', 'recipient-phone', 'address', 'sender'].sort(),
    );
    expect(waybill?.legible, 'no order holds a signature: it has only to be legible').toEqual(['signature']);
  });

  it('are an official delivery screenshot and a chat token for virtual goods', () => {
    expect(asked(virtualGoods).map(({ id, level }) => [id, level])).toEqual([
      ['official-delivery', 'required'],
      ['chat-token', 'required'],
    ]);
  });

  it('are the whole set of the transaction on any platform, with the offline papers where the deal was offline', () => {
    expect(asked(flagged).map(({ id }) => id)).toEqual([
      'item-detail',
      'buyer-info',
      'chat-log',
      'logistics',
      'delivery-record',
    ]);
    expect(asked(offline).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['contract', 'invoice', 'chat-log']),
    );
  });

  it('never share a file word inside a scene, so that no file is proposed for two of them', () => {
    for (const scenario of appeals) {
      const words = requirements(rulebook, scenario).flatMap(({ fileWords }) => fileWords);
      expect(words.length).toBeGreaterThan(0);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('explain a spike for the matter as a whole, without being counted', () => {
    for (const scenario of [goods, flagged]) {
      const proof = requirements(rulebook, scenario).find(({ id }) => id === 'campaign-proof');
      expect(proof).toMatchObject({ per: 'case', level: 'recommended', rules: ['S2-14'] });
    }
  });

  it('are the only field of the form that is known to be needed beside the scene', () => {
    expect(formFields(rulebook, goods).map(({ fills, required }) => [fills, required])).toEqual([
      ['scene', true],
      ['order-number', null],
      ['statement', null],
      ['plan', null],
      ['vouchers', true],
    ]);
    for (const scenario of [flagged, offline]) {
      expect(formFields(rulebook, scenario).every(({ required }) => required === null)).toBe(true);
    }
  });
});

describe('what follows from an appeal', () => {
  it('promises nothing that no source promises', () => {
    for (const scenario of appeals) {
      for (const decision of ['upheld', 'partly-upheld', 'rejected'] as const) {
        const items = followThrough(rulebook, scenario, decision);
        expect(items.length).toBeGreaterThan(0);
        expect(items.every(({ promise }) => promise === 'possible' || promise === 'advice')).toBe(true);
      }
    }
  });
});

describe('the numbers of the fact base', () => {
  it.each([
    ['TB-01', { kind: 'duration', min: null, max: 72, unit: 'h', from: 'notice-issued' }],
    ['TB-02', { kind: 'attempts', key: ['violation'], max: 1 }],
    ['TB-03', { kind: 'duration', min: null, max: 5, unit: 'cd', from: 'submitted' }],
    [
      'TB-04',
      { kind: 'evidence', of: ['shipping-waybill', 'delivery-waybill', 'courier-tracking', 'chat-token'] },
    ],
    ['TB-05', { kind: 'duration', max: 75, unit: 'cd' }],
    ['TB-05D', { kind: 'duration', max: 30, unit: 'cd' }],
    ['TB-09', { kind: 'duration', min: null, max: 72, unit: 'h', from: 'returned' }],
    ['TB-12', { kind: 'duration', max: 15, unit: 'cd', from: 'notice-issued', pauseDuringReview: true }],
    ['TB-13', { kind: 'duration', max: 72, unit: 'h' }],
    ['TB-13C', { kind: 'duration', max: 7, unit: 'cd' }],
  ])('%s is read as it stands', (id, value) => {
    expect(findRule(rulebook, id).chosen.value).toMatchObject(value);
  });

  it('differ where sources differ, and the register says which acts', () => {
    const [open, ladder] = ['R17-4', 'R17-5'].map((id) =>
      conflicts(rulebook).find((conflict) => conflict.id === id),
    );
    expect(open?.positions.map((reading) => `${reading.ruleId}/${reading.id}`)).toEqual([
      'TB-01/hours',
      'TB-01/days',
      'TB-12/stated',
    ]);
    expect(open?.acts.clock).toBe('TB-01');
    expect(ladder?.positions.map((reading) => reading.ruleId)).toEqual(['TB-10', 'TB-10N', 'TB-11']);
  });

  it.each([
    ['TB-10', [2, 12, 12, 48, 48]],
    ['TB-10N', [null, 12, 12, 48, 48]],
    ['TB-11', [2, 12, 48, 48]],
  ])('%s takes the points it says, tier by tier', (id, points) => {
    const { value } = findRule(rulebook, id).chosen;
    const tiers = value.kind === 'penalty' ? value.tiers : [];
    expect(tiers.map(({ consequences }) => consequences[0]?.points)).toEqual(points);
  });

  it.each([
    [goods, true],
    ['jd.fake-transaction.flagged-orders', false],
  ])('%s: what it costs is called contested only where sources differ: %s', (scene, contested) => {
    const noticed = { occurrence: null, orders: 10 };
    const outlook = penaltyOutlook(rulebook, scene, noticed, 0, null);
    expect(outlook.ladders).not.toEqual([]);
    expect(outlook.contested).toBe(contested);
  });
});

describe('the shape of order numbers', () => {
  const pattern = (id: string) =>
    new RegExp(rulebook.data.platforms.find((each) => each.id === id)?.orderNumber?.pattern ?? '$^', 'u');

  it.each([
    ['taobao', number, true],
    ['taobao', number.slice(1), true],
    ['taobao', '12345678901234567', false],
    ['taobao', `${number}0`, false],
    ['general', '2206231ABCDEFG', true],
    ['general', '114-1234567-1234567', true],
    ['general', '12345678', true],
    ['general', '1234567', false],
    ['general', '2026-11-20', false],
    ['general', 'promotions-11', false],
  ])('%s %s: %s', (id, text, fits) => {
    expect(pattern(id).test(text)).toBe(fits);
  });
});
