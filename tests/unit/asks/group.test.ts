import { describe, expect, it } from 'vitest';
import { groupAsks, withUsualHours, type Ask, type CaseToAsk } from '../../../shared/asks/index.ts';
import type { Addressee } from '../../../shared/rulebook/index.ts';

const HOUR = 3_600_000;
const slip = {
  ...{ requirementId: 'slip', title: { zh: '签收底单', en: 'Signed slip' } },
  ...{ whereFound: { zh: '派件网点', en: 'The branch' }, ofReturn: false },
};
const stamp = {
  ...{ requirementId: 'stamp', title: { zh: '快递公司证明', en: 'Certificate' } },
  ...{ whereFound: { zh: '总部', en: 'Headquarters' }, ofReturn: false },
};

interface Given {
  readonly client?: string;
  readonly addressee?: Addressee;
  readonly needs: readonly (readonly [typeof slip, readonly string[]])[];
  readonly open?: readonly Ask[];
  readonly orders?: readonly string[];
  readonly waybills?: readonly (readonly [string, string])[];
  readonly dueAt?: number;
}

function caseOf(id: string, { client = 'c1', addressee = 'courier', ...given }: Given): CaseToAsk {
  const { needs, open = [], orders = [], waybills = [], dueAt } = given;
  return {
    case: {
      ...{ id, number: id, title: id, storeAlias: '店' },
      ...{ dueAt: dueAt ?? null, cutOffAt: dueAt === undefined ? null : dueAt - 6 * HOUR },
    },
    ...{ clientId: client, clientName: client, open, orders, waybills: new Map(waybills) },
    needs: [
      {
        addressee,
        needs: needs.map(([need, orderNumbers]) => ({
          ...need,
          orderNumbers: [...orderNumbers],
          askedFor: [],
          isAsked: false,
        })),
      },
    ],
  };
}

const askOf = (over: Partial<Ask>): Ask => ({
  ...{ id: 'ask', caseId: 'A', addressee: 'courier', addresseeName: '小李', requirementIds: ['slip'] },
  ...{ orderNumbers: ['1'], text: '', channel: '微信', askedAt: 5, itemId: null, state: 'open' },
  ...{ answeredAt: null, answerItemId: null, revisitAt: null, note: '' },
  ...over,
});
const group = (...cases: CaseToAsk[]) =>
  groupAsks(cases, withUsualHours([]), { now: 0, zone: 'Asia/Shanghai' });

describe('one message to an addressee', () => {
  it('covers the orders of every case, by waybill where one is known, until the first of their ends', () => {
    const groups = group(
      caseOf('A', { needs: [[slip, ['1', '2']]], waybills: [['1', 'SF1']], dueAt: 30 * HOUR }),
      caseOf('B', {
        needs: [
          [slip, ['3']],
          [stamp, ['3']],
        ],
        dueAt: 20 * HOUR,
      }),
    );
    expect(groups).toHaveLength(1);
    const { fresh, waiting, cases, hours } = groups[0] ?? {};
    expect(cases?.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(hours?.addressee).toBe('courier');
    expect(waiting).toBeNull();
    expect(fresh).toMatchObject({ caseIds: ['A', 'B'], orderCount: 3, waybillCount: 1 });
    expect(fresh?.titles.map(({ zh }) => zh)).toEqual(['签收底单', '快递公司证明']);
    for (const said of ['1 / SF1', '\n2\n', '01-01 22:00 前要用', '快递公司证明'])
      expect(fresh?.message.zh).toContain(said);
    expect(fresh?.message.zh).not.toContain('01-02');
    expect(fresh?.message.en).toContain('Signed slip');
    expect(fresh?.asked).toEqual([
      { caseId: 'A', requirementIds: ['slip'], orderNumbers: ['1', '2'] },
      { caseId: 'B', requirementIds: ['slip', 'stamp'], orderNumbers: ['3'] },
    ]);
  });

  it('asks for nothing that is not needed: vouchers of other orders are a request of their own', () => {
    const [only] = group(
      caseOf('A', {
        needs: [
          [slip, ['1', '2']],
          [stamp, ['2']],
        ],
      }),
    );
    expect(only?.fresh?.asked).toEqual([
      { caseId: 'A', requirementIds: ['slip'], orderNumbers: ['1', '2'] },
      { caseId: 'A', requirementIds: ['stamp'], orderNumbers: ['2'] },
    ]);
    expect(only?.fresh?.orderCount).toBe(2);
  });

  it('says what a case needs once with the order it is about, and of several which those are', () => {
    const [only] = group(
      caseOf('A', { needs: [[slip, []]], orders: ['1'], waybills: [['1', 'SF1']] }),
      caseOf('B', { needs: [[slip, []]], orders: ['2'] }),
      caseOf('C', { needs: [[slip, []]], orders: ['3', '4'] }),
      caseOf('D', { needs: [[stamp, []]] }),
    );
    expect(only?.fresh).toMatchObject({ orderCount: 4, waybillCount: 1 });
    const blocks = only?.fresh?.message.zh.split('\n\n') ?? [];
    expect(blocks.find((block) => block.includes('1 / SF1'))).toMatch(/这 2 笔订单.*签收底单.*\n2$/s);
    expect(blocks.find((block) => block.endsWith('3\n4'))).toMatch(/不分订单.*签收底单.*这些订单/s);
    expect(blocks.find((block) => block.includes('快递公司证明'))).not.toMatch(/订单号|这些订单/);
    expect(only?.fresh?.asked).toEqual([
      { caseId: 'A', requirementIds: ['slip'], orderNumbers: [] },
      { caseId: 'B', requirementIds: ['slip'], orderNumbers: [] },
      { caseId: 'C', requirementIds: ['slip'], orderNumbers: [] },
      { caseId: 'D', requirementIds: ['stamp'], orderNumbers: [] },
    ]);
  });

  it('what a case needs once waits with whom it was asked of', () => {
    const open = [askOf({ orderNumbers: [] })];
    const [only] = group(caseOf('A', { needs: [[slip, []]], orders: ['1'], open }));
    expect(only).toMatchObject({ partyName: '小李', fresh: null, waiting: { orderCount: 1 } });
  });

  it('never tells one client of another’s orders', () => {
    const groups = group(
      caseOf('A', { needs: [[slip, ['1']]] }),
      caseOf('B', { client: 'c2', needs: [[slip, ['2']]] }),
    );
    expect(groups.map(({ clientId }) => clientId)).toEqual(['c1', 'c2']);
    expect(groups[0]?.fresh?.message.zh).not.toContain('2\n');
  });

  it('leaves one’s own records without hours', () => {
    expect(group(caseOf('A', { addressee: 'own-records', needs: [[slip, ['1']]] }))[0]?.hours).toBeNull();
  });
});

describe('what was asked for waits with whom it was asked of', () => {
  it('under the name that was written down; what nobody was asked for stays with the kind', () => {
    const groups = group(
      caseOf('A', { needs: [[slip, ['1', '2']]], open: [askOf({ revisitAt: 9 })] }),
      caseOf('B', { needs: [[slip, ['3']]] }),
    );
    const [kind] = groups.filter(({ partyName }) => partyName === '');
    const [named] = groups.filter(({ partyName }) => partyName === '小李');
    expect(kind?.fresh?.message.zh).toMatch(/\n2\n3\n/);
    expect(kind?.waiting).toBeNull();
    expect(named?.fresh).toBeNull();
    expect(named?.waiting?.asked).toEqual([{ caseId: 'A', requirementIds: ['slip'], orderNumbers: ['1'] }]);
    expect(named?.open).toEqual([
      { id: 'ask', caseId: 'A', channel: '微信', askedAt: 5, revisitAt: 9, orderCount: 1 },
    ]);
  });

  it('asked of two, it waits with the later one', () => {
    const open = [askOf({ id: 'late', addresseeName: '老王', askedAt: 8 }), askOf({ id: 'early' })];
    const groups = group(caseOf('A', { needs: [[slip, ['1']]], open }));
    expect(groups.find(({ waiting }) => waiting !== null)?.partyName).toBe('老王');
    expect(groups.map(({ partyName }) => partyName).toSorted()).toEqual(['小李', '老王'].toSorted());
  });

  it('a request for what is not needed any more is shown until somebody settles it, and never asked again', () => {
    const [only] = group(caseOf('A', { needs: [], open: [askOf({})] }));
    expect(only).toMatchObject({ fresh: null, waiting: null });
    expect(only?.open).toHaveLength(1);
  });

  it('the one to look at first stands on top', () => {
    const open = [
      askOf({ id: 'never' }),
      askOf({ id: 'later', revisitAt: 20 }),
      askOf({ id: 'soon', revisitAt: 10 }),
    ];
    const [only] = group(caseOf('A', { needs: [], open }));
    expect(only?.open.map(({ id }) => id)).toEqual(['soon', 'later', 'never']);
  });
});
