import { describe, expect, it } from 'vitest';
import { computeClock, findCalendar } from '../../../shared/deadlines/index.ts';
import {
  clocksFor,
  coverage,
  followThrough,
  formFields,
  requirements,
  rulesAt,
  scenarios,
  searchRules,
  startingEvents,
  type CaseEvent,
} from '../../../shared/rulebook/index.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const at = (text: string) => Date.parse(text);

describe('the clocks a case starts', () => {
  it('gives all three spans of the review, looks at 48 hours and chases after 15 working days', () => {
    const [review, record] = clocksFor(rulebook, scene('malicious-order'), 'submitted');
    expect(review?.readings.map((reading) => reading.ruleId)).toEqual(['S1-11', 'AE-05', 'S1-03']);
    expect(review?.conflictId).toBe('X1');
    expect(record).toMatchObject({ id: 'record-visible', owner: 'vanishing' });
    if (review === undefined || record === undefined) throw new Error('no clocks');
    const options = {
      startedAt: at('2026-11-12T10:00:00+08:00'),
      zone: 'Asia/Shanghai',
      calendar: findCalendar('CN'),
    };
    const computed = computeClock(review, options);
    expect(computed.lookAt).toBe(at('2026-11-14T10:00:00+08:00'));
    expect(computed.chaseAfter).toBe(at('2026-12-04T00:00:00+08:00'));
    expect(computeClock(record, options).dueAt).toBe(at('2027-05-13T00:00:00+08:00'));
  });

  it('starts a clock of ours without a number when the report comes back for more', () => {
    const [supplement] = clocksFor(rulebook, scene('no-sale'), 'returned');
    expect(supplement).toMatchObject({ owner: 'mine', readings: [], event: 'returned' });
  });

  it('shows the reading without a number beside the one with', () => {
    const [cleaning] = clocksFor(rulebook, scene('malicious-order'), 'upheld');
    expect(cleaning?.readings.map((reading) => reading.ruleId)).toEqual(['S1-04']);
    expect(cleaning?.unmeasured.map((reading) => reading.ruleId)).toEqual(['S1-41']);
  });

  it('starts none after a rejection', () => {
    expect(clocksFor(rulebook, scene('malicious-order'), 'rejected')).toEqual([]);
  });
});

describe('what a seller records because a clock counts from it', () => {
  const eventsOf = (id: string) => startingEvents(rulebook, id).map(({ event }) => event);

  it('is what the clocks of the scene name, without the notice, the filing and its results', () => {
    expect(eventsOf('amazon.a-to-z.claim-response')).toEqual([
      'refund-requested',
      'dispute-opened',
      'evidence-requested',
      'claim-granted',
    ]);
    expect(eventsOf('amazon.a-to-z.appeal')).toEqual([
      'refund-requested',
      'evidence-requested',
      'claim-granted',
    ]);
    expect(eventsOf('taobao.fake-transaction.goods')).toEqual([]);
  });

  it('never starts a span of the law, which is no step of a case', () => {
    for (const { id } of scenarios(rulebook))
      for (const { event, clocks } of startingEvents(rulebook, id)) {
        expect(clocks.some(({ ofLaw }) => ofLaw)).toBe(false);
        expect(clocks.every((clock) => clock.event === event)).toBe(true);
      }
    // The law counts from a finished order everywhere; only one scene of reports has a clock of its own from it.
    expect(eventsOf('taobao.report-buyer.abnormal-review')).toEqual(['order-completed', 'review-left']);
    expect(eventsOf('taobao.report-buyer.abnormal-order')).toEqual([]);
  });
});

describe('a clock of ours whose rules are of other regions', () => {
  const ownOf = (id: string, event: CaseEvent, region: string) =>
    clocksFor(rulebook, id, event, { filing: '2026-11-28', region })
      .filter(({ owner }) => owner === 'mine')
      .map(({ id: clock, readings }) => [clock, readings.length]);

  it('is left to the page, without their number', () => {
    expect(ownOf('amazon.safe-t.claim', 'refund-issued', 'US')).toEqual([['claim-window', 1]]);
    expect(ownOf('amazon.safe-t.claim', 'refund-issued', 'UK')).toEqual([['claim-window', 0]]);
    expect(ownOf('shopee.return-dispute.return-request', 'refund-requested', 'TH')).toEqual([
      ['answer-request', 0],
    ]);
  });

  it('is none where the step itself is of those regions only', () => {
    const inTaiwan = ownOf('shopee.penalty-points.points', 'notice-issued', 'TW').map(([clock]) => clock);
    expect(inTaiwan).toEqual(['appeal-window', 'penalty-on-hold', 'same-week-review']);
    const inSingapore = ownOf('shopee.penalty-points.points', 'notice-issued', 'SG').map(([clock]) => clock);
    expect(inSingapore).toEqual(['appeal-window']);
  });

  it('is none on a day for which no rule of it was in force, and none of the law', () => {
    const before = clocksFor(rulebook, 'amazon.safe-t.claim', 'refund-issued', { filing: '2000-01-01' });
    expect(before.filter(({ readings }) => readings.length === 0)).toEqual([]);
  });
});

describe('what a win brings', () => {
  it('promises clean metrics within 1–2 working days at low confidence, and says the review stays', () => {
    const items = followThrough(rulebook, scene('malicious-review'), 'upheld');
    expect(items.map((item) => [item.id, item.promise])).toEqual([
      ['metric-excluded', 'promised'],
      ['review-stays', 'not-promised'],
    ]);
    const [metric] = items;
    expect(metric?.confidence).toBe('L');
    expect(metric?.clock?.readings[0]?.duration).toMatchObject({ min: 1, max: 2, unit: 'wd' });
    expect(metric?.rules.map((rule) => rule.ruleId)).toEqual(['S1-05', 'S1-42', 'S1-04', 'S1-41']);
  });

  it('promises an exemption, and no change to reviews, where no-sale is upheld', () => {
    const ids = followThrough(rulebook, scene('no-sale'), 'upheld').map((item) => item.id);
    expect(ids).toEqual(['no-sale-exempt']);
  });

  it('sends a rejected report to support, never to a second report', () => {
    const [item] = followThrough(rulebook, scene('malicious-order'), 'rejected');
    expect(item?.rules.map((rule) => rule.ruleId)).toContain('S1-21');
    expect(followThrough(rulebook, scene('malicious-order'), 'withdrawn')).toEqual([]);
  });
});

describe('what a scene asks for', () => {
  const asked = requirements(rulebook, scene('malicious-order'));

  it('counts what is required, a group of alternates as one, and recommended ones not at all', () => {
    expect(coverage(asked, [])).toMatchObject({ met: 0, total: 3 });
    const some = coverage(asked, [
      { requirementId: 'order-details', itemId: 'a' },
      { requirementId: 'competition-chat', itemId: 'b' },
      { requirementId: 'competition-chat', itemId: 'b' },
      { requirementId: 'stock-effect', itemId: 'c' },
      { requirementId: 'gone-from-the-pack', itemId: 'd' },
    ]);
    expect(some).toMatchObject({ met: 2, total: 3 });
    expect(some.missing.map((requirement) => requirement.id)).toEqual(['account-history']);
    expect(some.items.find((item) => item.requirementId === 'competition-chat')?.itemIds).toEqual(['b']);
  });

  it('names every alternate of a group that has none', () => {
    const { missing } = coverage(asked, [{ requirementId: 'order-details', itemId: 'a' }]);
    expect(missing.map((requirement) => requirement.id)).toEqual([
      'account-history',
      'competitor-link',
      'competition-chat',
    ]);
  });

  it('says where each is found and which hold a buyer’s data', () => {
    for (const scenario of rulebook.scenarios.keys()) {
      for (const requirement of requirements(rulebook, scenario)) {
        expect(requirement.whereFound.zh).not.toBe('');
        expect(requirement.rules.length).toBeGreaterThan(0);
      }
    }
    expect(asked.find((requirement) => requirement.id === 'order-details')?.personalData).toBe(true);
  });

  it('knows no limit of the form, and says unknown', () => {
    const forms = new Map([
      ['aliexpress.report-buyer', ['scene', 'order-number', 'statement', 'vouchers']],
      ['aliexpress.dispute', ['order-number', 'statement', 'vouchers']],
      ['general.fake-transaction', ['order-number', 'statement', 'plan', 'vouchers']],
      ['taobao.fake-transaction', ['scene', 'order-number', 'statement', 'plan', 'vouchers']],
    ]);
    for (const [caseType, wanted] of forms) {
      const of = [...rulebook.scenarios.values()].filter(({ id }) => id.startsWith(`${caseType}.`));
      expect(of.length).toBeGreaterThan(0);
      for (const { id } of of) {
        const fields = formFields(rulebook, id);
        expect(fields.map((field) => field.fills)).toEqual(wanted);
        for (const { limits } of fields)
          expect(Object.values(limits).every((limit) => limit === null)).toBe(true);
      }
    }
  });
});

describe('looking rules up', () => {
  it('finds two Chinese characters in titles and quotes, titles first', () => {
    const found = searchRules(rulebook, '差评').map((rule) => rule.id);
    expect(found).toContain('S1-18');
    expect(found).toContain('S1-06');
    expect(searchRules(rulebook, '骚扰').map((rule) => rule.id)).toContain('S1-43');
  });

  it('finds ids in any width and case, several words at once, and nothing for nothing', () => {
    expect(searchRules(rulebook, 'ｓ１-１８')[0]?.id).toBe('S1-18');
    expect(searchRules(rulebook, '48 小时').map((rule) => rule.id)).toContain('S1-11');
    expect(searchRules(rulebook, '48小时').map((rule) => rule.id)).toContain('S1-11');
    expect(searchRules(rulebook, '7天').length).toBeGreaterThan(20);
    expect(searchRules(rulebook, '   ')).toEqual([]);
    expect(searchRules(rulebook, '月球')).toEqual([]);
  });

  it('shows the rules in force on a day', () => {
    const on = (date: string) => rulesAt(rulebook, date).map((rule) => rule.id);
    expect(on('2021-04-29')).not.toContain('AE-01');
    expect(on('2021-04-30')).toContain('AE-01');
    const hoursOn = (date: string) => {
      const value = rulesAt(rulebook, date).find(({ id }) => id === 'WX-04')?.chosen.value;
      return value?.kind === 'duration' ? value.max : null;
    };
    expect([hoursOn('2024-03-24'), hoursOn('2024-03-25'), hoursOn('2026-11-29')]).toEqual([72, 48, 48]);
    // No version of it held yet anywhere.
    expect(on('2026-04-12')).not.toContain('SP-03');
    expect(on('2026-04-13')).toContain('SP-03');
  });
});
