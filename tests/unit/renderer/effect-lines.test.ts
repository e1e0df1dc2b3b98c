import { describe, expect, it } from 'vitest';
import { effectLines, effectsWords } from '../../../renderer/features/rulebook/value-words.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';

const EFFECTS = [
  { what: 'buyer-account', change: 'warned' },
  { what: 'buyer-account', change: 'limited' },
  { what: 'order', change: 'cancelled' },
  { what: 'buyer-account', change: 'frozen' },
] as const;
const zh = createTranslator('zh-CN');
const words = (promised: boolean) => effectLines(EFFECTS, zh, promised).map((line) => line.words);

describe('what becomes of one thing', () => {
  it('is said in one line, as alternatives where nothing is promised', () => {
    expect(words(false)).toEqual(['买家账号：警告、限制购买或冻结（看轻重）', '订单：取消']);
    expect(effectLines(EFFECTS, createTranslator('en'), false)[0]?.words).toContain(' or ');
  });

  it('is said all together where it is promised', () => {
    expect(words(true)).toEqual(['买家账号：警告、限制购买、冻结', '订单：取消']);
    expect(effectsWords(EFFECTS, zh)).toContain('买家账号：警告、限制购买、冻结');
  });
});
