import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_CLASSES, refuseSorting } from '../../../shared/cases/index.ts';
import type { SortedOrder } from '../../../shared/cases/sorting.ts';

/** One sorting a minute later, with whatever exhibit and reason are at hand, while vouchers come and go. */
const sorting = fc.record({
  wanted: fc.constantFrom(null, ...ORDER_CLASSES, 'documented-genuine' as const),
  reason: fc.constantFrom('', ' ', '补到底单'),
  exhibitTakenInAt: fc.option(fc.integer({ min: 0, max: 14 }), { nil: null }),
  coverage: fc.constantFrom(null, { met: 0, total: 0 }, { met: 1, total: 2 }, { met: 2, total: 2 }),
});

describe('an order once admitted', () => {
  it('is brought to genuine by no sequence of sortings without a newer exhibit and a reason', () => {
    let again = 0;
    fc.assert(
      fc.property(fc.array(sorting, { maxLength: 14 }), (sortings) => {
        let order: SortedOrder = { class: null, wasAdmitted: false, admittedAt: null, coverage: null };
        /** Kept apart from what the order says of itself. */
        let admissions: number[] = [];
        for (const [now, { wanted, reason, exhibitTakenInAt, coverage }] of sortings.entries()) {
          order = { ...order, coverage };
          if (refuseSorting(order, wanted, { reason, exhibitTakenInAt }) !== null) continue;
          if (wanted === 'admitted') admissions = [...admissions, now];
          order = {
            class: wanted,
            coverage,
            wasAdmitted: order.wasAdmitted || wanted === 'admitted',
            admittedAt: wanted === 'admitted' ? now : order.admittedAt,
          };
          if (order.class !== 'documented-genuine') continue;
          expect(coverage).toEqual({ met: 2, total: 2 });
          if (admissions.length === 0) continue;
          again += 1;
          expect(reason.trim()).not.toBe('');
          expect(exhibitTakenInAt).toBeGreaterThan(Math.max(...admissions));
        }
      }),
      { numRuns: 3000 },
    );
    expect(again).toBeGreaterThan(20);
  });
});
