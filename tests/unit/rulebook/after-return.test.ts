import { describe, expect, it } from 'vitest';
import { afterReturn, type Again } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const of = (scene: string, cause: Again, returned: number, requested = 0) =>
  afterReturn(rulebook, scene, cause, { returned, requested }, null);

describe('handing in once more what is filed', () => {
  it('is a supplement, counted apart from the chance, where a rule says how many there are', () => {
    const POINTS = 'shopee.penalty-points.points';
    const first = of(POINTS, 'returned', 0);
    expect(first).toMatchObject({ as: 'supplement', used: 0, max: 1, rule: { ruleId: 'SP-02' } });
    expect(of(POINTS, 'returned', 1)).toMatchObject({ used: 1, max: 1 });
    expect(of(POINTS, 'requested', 1, 1)).toMatchObject({ as: 'supplement', used: 2, max: 1 });
  });

  it('is no supplement where a rule lets what came back be sent again, however often it comes back', () => {
    expect(of('taobao.fake-transaction.goods', 'returned', 3, 1)).toMatchObject({
      as: 'resubmission',
      used: 3,
      max: null,
      rule: { ruleId: 'TB-02' },
    });
  });

  it('is a supplement under the same rule where nothing came back, and what came back is not counted to it', () => {
    expect(of('taobao.fake-transaction.goods', 'requested', 3, 1)).toMatchObject({
      as: 'supplement',
      used: 1,
      max: 0,
    });
  });

  it('has no number where no source gives one, and nothing is said where no rule counts', () => {
    expect(of('jd.fake-transaction.flagged-orders', 'returned', 0)?.max ?? null).toBe(null);
    expect(of('general.fake-transaction.flagged-orders', 'returned', 0)).toBe(null);
  });
});
