import { describe, expect, it } from 'vitest';
import { isAsLeft } from '../../../main/features/journal/undo.ts';

describe('whether a row still is as an act left it', () => {
  it('is no longer, once a value differs or the row is gone or back', () => {
    expect(isAsLeft({ id: 'a', title: '一' }, { id: 'a', title: '一' })).toBe(true);
    expect(isAsLeft({ id: 'a', title: '二' }, { id: 'a', title: '一' })).toBe(false);
    expect(isAsLeft(null, { id: 'a' })).toBe(false);
    expect(isAsLeft({ id: 'a' }, null)).toBe(false);
    expect(isAsLeft(null, null)).toBe(true);
  });

  it('is still, where a later version of the program has only added columns', () => {
    expect(isAsLeft({ id: 'a', title: '一', class: 'admitted' }, { id: 'a', title: '一' })).toBe(true);
  });
});
