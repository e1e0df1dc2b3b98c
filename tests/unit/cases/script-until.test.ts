import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutAskingUntil, withoutUntil } from '../../../main/features/cases/script-until.ts';

const SCRIPT = /script:\s+zh: "([^"]*)"\s+en: "([^"]*)"/g;

describe('a script that leaves out until when', () => {
  it.each([
    [
      '请告知涉及哪些订单（{orders}）、依据哪条规则（{rule}），以及申诉截止时间（{until}）。',
      '请告知涉及哪些订单（{orders}）、依据哪条规则（{rule}）。',
    ],
    ['请告知依据的规则（{rule}）和申诉截止时间（{until}）。', '请告知依据的规则（{rule}）。'],
    ['哪一项不符合？我要在 {until} 前申诉，请尽快告知，谢谢。', '哪一项不符合？请尽快告知，谢谢。'],
    [
      '一、依据哪条规则（{rule}）；二、申诉截止到什么时候（{until}）；三、要哪几样凭证。',
      '一、依据哪条规则（{rule}）；二、申诉截止到什么时候；三、要哪几样凭证。',
    ],
  ])('%s', (zh, kept) => {
    expect(withoutUntil({ zh, en: '' }).zh).toBe(kept);
  });

  it.each([
    [
      'Hello, please tell us which orders ({orders}), the rule applied ({rule}) and until when we may appeal ({until}).',
      'Hello, please tell us which orders ({orders}) and the rule applied ({rule}).',
    ],
    [
      'Order {orders} was refunded. Please tell us the rule ({rule}) and until when we may appeal ({until}).',
      'Order {orders} was refunded. Please tell us the rule ({rule}).',
    ],
    [
      'What was not met? I have to appeal by {until}; please let me know soon.',
      'What was not met? Please let me know soon.',
    ],
    ['Which rule? I have to appeal by {until}.', 'Which rule?'],
  ])('%s', (en, kept) => {
    expect(withoutUntil({ zh: '', en }).en).toBe(kept);
  });

  it('still says until when where only asking is left out', () => {
    const script = { zh: '我要在 {until} 前申诉，请尽快告知。', en: 'I have to appeal by {until}.' };
    expect(withoutAskingUntil(script)).toEqual(script);
  });

  it('keeps every other blank, and a whole sentence, in every pack', () => {
    const packs = new URL('../../../shared/rulebook/packs/', import.meta.url);
    const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    const scripts = files.flatMap((name) =>
      [...readFileSync(new URL(name, packs), 'utf8').matchAll(SCRIPT)].flatMap(([, zh = '', en = '']) =>
        zh.includes('{until}') ? { zh, en } : [],
      ),
    );
    expect(scripts.length).toBeGreaterThan(20);
    for (const script of scripts) {
      const left = withoutUntil(script);
      for (const language of ['zh', 'en'] as const) {
        const blanks = (text: string) => (text.match(/\{(orders|rule|new)\}/g) ?? []).length;
        expect(left[language]).not.toContain('{until}');
        expect(blanks(left[language]), left[language]).toBe(blanks(script[language]));
        expect(left[language]).toMatch(/[。.？?}]$/);
        expect(left[language]).not.toMatch(/[，、；：][，、；。]|（）|\(\)|,\s*[.,]| {2}/);
      }
    }
  });
});
