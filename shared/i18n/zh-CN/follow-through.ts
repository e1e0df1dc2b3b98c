import type { followThrough as english } from '../en/follow-through.ts';
import { chineseOf } from '../texts.ts';

export const followThrough = chineseOf<typeof english>()({
  title: '落实核对',
  teach: '赢了不等于已经落实。下面每一项，到后台看一眼再打勾；答应了却没落实的去找客服。',
  'notYet.title': '有了处理结果才核对',
  'notYet.text': '平台判成立或部分成立后，这里会列出规则答应你的每一项。',
  'notYet.act': '去记处理结果',
  promised: '规则答应的',
  notPromised: '规则没有答应的',
  advice: '还能做的',
  possible: '可能有，不保证',
  due: '应在 {{when}} 前落实',
  'due.none': '没有公开的时限',
  overdue: '超时未落实',
  'state.waiting': '还没看到',
  'state.applied': '已落实',
  'state.not-applied': '没落实',
  seenOn: '看到的日期',
  exhibit: '证据（可不选）',
  note: '备注',
  save: '记下',
  progress: '已核对 {{done}}/{{total}}',
  basis: '依据',
});
