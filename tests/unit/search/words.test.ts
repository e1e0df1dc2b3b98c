import { describe, expect, it } from 'vitest';
import { indexWords, searchExpression } from '../../../shared/search/index.ts';

describe('what is typed becomes a query that finds it', () => {
  it('indexes overlapping pairs, so that any two neighbouring characters are a word', () => {
    expect(indexWords('恶意买家')).toBe('恶意 意买 买家 家');
    expect(searchExpression('意买')).toBe('"意买"');
    expect(searchExpression('意买家')).toBe('"意买 买家"');
  });

  it('keeps scripts apart and finds the beginning of a spaced word', () => {
    expect(indexWords('订单 8012 Ivan的评价')).toBe('订单 单 8012 ivan 的评 评价 价');
    expect(searchExpression('IVA')).toBe('"iva"*');
    expect(searchExpression('单')).toBe('"单"*');
  });

  it('reads full-width letters and digits as what they are', () => {
    expect(indexWords('ＡＢＣ１２３')).toBe('abc123');
    expect(searchExpression('ＡＢ')).toBe('"ab"*');
  });

  it.each(['', '   ', '"', '()', '* OR -', '！？……', '\u0000'])(
    'finds nothing to look for in %j, or only plain words',
    (typed) => {
      expect(searchExpression(typed)).not.toMatch(/[^"\p{L}\p{N} *]/u);
    },
  );

  it('lets nothing typed be read as the query language', () => {
    expect(searchExpression('a" OR b NEAR(c)')).toBe('"a"* AND "or"* AND "b"* AND "near"* AND "c"*');
  });
});
