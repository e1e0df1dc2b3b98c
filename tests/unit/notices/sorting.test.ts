import { describe, expect, test } from 'vitest';
import { refuseSorting, type SortedOrder } from '../../../shared/cases/sorting.ts';

const FULL = { met: 4, total: 4 };
const NOTHING_GIVEN = { reason: '', exhibitTakenInAt: null };
const order = (some: Partial<SortedOrder> = {}): SortedOrder => ({
  class: null,
  wasAdmitted: false,
  admittedAt: null,
  coverage: FULL,
  ...some,
});
const ADMITTED = order({ class: 'admitted', wasAdmitted: true, admittedAt: 1000 });

describe('an order is called genuine only with every voucher', () => {
  test('with all of them it is', () => {
    expect(refuseSorting(order(), 'documented-genuine', NOTHING_GIVEN)).toBeNull();
  });

  test.each([
    ['one is missing', { met: 3, total: 4 }],
    ['none is asked for', { met: 0, total: 0 }],
    ['orders have none of their own', null],
  ])('not where %s', (_, coverage) => {
    expect(refuseSorting(order({ coverage }), 'documented-genuine', NOTHING_GIVEN)).toEqual({
      code: 'NOT_READY',
      reason: 'vouchers-missing',
    });
  });
});

describe('an order once admitted becomes genuine only by a new exhibit and a reason', () => {
  const given = { reason: '快递补来了签收底单', exhibitTakenInAt: 1001 };
  const refused = (reason: string) => ({ code: 'CONFLICT', reason });

  test('with both it does', () => {
    expect(refuseSorting(ADMITTED, 'documented-genuine', given)).toBeNull();
  });

  test.each([
    ['no exhibit', { ...given, exhibitTakenInAt: null }, 'needs-new-exhibit'],
    ['an exhibit that was there already', { ...given, exhibitTakenInAt: 999 }, 'needs-new-exhibit'],
    ['an exhibit of that very moment', { ...given, exhibitTakenInAt: 1000 }, 'needs-new-exhibit'],
    ['no reason', { ...given, reason: '' }, 'needs-reason'],
    ['a blank reason', { ...given, reason: ' \u3000\n' }, 'needs-reason'],
  ])('not with %s', (_, grounds, reason) => {
    expect(refuseSorting(ADMITTED, 'documented-genuine', grounds)).toEqual(refused(reason));
  });

  test.each([null, 'cannot-be-proven', 'documented-genuine'] as const)(
    'it makes no difference that it was called %s in between',
    (between) => {
      const now = { ...ADMITTED, class: between };
      expect(refuseSorting(now, 'documented-genuine', NOTHING_GIVEN)).toEqual(refused('needs-new-exhibit'));
    },
  );

  test('where nobody knows when it was admitted, no exhibit is new', () => {
    expect(refuseSorting({ ...ADMITTED, admittedAt: null }, 'documented-genuine', given)).toEqual(
      refused('needs-new-exhibit'),
    );
  });

  test('its vouchers are asked for first', () => {
    expect(refuseSorting({ ...ADMITTED, coverage: null }, 'documented-genuine', given)?.reason).toBe(
      'vouchers-missing',
    );
  });
});

test.each([null, 'cannot-be-proven', 'admitted'] as const)('to be called %s nothing is needed', (wanted) => {
  for (const coverage of [FULL, null]) {
    expect(refuseSorting({ ...ADMITTED, coverage }, wanted, NOTHING_GIVEN)).toBeNull();
    expect(refuseSorting(order({ coverage }), wanted, NOTHING_GIVEN)).toBeNull();
  }
});
