import type { Language } from '../kernel/fields.ts';
import type { Contact, ContactChannel } from './schema.ts';

/** An answer as an exhibit: what it is called, and its text. */
export interface AnswerText {
  readonly label: string;
  readonly text: string;
}

interface Words {
  readonly channels: Readonly<Record<ContactChannel, string>>;
  readonly label: string;
  readonly head: string;
  readonly channel: string;
  readonly withWhom: string;
  readonly when: string;
  readonly ticket: string;
  readonly asked: string;
  readonly answer: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    channels: {
      'support-chat': '在线客服',
      phone: '电话',
      ticket: '工单',
      email: '邮件',
      'account-manager': '对接小二',
      other: '其他',
    },
    label: '平台答复',
    head: '与平台的沟通记录。由店铺自己记下，答复部分照抄原话。',
    channel: '渠道：',
    withWhom: '对方：',
    when: '时间：',
    ticket: '工单号：',
    asked: '我方所问：',
    answer: '对方答复（原话）：',
  },
  en: {
    channels: {
      'support-chat': 'Support chat',
      phone: 'Phone',
      ticket: 'Ticket',
      email: 'E-mail',
      'account-manager': 'Account manager',
      other: 'Other',
    },
    label: "Platform's answer",
    head: 'A contact with the platform, written down by the shop. The answer is copied word for word.',
    channel: 'Channel: ',
    withWhom: 'With: ',
    when: 'When: ',
    ticket: 'Ticket number: ',
    asked: 'What we asked:',
    answer: 'Their answer, in their words:',
  },
};

/**
 * A contact as a text that can stand among the exhibits: who said it, when and where, what was asked, and the answer letter
 * by letter. It says that the shop wrote it down: it is no document of the platform.
 *
 * @param when the instant as text, with its zone.
 */
export function answerAsText(
  contact: Pick<Contact, 'channel' | 'withWhom' | 'ticketNumber' | 'asked' | 'answer'>,
  when: string,
  language: Language,
): AnswerText {
  const words = WORDS[language];
  const { channel, withWhom, ticketNumber, asked, answer } = contact;
  const known = [
    `${words.channel}${words.channels[channel]}`,
    withWhom === '' ? '' : `${words.withWhom}${withWhom}`,
    `${words.when}${when}`,
    ticketNumber === '' ? '' : `${words.ticket}${ticketNumber}`,
  ].filter((each) => each !== '');
  const blocks = [
    words.head,
    known.join('\n'),
    ...(asked.trim() === '' ? [] : [`${words.asked}\n${asked}`]),
    `${words.answer}\n${answer}`,
  ];
  // A colon of the clock is none of a file's name, on Windows.
  const at = when.slice(0, 16).replace(':', '.');
  return { label: `${words.label} ${at}`, text: blocks.join('\n\n') };
}
