import { describe, expect, test } from 'vitest';
import { askMessage, askMessages, type AskNeed } from '../../../shared/asks/index.ts';
import { addressees } from '../../../shared/rulebook/index.ts';

const A = '801234567890123401';
const B = '801234567890123402';
const slip = {
  title: { zh: '签收底单', en: 'Signed slip' },
  whereFound: { zh: '派件网点', en: 'The branch' },
  ofReturn: false,
};
const proof = {
  title: { zh: '内部跟踪截图', en: 'Tracking' },
  whereFound: { zh: '内部系统', en: 'Their system' },
  ofReturn: false,
};
const needOf = (addressee: AskNeed['addressee'], ...orderNumbers: string[]): AskNeed => ({
  addressee,
  needs: [{ ...slip, orderNumbers }],
});

describe('a warehouse that is asked for what came back', () => {
  const back = {
    title: { zh: '退件照片', en: 'Photos of the returned item' },
    whereFound: { zh: '', en: '' },
    ofReturn: true,
  };
  const asked = (addressee: AskNeed['addressee'], itemNumber?: string): AskNeed => ({
    ...{ addressee, itemNumber, needs: [{ ...back, orderNumbers: [A] }] },
  });

  test('is asked for what it kept at both ends, not for what it kept at dispatch', () => {
    const { zh, en } = askMessages(asked('warehouse'));
    expect(zh).toContain('麻烦找一下出库和收退货时留的照片、序列号');
    expect(zh).not.toContain('发货时留的凭证');
    expect(en).toContain('when the return came in');
    expect(askMessage(needOf('warehouse', A), 'zh-CN')).toContain('发货时留的凭证');
  });

  test('is told which item it is, and a stranger is not', () => {
    const { zh, en } = askMessages(asked('warehouse', ' LN-1 '));
    expect(zh.split('\n')).toContain('商品编号：LN-1');
    expect(en.split('\n')).toContain('Item number: LN-1');
    expect(askMessage(asked('buyer', 'LN-1'), 'zh-CN')).not.toContain('LN-1');
    expect(askMessage(asked('warehouse', ''), 'zh-CN')).not.toContain('商品编号');
  });
});

describe('a request is one message that can be pasted as it is', () => {
  test.each(addressees)(
    'to %s it says what of which orders, what must be legible and to say so if there is none',
    (to) => {
      const zh = askMessage(needOf(to, A, B), 'zh-CN');
      expect(zh).toContain('签收底单');
      expect(zh.split('\n')).toEqual(expect.arrayContaining([A, B]));
      expect(zh).toContain('看得清');
      expect(zh).toMatch(/如实|说一声|告知/);
      const en = askMessage(needOf(to, A, B), 'en');
      expect(en).toContain('Signed slip');
      expect(en.split('\n')).toEqual(expect.arrayContaining([A, B]));
      expect(en).toContain('legible');
      expect(en).not.toMatch(/[\u3400-\u9fff]/);
      expect(`${zh}${en}`).not.toMatch(/[{}]|undefined/);
    },
  );

  test.each(addressees)('to %s it never says what the answer should be, nor in whose name', (to) => {
    const { zh, en } = askMessages(needOf(to, A));
    expect(zh).not.toMatch(/兹证明|特此证明|证明如下|我司确认|确认收到|真实交易|照下面|模板/);
    expect(en).not.toMatch(/hereby|certif|genuine|confirm that|template|sign below/i);
  });

  test('every addressee is spoken to in words of their own', () => {
    const greetings = addressees.map((to) => askMessage(needOf(to, A), 'zh-CN').split('\n')[0]);
    expect(new Set(greetings).size).toBe(addressees.length);
  });

  test('what is needed of the same orders is said together, their numbers once', () => {
    const message = askMessage(
      {
        addressee: 'courier',
        needs: [
          { ...slip, orderNumbers: [A, B, A] },
          { ...proof, orderNumbers: [B, A] },
        ],
      },
      'zh-CN',
    );
    expect(message.split(A)).toHaveLength(2);
    expect(message).toContain(
      `这 2 笔订单，每笔都要：\n1. 签收底单\n2. 内部跟踪截图\n订单号：\n${A}\n${B}\n`,
    );
  });

  test('what is needed of other orders is said apart, and what is for the whole matter too', () => {
    const message = askMessage(
      {
        addressee: 'courier',
        needs: [
          { ...slip, orderNumbers: [A] },
          { ...proof, orderNumbers: [] },
        ],
      },
      'en',
    );
    expect(message).toContain(`For this 1 order:\n1. Signed slip\nOrder numbers:\n${A}\n\n`);
    expect(message).toContain('One for the whole matter, whatever the order:\n1. Tracking\n\n');
  });

  test('where it lies is told to those who look on our behalf, not to those who have it', () => {
    expect(askMessage(needOf('warehouse', A), 'zh-CN')).toContain('1. 签收底单（派件网点）');
    expect(askMessage(needOf('client', A), 'en')).toContain('1. Signed slip (The branch)');
    expect(askMessage(needOf('courier', A), 'zh-CN')).not.toContain('派件网点');
    const nowhere = { ...slip, whereFound: { zh: ' ', en: '' }, orderNumbers: [A] };
    expect(askMessage({ addressee: 'warehouse', needs: [nowhere] }, 'zh-CN')).toContain('1. 签收底单\n');
  });

  test('by when is said only where it is known', () => {
    const need = needOf('courier', A);
    expect(askMessage(need, 'zh-CN', '11-23 15:07')).toContain('11-23 15:07 前要用');
    expect(askMessage(need, 'en', 'Nov 23 15:07')).toContain('before Nov 23 15:07');
    expect(askMessage(need, 'zh-CN', ' ')).toBe(askMessage(need, 'zh-CN'));
    expect(askMessages(need, { zh: '11-23', en: 'Nov 23' })).toEqual({
      zh: askMessage(need, 'zh-CN', '11-23'),
      en: askMessage(need, 'en', 'Nov 23'),
    });
  });

  test('a title is put in as it is, whatever stands in it', () => {
    const title = { zh: '底单 $& {by} {count}', en: 'Slip $1 {by}' };
    const message = askMessage(
      { addressee: 'courier', needs: [{ ...slip, title, orderNumbers: [A] }] },
      'zh-CN',
    );
    expect(message).toContain('1. 底单 $& {by} {count}');
  });

  test('where nothing is needed there is no message', () => {
    expect(askMessages({ addressee: 'courier', needs: [] })).toEqual({ zh: '', en: '' });
  });
});
