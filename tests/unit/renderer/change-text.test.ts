import { describe, expect, it } from 'vitest';
import { changeText } from '../../../renderer/features/rulebook/change-text.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import type { FactDefinition } from '../../../shared/rulebook/index.ts';

const words = { zh: '问', en: 'q' };
const part = { question: words, why: words, source: { from: 'asked' } } as const;
const QUESTIONS: readonly FactDefinition[] = [
  { ...part, id: 'has-photo', type: 'boolean', favours: true },
  {
    ...{ ...part, id: 'ground', type: 'choice' },
    options: [
      { id: 'wrong', label: { zh: '错件', en: 'Wrong item' } },
      { id: 'late', label: { zh: '迟到', en: 'Late' } },
    ],
  } as unknown as FactDefinition,
];
const zh = createTranslator('zh-CN');
const text = (factId: string, needs: boolean | string, alone = true) =>
  changeText({ factId, question: words, needs, alone }, QUESTIONS, zh);

describe('what would turn a reason against filing', () => {
  it('is what is missing where it can still be had', () => {
    expect(text('has-photo', true)).toBe('只差这一项：问 → 是');
  });

  it('asks nobody to change what has happened already', () => {
    expect(text('ground', 'wrong')).toBe('如果实际是“错件”，这条就不算问题（问）');
    expect(text('ground', 'wrong', false)).toBe('如果实际是“错件”，和别的一起也能改变它（问）');
  });
});
