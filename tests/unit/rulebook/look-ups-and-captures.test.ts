import { describe, expect, it } from 'vitest';
import { checkRulebook, lookUpsOf, orderClocks, startingEvents } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();

/** A copy of the packs with the chat clock changed. */
function withChat(
  change: (clock: (typeof rulebook.data.platforms)[number]['caseTypes'][number]['clocks'][number]) => void,
) {
  const data = structuredClone(rulebook.data);
  for (const { caseTypes } of data.platforms)
    for (const { clocks } of caseTypes)
      for (const clock of clocks) if (clock.id === 'chat-in-reach') change(clock);
  return () => checkRulebook(data);
}

describe('what each order starts by its own day', () => {
  it('is a clock of the orders, and no event that anybody records', () => {
    const [chat] = orderClocks(rulebook, 'taobao.fake-transaction.goods');
    expect(chat).toMatchObject({ id: 'chat-in-reach', owner: 'vanishing', event: 'paid' });
    expect(chat?.capture?.requirement).toBe('chat-token');
    expect(startingEvents(rulebook, 'taobao.fake-transaction.goods').map(({ event }) => event)).not.toContain(
      'paid',
    );
  });

  it('leaves alone what a recorded shipment starts', () => {
    expect(orderClocks(rulebook, 'aliexpress.dispute.not-received')).toEqual([]);
    expect(startingEvents(rulebook, 'aliexpress.dispute.not-received').map(({ event }) => event)).toContain(
      'shipped',
    );
  });
});

describe('the check of the packs refuses', () => {
  it.each([
    [
      'a capture before a deadline',
      (clock: { owner: string }) => (clock.owner = 'mine'),
      'only what vanishes',
    ],
    [
      'an order day that no list has',
      (clock: { startsOn: string[] }) => (clock.startsOn = ['review-left']),
      'whose day no list of orders has',
    ],
    [
      'a voucher nobody asks for',
      (clock: { capture: { requirement: string | null } | null }) => {
        if (clock.capture !== null) clock.capture.requirement = 'lost-glove';
      },
      'does not ask for lost-glove',
    ],
    [
      'a voucher of the whole case before a clock of each order',
      (clock: { capture: { requirement: string | null } | null }) => {
        if (clock.capture !== null) clock.capture.requirement = 'campaign-proof';
      },
      'no voucher of each order',
    ],
  ])('%s', (_, change, said) => {
    let problems = '';
    try {
      withChat(change)();
    } catch (error) {
      problems = JSON.stringify((error as { params?: unknown }).params);
    }
    expect(problems).toContain(said);
  });

  it('the same look-up twice, and one of an unknown rule', () => {
    const data = structuredClone(rulebook.data);
    for (const platform of data.platforms)
      if (platform.lookUps.length > 1)
        platform.lookUps = platform.lookUps.map((each) => ({ ...each, kind: 'results', rules: ['ZZ-99'] }));
    let problems = '';
    try {
      checkRulebook(data);
    } catch (error) {
      problems = JSON.stringify((error as { params?: unknown }).params);
    }
    expect(problems).toContain('results is declared twice');
    expect(problems).toContain('no rule is called ZZ-99');
  });
});

describe('what has to be looked for in a back office', () => {
  it('says where, as far as the pack knows', () => {
    const found = lookUpsOf(rulebook, 'aliexpress');
    expect(found.map(({ kind }) => kind)).toEqual(['alerts', 'violations', 'results']);
    expect(found[0]?.says?.zh).toContain('恶意订单预警列表');
    expect(found[0]?.rules.map(({ ruleId }) => ruleId)).toEqual(['S1-27', 'S1-26']);
  });

  it.each([
    ['amazon', 'violations', 'Account Health', ['AZ-14', 'AZ-11C']],
    ['ebay', 'results', 'Seller Dashboard › Closed without seller resolution', ['EB-03']],
    ['pinduoduo', 'results', 'in-site message', ['PD-04']],
    ['wechat', 'results', 'state of a dispute', ['WX-02']],
  ])('says it of %s %s too: its sources name that much and no more', (platform, kind, words, rules) => {
    const found = lookUpsOf(rulebook, platform);
    expect(found.map((each) => each.kind)).toEqual(['violations', 'results']);
    expect(found.filter(({ says }) => says !== null).map((each) => each.kind)).toEqual([kind]);
    const named = found.find((each) => each.kind === kind);
    expect(named?.says?.en).toContain(words);
    expect(named?.rules.map(({ ruleId }) => ruleId)).toEqual(rules);
  });

  it('has no list of warned orders where the pack names look-ups without one', () => {
    expect(lookUpsOf(rulebook, 'taobao').map(({ kind }) => kind)).toEqual(['violations', 'results']);
  });

  it('is the three general kinds where the pack names none', () => {
    const found = lookUpsOf(rulebook, 'walmart');
    expect(found.map(({ kind, says }) => [kind, says])).toEqual([
      ['alerts', null],
      ['violations', null],
      ['results', null],
    ]);
  });
});
