import type { reminders as english } from '../en/reminders.ts';
import { chineseOf } from '../texts.ts';

export const reminders = chineseOf<typeof english>()({
  title: '提醒',
  hint: '看过之前一直在这里',
  late_other: '有 {{count}} 条是电脑睡眠或程序没开的时候到的',
  'step.7d': '还剩一周',
  'step.3d': '还剩三天',
  'step.24h': '还剩一天',
  'step.internal': '到内部截止了',
  'step.4h': '还剩四小时',
  'step.1h': '还剩一小时',
  'step.over': '已经到期',
  'step.look': '可以去看结果了',
  'step.chase': '平台超时了，可以催',
  unconfirmed: '弹窗可能没弹出来：当时程序正好停了',
  seen: '看过了',
  seenAll: '全部看过',
  snooze: '一小时后再提醒',
  'bubble.text': '{{number}} · {{store}} · {{what}} · {{when}}',
  'bubble.summary_other': '你不在的时候有 {{count}} 条提醒',
  'bubble.summaryText': '都在“今天”里。',
  honest: '关机的电脑响不了。绝对不能错过的，手机上也设一个。',
});
