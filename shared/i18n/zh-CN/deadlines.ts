import type { deadlines as english } from '../en/deadlines.ts';
import { chineseOf } from '../texts.ts';

export const deadlines = chineseOf<typeof english>()({
  sub: '你的、平台的，还有快看不到的。点一条，看它为什么是那天。',
  showStopped: '显示已结束',
  left: '还剩',
  due: '截止',
  owner: '谁的',
  'owner-mine': '我方截止',
  'owner-theirs': '平台时效',
  'owner-vanishing': '快看不到',
  what: '什么事',
  case: '案件',
  stopped: '已结束',
  passed: '时间已到',
  emptyTitle: '截止时间会列在这里',
  emptyText: '记下通知或提交后会自动开始计时，并逐日说明为什么是那天。',
  toCases: '去看案件',
  whyDay: '为什么是 {{day}}',
  readings: '各种说法',
});
