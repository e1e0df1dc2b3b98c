import { describe, expect, it } from 'vitest';
import {
  assess,
  checkRulebook,
  factsOfKnown,
  knownFacts,
  verdict,
  type OnRecord,
  type OwnClock,
  type Situation,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-11-12T10:00:00Z');
const APPEAL = 'walmart.dispute-appeal.appeal';
const LOST = 'aliexpress.dispute-appeal.lost-dispute';

const nothing: OnRecord = {
  ...{ measures: {}, answers: new Map(), days: {}, clocks: [], zone: 'UTC' },
  ...{ at: { from: NOW, to: NOW }, today: '2026-11-12', isFiled: false, reviews: [] },
};

const clock = (part: Partial<OwnClock>): OwnClock => ({
  ...{ specId: 'appeal-window', title: { zh: '申诉', en: 'Appeal' }, startedAt: NOW - 100 * DAY },
  ...{ first: NOW - 70 * DAY, last: NOW - 70 * DAY, isFirstSure: true, isOnPage: false, filedAt: null },
  ...part,
});

const answered = (value: boolean | number, on = '2026-11-12') => ({ value, on });
const of = (scenarioId: string, factId: string, record: Partial<OnRecord>) =>
  knownFacts(rulebook, scenarioId, { ...nothing, ...record }).find((each) => each.factId === factId);
const windowWith = (one: Partial<OwnClock>, value?: boolean, record: Partial<OnRecord> = {}) =>
  of(APPEAL, 'window-still-open', {
    clocks: [clock(one)],
    answers: new Map(value === undefined ? [] : [['window-still-open', answered(value)]]),
    ...record,
  });

describe('whether there is still time', () => {
  it('is a no once the last account of the clock is over, whatever was answered', () => {
    expect(windowWith({})).toMatchObject({ value: false, source: 'derived', given: null });
    expect(windowWith({}, true)).toMatchObject({
      ...{ value: false, source: 'derived', given: true },
      ground: { kind: 'clock', state: 'ended', at: NOW - 70 * DAY },
    });
  });

  it('is a yes while the first account lies ahead, but for a way in that the seller sees closed', () => {
    const ahead = { first: NOW + DAY, last: NOW + 2 * DAY };
    expect(windowWith(ahead)).toMatchObject({ value: true, source: 'derived', ground: { state: 'runs' } });
    expect(windowWith(ahead, false)).toMatchObject({
      ...{ value: false, source: 'asked' },
      ground: { state: 'runs', at: NOW + DAY },
    });
  });

  it('is what was answered where the accounts differ, or nobody knows when it began', () => {
    const between = { first: NOW - DAY, last: NOW + DAY };
    expect(windowWith(between)).toMatchObject({ value: null, ground: { state: 'between', at: NOW + DAY } });
    expect(windowWith(between, true)).toMatchObject({ value: true, source: 'asked' });
    const unsure = { first: NOW + DAY, last: NOW + DAY, isFirstSure: false };
    expect(windowWith(unsure)).toMatchObject({ value: null, ground: { state: 'unsure' } });
  });

  it('is by the clock that began last, and of those that began at once by the one that ends last', () => {
    const second = clock({ startedAt: NOW - DAY, first: NOW + DAY, last: NOW + DAY });
    expect(windowWith({}, undefined, { clocks: [clock({}), second] })?.value).toBe(true);
    const longer = clock({ first: NOW + DAY, last: NOW + DAY });
    expect(windowWith({}, undefined, { clocks: [longer, clock({})] })?.value).toBe(true);
  });

  it('is a yes of what was filed, and of no clock of another kind', () => {
    expect(windowWith({ filedAt: NOW - 80 * DAY })).toMatchObject({
      value: true,
      ground: { state: 'filed' },
    });
    expect(windowWith({ specId: 'other' })).toBeUndefined();
  });

  it('is asked again on another day than a yes was given, until it is filed', () => {
    const before = new Map([['window-still-open', answered(true, '2026-11-09')]]);
    const faded = of(APPEAL, 'window-still-open', { answers: before });
    expect(faded).toMatchObject({ value: null, given: true, ground: { kind: 'faded', days: 3 } });
    expect(of(APPEAL, 'window-still-open', { answers: before, isFiled: true })?.value).toBe(true);
    const no = new Map([['window-still-open', answered(false, '2026-11-09')]]);
    expect(of(APPEAL, 'window-still-open', { answers: no })?.value).toBe(false);
  });
});

describe('an age in days', () => {
  const ageWith = (record: Partial<OnRecord>) => of(LOST, 'days-since-closed', record);

  it('counts from what is on record, before any answer', () => {
    const answers = new Map([['days-since-closed', answered(3)]]);
    expect(ageWith({ days: { 'dispute-closed': ['2026-09-13'] }, answers })).toEqual({
      ...{ factId: 'days-since-closed', value: 60, source: 'derived', given: 3 },
      ground: {
        kind: 'since',
        event: 'dispute-closed',
        on: '2026-09-13',
        until: '2026-11-12',
        isUpToNow: true,
      },
    });
  });

  it('that was answered grows by the days since', () => {
    const answers = new Map([['days-since-closed', answered(3, '2026-11-02')]]);
    expect(ageWith({ answers })).toMatchObject({
      ...{ value: 13, source: 'asked', given: 3 },
      ground: { kind: 'grown', days: 10 },
    });
    expect(ageWith({ answers: new Map([['days-since-closed', answered(3)]]) })).toMatchObject({
      ...{ value: 3, ground: null, given: null },
    });
  });

  it('of several orders is that of the one which helps least', () => {
    const days = { ordered: ['2026-11-01', '2026-05-01', '2026-10-01'] };
    expect(of('taobao.report-buyer.abnormal-order', 'order-age-days', { days })?.value).toBe(195);
    const paid = { paid: ['2026-05-01', '2026-10-01'], 'dispute-opened': ['2026-10-11'] };
    expect(of('paypal.dispute.buyer-dispute', 'days-from-payment', { days: paid })?.value).toBe(10);
    expect(
      of('paypal.dispute.buyer-dispute', 'days-from-payment', { days: { paid: paid.paid } }),
    ).toBeUndefined();
  });

  it('leaves out whole days of review where the rule does', () => {
    const days = { 'notice-issued': ['2026-11-01'] };
    const reviews = [{ from: '2026-11-03', to: '2026-11-07' }];
    expect(of('taobao.violation.general', 'days-since-penalty', { days, reviews })?.value).toBe(8);
    // The day of the return is what was left of the day of the filing.
    const returned = [{ from: '2026-11-03', to: '2026-11-12' }];
    expect(of('taobao.violation.general', 'days-since-penalty', { days, reviews: returned })?.value).toBe(2);
  });
});

describe('the hours that are left', () => {
  const GOODS = 'taobao.fake-transaction.goods';
  const hours = (...clocks: OwnClock[]) => of(GOODS, 'hours-left', { clocks })?.value;

  it('are those of the appeal, never of a clock that ended or is another', () => {
    const ahead = (specId: string, days: number) =>
      clock({ specId, startedAt: NOW, first: NOW + days * DAY, last: NOW + days * DAY });
    expect(hours(ahead('file', 2), ahead('other', 1))).toBe(48);
    expect(hours(clock({ specId: 'file' }), ahead('resubmit', 3))).toBe(72);
    expect(hours(clock({ specId: 'file' }))).toBeUndefined();
    expect(hours()).toBeUndefined();
  });
});

describe('the countdown of the page', () => {
  const onPage = (part: Partial<OwnClock>) =>
    clock({ ...{ specId: 'file', first: NOW + DAY, last: NOW + DAY, isOnPage: true }, ...part });
  const shown = (...clocks: OwnClock[]) => of(LOST, 'page-countdowns', { clocks })?.value;

  it('wins over a count of days while it runs, and is none of a rule or of another clock', () => {
    const days = { 'dispute-closed': ['2026-01-01'] };
    const wordWith = (...clocks: OwnClock[]) => {
      const known = factsOfKnown(knownFacts(rulebook, LOST, { ...nothing, days, clocks }));
      const facts = { ...known, 'proof-for-appeal': 'new', 'result-reason-known': true };
      return verdict(rulebook, { scenario: LOST, facts, at: { filing: '2026-11-12' } }).word;
    };
    expect(wordWith(onPage({}))).toBe('eligible');
    expect(wordWith()).toBe('not-eligible');
    expect(wordWith(onPage({ isOnPage: false }))).toBe('not-eligible');
    expect(shown(onPage({ specId: 'review' }), onPage({ last: NOW - 1 }))).toBe(0);
  });

  it('counts for what was filed while it ran', () => {
    expect(shown(onPage({ last: NOW - DAY, filedAt: NOW - 2 * DAY }))).toBe(1);
    expect(shown(onPage({ last: NOW - 2 * DAY, filedAt: NOW - DAY }))).toBe(0);
  });
});

describe('a situation without a case', () => {
  const situation = (part: Partial<Situation>): Situation => ({
    ...{ scenario: APPEAL, facts: {}, pins: { filing: '2026-11-12' }, events: [], decision: null },
    ...{ orderNumber: '0', earlier: [], violation: { occurrence: null, orders: null } },
    ...part,
  });
  const knownIn = (part: Partial<Situation>, factId: string) =>
    assess(rulebook, situation(part)).known.find((each) => each.factId === factId);

  it('is told by the days that were typed', () => {
    const decided = { event: 'dispute-decided', at: NOW - 100 * DAY } as const;
    const facts = { 'window-still-open': true };
    expect(knownIn({ events: [decided], facts }, 'window-still-open')).toMatchObject({ value: false });
    expect(assess(rulebook, situation({ events: [decided], facts })).verdict.word).toBe('not-eligible');
    const ofOrder = { scenario: 'taobao.report-buyer.abnormal-order' };
    const pins = { filing: '2026-11-12', conduct: '2026-01-01' };
    expect(knownIn({ ...ofOrder, pins }, 'order-age-days')?.value).toBe(315);
  });

  it('is told by the day of its notice, as far as the hour does not matter', () => {
    const scenario = 'taobao.violation.general';
    const noticed = (notice: string) =>
      knownIn({ scenario, pins: { filing: '2026-11-12', notice } }, 'window-still-open');
    expect(noticed('2026-11-11')?.value).toBe(true);
    expect(noticed('2026-01-01')?.value).toBe(false);
  });

  it('is asked where no day tells', () => {
    expect(knownIn({}, 'window-still-open')).toBeUndefined();
    expect(knownIn({ facts: { 'window-still-open': true } }, 'window-still-open')).toMatchObject({
      ...{ value: true, source: 'asked', ground: null },
    });
  });
});

it('a verdict by a record is the same as by the fact itself', () => {
  const known = knownFacts(rulebook, LOST, { ...nothing, days: { 'dispute-closed': ['2026-09-13'] } });
  const at = { filing: '2026-11-12' };
  const facts = factsOfKnown(known);
  expect(facts).toEqual({ 'days-since-closed': 60, 'page-countdowns': 0 });
  expect(verdict(rulebook, { scenario: LOST, facts, at })).toEqual(
    verdict(rulebook, { scenario: LOST, facts: { 'days-since-closed': 60, 'page-countdowns': 0 }, at }),
  );
});

describe('the check of the packs refuses a fact that is told', () => {
  const problems = (source: object): string => {
    const data = structuredClone(rulebook.data);
    for (const { id, caseTypes } of data.platforms)
      for (const { caseType, facts } of caseTypes)
        for (const fact of facts)
          if (`${id}.${caseType}.${fact.id}` === 'walmart.dispute-appeal.window-still-open')
            fact.source = { from: 'asked', ...source };
    try {
      checkRulebook(data);
      return '';
    } catch (error) {
      return JSON.stringify((error as { params?: unknown }).params);
    }
  };

  it('by a clock that is not there, or in a scene that it does not start in', () => {
    expect(problems({ whileRuns: [{ clock: 'appeal-window' }] })).toBe('');
    expect(problems({ whileRuns: [{ clock: 'nothing' }] })).toContain('is called nothing');
    expect(problems({ whileRuns: [{ clock: 'appeal-window', scenes: ['nowhere'] }] })).toContain(
      'starts in no scene nowhere',
    );
  });

  it('by days where it is none, or up to a day since nothing', () => {
    expect(problems({ daysSince: [] })).toContain('only a count of calendar days or months is one of days');
    expect(problems({ until: ['paid'] })).toContain('counts since nothing');
  });
});
