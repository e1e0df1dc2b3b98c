import type { events as english } from '../en/events.ts';
import { chineseOf } from '../texts.ts';

export const events = chineseOf<typeof english>()({
  title: '发生了什么',
  teach: '有的时限不从通知算，从另一件事算。记下什么时候发生的，倒计时就开始走。',
  add: '记一件事',
  open: '发生了什么',
  which: '哪一件事',
  starts: '开始算：{{clocks}}',
  'starts.page': '开始算：{{clocks}}。规则里没写多久，照页面上的截止时间填。',
  at: '什么时候发生的',
  'at.hint': '照平台的邮件或页面上写的填。',
  'at.zone': '按店铺当地时间填（{{zone}}）。',
  'at.here': '按店铺当地时间填（{{zone}}），这边是 {{when}}。',
  page: '页面上写着还剩多久的，填进来，以页面为准。',
  note: '备注',
  'note.hint': '例：邮件标题、纠纷编号',
  item: '能看出这件事的截图（可不放）',
  save: '记下',
  moves: '保存后截止时间这样变',
  'save.again': '保存',
  edit: '更正',
  remove: '删掉',
  'no-end': '还没有时间从它算起：把页面上的截止时间填进来。',
});
