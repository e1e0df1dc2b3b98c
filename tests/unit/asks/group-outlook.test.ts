import { describe, expect, it } from 'vitest';
import { groupRows } from '../../../renderer/features/asks/group-rows.ts';
import {
  groupOutlook,
  usefulNow,
  USUAL_HOURS,
  type AskBatch,
  type AskGroup,
} from '../../../shared/asks/index.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const HOUR = 3_600_000;
const NOW = at('2026-11-12T21:40');

const caseOf = (id: string, dueAt: number | null): AskGroup['cases'][number] => ({
  ...{ id, number: id, title: id, storeAlias: '店', dueAt },
  cutOffAt: dueAt === null ? null : dueAt - 6 * HOUR,
});
const batchOf = (...caseIds: string[]): AskBatch => ({
  ...{ caseIds, orderCount: 1, waybillCount: 0, titles: [] },
  ...{ message: { zh: '', en: '' }, asked: [] },
});
const openOf = (revisitAt: number | null): AskGroup['open'] => [
  { id: 'ask', caseId: 'A', channel: '', askedAt: NOW - HOUR, revisitAt, orderCount: 1 },
];

function groupOf(addressee: AskGroup['addressee'], over: Partial<AskGroup> = {}): AskGroup {
  const record =
    addressee === 'own-records'
      ? null
      : {
          ...{ id: null, clientId: null, clientName: null, addressee, partyName: '' },
          hours: USUAL_HOURS[addressee],
        };
  return {
    ...{ addressee, partyName: '', clientId: 'c', clientName: 'c', hours: record },
    ...{ cases: [caseOf('A', NOW + 26 * HOUR)], fresh: batchOf('A'), waiting: null, open: [] },
    ...over,
  };
}

describe('one message to somebody about several cases', () => {
  const cases = [
    caseOf('later', NOW + 50 * HOUR),
    caseOf('first', NOW + 26 * HOUR),
    caseOf('late', NOW + 8 * HOUR),
    caseOf('over', NOW - HOUR),
    caseOf('no-end', null),
  ];
  const ids = cases.map(({ id }) => id);

  it('goes out by the last moment of the case that ends first, of those that can still be helped', () => {
    const { first, late } = groupOutlook(groupOf('courier', { cases }), ids, NOW);
    expect(first).toMatchObject({ case: { id: 'first' }, at: at('2026-11-13T13:40') });
    expect(late.map((each) => each.case.id)).toEqual(['late']);
  });

  it('is about those cases alone that it covers', () => {
    const group = groupOf('courier', { cases });
    expect(groupOutlook(group, ['later'], NOW).first?.case.id).toBe('later');
    expect(groupOutlook(group, ['no-end', 'over'], NOW)).toEqual({ first: null, late: [] });
    expect(groupOutlook(groupOf('own-records', { cases }), ids, NOW)).toEqual({ first: null, late: [] });
  });
});

describe('what can be done right now', () => {
  it('with oneself, with who is there, and with who reads it when they open, the first of each on top', () => {
    const groups = (['warehouse', 'own-records', 'buyer', 'courier'] as const).map((each) => groupOf(each));
    const { own, there, later } = usefulNow(groups, NOW);
    expect(own.map(({ addressee }) => addressee)).toEqual(['own-records']);
    expect(there.map(({ group, until }) => [group.addressee, until])).toEqual([
      ['buyer', at('2026-11-12T22:00')],
    ]);
    expect(later.map(({ group, from }) => [group.addressee, from])).toEqual([
      ['courier', at('2026-11-13T08:00')],
      ['warehouse', at('2026-11-13T09:00')],
    ]);
  });

  it('who is never there is nobody to turn to', () => {
    const closed = groupOf('courier');
    const hours = { ...USUAL_HOURS.courier, closedSpans: [{ from: '2020-01-01', to: '2040-01-01' }] };
    const never = { ...closed, hours: closed.hours === null ? null : { ...closed.hours, hours } };
    expect(usefulNow([never], NOW)).toEqual({ own: [], there: [], later: [] });
  });
});

describe('the order in which it is shown', () => {
  const order = (...groups: AskGroup[]): string[] =>
    groupRows(groups, NOW).map(({ group, kind }) => `${group.addressee} ${kind}`);

  it('what is to be looked at now on top, then by the last moment, what nobody is needed for last', () => {
    expect(
      order(
        groupOf('own-records'),
        groupOf('platform', { cases: [caseOf('A', null)] }),
        groupOf('warehouse'),
        groupOf('courier'),
        groupOf('factory'),
        groupOf('client', { fresh: null, waiting: batchOf('A'), open: openOf(NOW) }),
        groupOf('buyer', { fresh: null, waiting: batchOf('A'), open: openOf(NOW + HOUR) }),
      ),
    ).toEqual([
      ...['client waiting', 'factory fresh', 'courier fresh', 'warehouse fresh', 'buyer waiting'],
      ...['platform fresh', 'own-records fresh'],
    ]);
  });

  it('the lines of one addressee stay together, and a look that is due stands above the rest of them', () => {
    const both = { fresh: batchOf('A'), waiting: batchOf('A') };
    expect(order(groupOf('factory'), groupOf('courier', { ...both, open: openOf(NOW - 1) }))).toEqual([
      ...['courier waiting', 'courier fresh', 'factory fresh'],
    ]);
    expect(order(groupOf('courier', { ...both, open: openOf(null) }))).toEqual([
      ...['courier fresh', 'courier waiting'],
    ]);
  });

  it('a request that waits for what is not needed any more is still shown', () => {
    expect(order(groupOf('courier', { fresh: null, open: openOf(null) }))).toEqual(['courier waiting']);
    expect(order(groupOf('courier', { fresh: null }))).toEqual([]);
  });
});
