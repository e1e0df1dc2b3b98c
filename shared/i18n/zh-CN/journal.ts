import type { journal as english } from '../en/journal.ts';
import { chineseOf } from '../texts.ts';

export const journal = chineseOf<typeof english>()({
  title: '操作记录',
  hint: '谁在什么时候改了什么，只增不减。',
  when: '时间',
  who: '经办人',
  what: '做了什么',
  'done.attempts.enterPrior': '已补记。记错了，到“机会”里更正',
  'done.attempts.settle': '已记下',
  'done.attempts.correct': '已更正',
  undo: '撤销',
  undoThis: '撤销：{{act}}',
  'state-open': '可撤销',
  'state-undone': '已撤销',
  'state-permanent': '不可撤销',
  emptyTitle: '这里会记下每一次操作',
  emptyText: '添加店铺或导入订单后，就会有第一条记录。',
  nothingToUndo: '这个窗口里没有可以撤销的了。',
  nothingToRedo: '没有可以重做的。',
  redone: '已重做',
});
