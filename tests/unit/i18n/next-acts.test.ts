import { describe, expect, it } from 'vitest';
import { NEXT_ACTS } from '../../../shared/cases/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';

describe.each(['zh-CN', 'en'] as const)('the next act of a case (%s)', (language) => {
  it.each(NEXT_ACTS)('%s has words of its own', (code) => {
    expect(createTranslator(language).find(`today:next-${code}`, { left: 3 })).toMatch(/\S/);
  });
});
