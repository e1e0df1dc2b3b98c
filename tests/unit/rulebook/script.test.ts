import { describe, expect, it } from 'vitest';
import { fillScript, withoutUntil, type ScriptBlanks } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const BLANKS: ScriptBlanks = {
  orders: { zh: 'A1、A2', en: 'A1, A2' },
  rule: { zh: '通知写的是“{until}”', en: 'the notice says: "{until}"' },
  until: { zh: '11-23 18:00', en: '11-23 18:00' },
  new: { zh: '签收单', en: 'proof of delivery' },
};
const ASKS = {
  zh: '您好，请告知依据哪条规则（{rule}）。申诉截止到什么时候（{until}）？请用文字回复，谢谢。',
  en: 'Which rule applies ({rule})? Until when may we appeal ({until})? A written answer, please.',
};
const SAYS = {
  zh: '哪一项不符合？我要在 {until} 前申诉。请尽快告知。',
  en: 'What was not met? I have to appeal by {until}. Please let me know soon.',
};

describe('a script to support, and until when', () => {
  it('asks, with what is known of it, for as long as nobody knows', () => {
    expect(fillScript(ASKS, BLANKS)).toEqual({
      zh: '您好，请告知依据哪条规则（通知写的是“{until}”）。申诉截止到什么时候（11-23 18:00）？请用文字回复，谢谢。',
      en: 'Which rule applies (the notice says: "{until}")? Until when may we appeal (11-23 18:00)? A written answer, please.',
    });
  });

  it('does not ask what is known, and asks the rest', () => {
    expect(fillScript(ASKS, BLANKS, 'asking')).toEqual({
      zh: '您好，请告知依据哪条规则（通知写的是“{until}”）。请用文字回复，谢谢。',
      en: 'Which rule applies (the notice says: "{until}")? A written answer, please.',
    });
  });

  it('still says by when something is to be filed where only asking is left out', () => {
    expect(fillScript(SAYS, BLANKS, 'asking')).toEqual(fillScript(SAYS, BLANKS));
    expect(fillScript(SAYS, BLANKS).zh).toContain('我要在 11-23 18:00 前申诉。');
  });

  it('asks plainly where nobody knows, and leaves out what it would say', () => {
    const unknown = { ...BLANKS, rule: null, until: null };
    expect(fillScript(ASKS, unknown)).toEqual({
      zh: '您好，请告知依据哪条规则。申诉截止到什么时候？请用文字回复，谢谢。',
      en: 'Which rule applies? Until when may we appeal? A written answer, please.',
    });
    expect(fillScript(SAYS, unknown)).toEqual({
      zh: '哪一项不符合？请尽快告知。',
      en: 'What was not met? Please let me know soon.',
    });
    // Of an older pack, which may hold a blank in no brackets, the seller fills it in.
    expect(fillScript({ zh: '规则：{rule}。', en: 'Rule: {rule}.' }, unknown).zh).toBe('规则：……。');
  });

  it('says nothing of it where nothing is left to be filed', () => {
    expect(fillScript(SAYS, BLANKS, 'all')).toEqual({
      zh: '哪一项不符合？请尽快告知。',
      en: 'What was not met? Please let me know soon.',
    });
    expect(
      fillScript({ zh: '截止到几时（{until}）？谢谢。', en: 'Until when ({until})? Thanks.' }, BLANKS, 'all'),
    ).toEqual({
      zh: '谢谢。',
      en: 'Thanks.',
    });
  });

  it('of an older pack loses nothing but that sentence: where other blanks share it, it stays', () => {
    const older = '请告知依据的规则（{rule}）和申诉截止时间（{until}）。';
    expect(withoutUntil(older, 'all')).toBe(older);
  });

  it('keeps every other blank, and whole sentences, in every pack', () => {
    const scripts = compileShipped().rulebook.data.platforms.flatMap(({ caseTypes }) =>
      caseTypes.flatMap(({ routes }) => routes.flatMap(({ script }) => script ?? [])),
    );
    const asking = scripts.filter(({ zh }) => zh.includes('{until}'));
    expect(asking.length).toBeGreaterThan(40);
    for (const script of asking)
      for (const language of ['zh', 'en'] as const) {
        const asked = fillScript(script, { ...BLANKS, rule: null, until: null })[language];
        expect(asked).not.toMatch(/[{}]|……|…|（）|\(\)|我方理解|understand:| {2}|\s[.?,]/);
        const left = withoutUntil(script[language], 'all');
        const blanks = (text: string) => text.match(/\{(orders|rule|new)\}/g) ?? [];
        expect(left).not.toContain('{until}');
        expect(left).not.toMatch(/until when|截止|最晚/i);
        expect(blanks(left)).toEqual(blanks(script[language]));
        expect(left).toMatch(/[。.？?}]$/);
        expect(left).not.toMatch(/[，、；：][，、；。]|（）|\(\)|,\s*[.,]| {2}/);
      }
  });
});
