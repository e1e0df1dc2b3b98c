import { describe, expect, it } from 'vitest';
import { isAccusing, outgoingTitle } from '../../../shared/reminders/index.ts';

describe('the title of a clock outside the window', () => {
  it.each([
    ['in one language', { zh: '举报记录可查', en: 'Record visible' }],
    ['in the other', { zh: '记录可查', en: 'Report record visible' }],
    ['in capitals', { zh: '截止', en: 'FRAUD CASE' }],
  ])('is a neutral one where it accuses somebody %s', (_where, title) => {
    expect(isAccusing(title)).toBe(true);
    for (const owner of ['mine', 'theirs', 'vanishing'] as const) {
      const shown = outgoingTitle(title, owner);
      expect(isAccusing(shown)).toBe(false);
      expect(shown.zh).not.toBe('');
      expect(shown.en).not.toBe(shown.zh);
    }
  });

  it('is its own where it accuses nobody', () => {
    const title = { zh: '申诉截止', en: 'Time to appeal' };
    expect(outgoingTitle(title, 'mine')).toBe(title);
  });
});
