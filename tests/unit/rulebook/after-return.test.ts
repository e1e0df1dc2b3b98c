import { describe, expect, it } from 'vitest';
import { afterReturn } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const of = (scene: string, used: number) => afterReturn(rulebook, scene, used, null);

describe('sending a filing that came back once more', () => {
  it('is a supplement, counted apart from the chance, where a rule says how many there are', () => {
    const first = of('shopee.penalty-points.points', 0);
    expect(first).toMatchObject({ as: 'supplement', used: 0, max: 1, rule: { ruleId: 'SP-02' } });
    expect(of('shopee.penalty-points.points', 1)).toMatchObject({ used: 1, max: 1 });
  });

  it('is no supplement where a rule lets what came back be sent again, however often it comes back', () => {
    expect(of('taobao.fake-transaction.goods', 3)).toMatchObject({
      as: 'resubmission',
      used: 3,
      max: null,
      rule: { ruleId: 'TB-02' },
    });
  });

  it('has no number where no source gives one, and nothing is said where no rule counts', () => {
    expect(of('jd.fake-transaction.flagged-orders', 0)?.max ?? null).toBe(null);
    expect(of('general.fake-transaction.flagged-orders', 0)).toBe(null);
  });
});
