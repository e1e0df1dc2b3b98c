import { describe, expect, it } from 'vitest';
import { answerAsText } from '../../../shared/contacts/index.ts';

const CONTACT = {
  channel: 'ticket',
  withWhom: '客服 07 号',
  ticketNumber: 'T-88',
  asked: '依据哪条规则？',
  answer: '  亲，\n以系统判定为准。  ',
} as const;
const WHEN = '2026-11-12 20:14 UTC+08:00';

describe('an answer of the platform as an exhibit', () => {
  it('keeps the answer letter by letter, under who said it, when and under which number', () => {
    const { label, text } = answerAsText(CONTACT, WHEN, 'zh-CN');
    expect(text.endsWith(`对方答复（原话）：\n${CONTACT.answer}`)).toBe(true);
    for (const known of ['渠道：工单', '对方：客服 07 号', `时间：${WHEN}`, '工单号：T-88', '依据哪条规则？'])
      expect(text).toContain(known);
    expect(text).toContain('由店铺自己记下');
    expect(label).toBe('平台答复 2026-11-12 20.14');
  });

  it('says nothing of what is not known', () => {
    const { text } = answerAsText({ ...CONTACT, withWhom: '', ticketNumber: '', asked: '' }, WHEN, 'en');
    expect(text).not.toMatch(/With:|Ticket number:|What we asked:/);
    expect(text).toContain('Channel: Ticket');
  });
});
