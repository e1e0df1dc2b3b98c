import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openVouchers } from '../../../renderer/features/asks/open-vouchers.ts';
import { requestsShown } from '../../../renderer/features/packets/requests-shown.ts';
import type { Ask } from '../../../shared/asks/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import {
  coverage,
  isComplete,
  missingUnits,
  orderCoverage,
  requirements,
  scenarios,
  unitState,
  voucherOf,
  voucherUnits,
  type CoverageView,
  type OrderTick,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from '../rulebook/shipped-packs.ts';

const { rulebook } = compileShipped();
const ORDERS = ['2314567890123456700', '2314567890123456701', '2314567890123456702'];
const [FIRST = '', SECOND = '', THIRD = ''] = ORDERS;

const scenes = scenarios(rulebook)
  .filter(({ notice }) => notice === 'flagged-orders')
  .map(({ id }) => ({ id, asked: requirements(rulebook, id) }));
const asked = scenes.find(({ asked: all }) => all.some(({ group }) => group !== null))?.asked ?? [];
const slots = asked.filter(({ per }) => per === 'order');
const [groupMember, otherMember] = slots.filter(({ group }) => group !== null);
const single = slots.find(({ group, level }) => group === null && level === 'required');

const tick = (
  orderNumber: string,
  requirementId: string | undefined,
  state: OrderTick['state'],
  itemIds: readonly string[] = [],
  reason = '',
): OrderTick => ({ orderNumber, requirementId: requirementId ?? '', state, itemIds, reason });
const view = (ticks: readonly OrderTick[]): CoverageView => ({
  ...coverage(asked, []),
  requirements: asked,
  unavailable: [],
  orders: ORDERS.map((orderNumber) => orderCoverage(asked, orderNumber, ticks)),
});

describe.each(scenes)('what the evidence screen says of an order ($id)', ({ asked: all }) => {
  const own = all.filter(({ per }) => per === 'order');
  const states = fc.constantFrom<OrderTick['state'] | 'open'>('met', 'unavailable', 'not-asked', 'open');

  it('names as many missing vouchers as its 备齐 count leaves open, whatever was said of them', () => {
    fc.assert(
      fc.property(fc.array(states, { minLength: own.length, maxLength: own.length }), (said) => {
        const ticks = own.flatMap(({ id }, place) => {
          const state = said[place];
          return state === undefined || state === 'open' ? [] : [tick(FIRST, id, state)];
        });
        const order = orderCoverage(all, FIRST, ticks);
        expect(missingUnits(voucherUnits(all), order)).toHaveLength(order.total - order.met);
      }),
    );
  });
});

describe('vouchers of which any one will do', () => {
  const units = voucherUnits(asked);
  const unit = units.find(({ requirements: members }) => members.length > 1);
  if (unit === undefined) throw new Error('the shipped scenes have no alternates');
  const stateAfter = (...ticks: OrderTick[]) => unitState(unit, orderCoverage(asked, FIRST, ticks));

  it('stand together, once, where the scene asks for the first of them', () => {
    expect(units.flatMap(({ requirements: members }) => members)).toHaveLength(slots.length);
    expect(unit.requirements.map(({ id }) => id)).toEqual([groupMember?.id, otherMember?.id]);
  });

  it('are there as soon as one is, also where the other can no longer be had', () => {
    expect(stateAfter()).toBe('open');
    expect(stateAfter(tick(FIRST, groupMember?.id, 'unavailable'))).toBe('open');
    expect(stateAfter(tick(FIRST, groupMember?.id, 'unavailable'), tick(FIRST, otherMember?.id, 'met'))).toBe(
      'met',
    );
  });

  it('are given up only when none of them can be had', () => {
    expect(
      stateAfter(tick(FIRST, groupMember?.id, 'unavailable'), tick(FIRST, otherMember?.id, 'unavailable')),
    ).toBe('unavailable');
  });
});

describe('an order of which the page asks nothing', () => {
  it('is not called complete', () => {
    const nothing = slots.map(({ id }) => tick(FIRST, id, 'not-asked'));
    expect(isComplete(orderCoverage(asked, FIRST, nothing))).toBe(false);
    const all = slots.map(({ id }) => tick(FIRST, id, 'met', ['item']));
    expect(isComplete(orderCoverage(asked, FIRST, all))).toBe(true);
  });

  it('has an open slot for what nobody said anything of', () => {
    const order = orderCoverage(asked, FIRST, []);
    expect(voucherOf(order, 'never-heard-of')).toMatchObject({ state: 'open', itemIds: [] });
  });
});

describe('an answer to a request', () => {
  it('reaches only the slots of which nothing was said yet', () => {
    const before = view([
      tick(FIRST, single?.id, 'met', ['item']),
      tick(SECOND, single?.id, 'unavailable', [], '网点已撤'),
    ]);
    expect(openVouchers(before, [single?.id ?? ''], ORDERS)).toEqual([
      { requirementId: single?.id, orderNumbers: [THIRD] },
    ]);
    expect(openVouchers(before, [single?.id ?? ''], [FIRST, SECOND])).toEqual([]);
    expect(openVouchers(undefined, [single?.id ?? ''], ORDERS)).toEqual([]);
  });

  it('says nothing of an order that has another voucher in this one’s place, and lacks none', () => {
    const before = view([
      tick(FIRST, otherMember?.id, 'met', ['certificate']),
      tick(SECOND, otherMember?.id, 'unavailable', [], '网点已撤'),
    ]);
    expect(openVouchers(before, [groupMember?.id ?? ''], ORDERS)).toEqual([
      { requirementId: groupMember?.id, orderNumbers: [SECOND, THIRD] },
    ]);
  });
});

describe('the list of orders whose voucher can no longer be had', () => {
  const exhibit = (itemId: string, exhibitNumber: number) => ({ itemId, exhibitNumber }) as CaseExhibit;
  const ask = (orderNumbers: readonly string[], itemId: string | null) =>
    ({ orderNumbers, itemId }) as unknown as Ask;

  it('shows each reason once and every request made, on the slot or written down as asked', () => {
    const [one, two] = slots;
    const before = view([
      tick(FIRST, one?.id, 'unavailable', ['chat'], '快递网点只留三个月'),
      tick(FIRST, two?.id, 'unavailable', ['chat', 'ticket'], '快递网点只留三个月'),
      tick(SECOND, one?.id, 'met', ['waybill']),
    ]);
    const shown = requestsShown(
      [FIRST, SECOND],
      before,
      [ask([FIRST, SECOND], 'letter'), ask([SECOND], null)],
      [exhibit('chat', 3), exhibit('ticket', 2)],
    );
    expect(shown).toEqual([
      { orderNumber: FIRST, reasons: ['快递网点只留三个月'], exhibitNumbers: [0, 2, 3] },
      { orderNumber: SECOND, reasons: [], exhibitNumbers: [0] },
    ]);
  });
});
