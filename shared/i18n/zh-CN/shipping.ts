import type { shipping as english } from '../en/shipping.ts';
import { chineseOf } from '../texts.ts';

export const shipping = chineseOf<typeof english>()({
  title: '有疑点的订单：发货还是先不发',
  hint: '已付款、没发货，在办的案件里的，或者是被举报的买家下的',
  sameBuyer: '不在案件里，但下单的买家正被举报（同一买家的订单 {{number}}）',
  more_other: '还有 {{count}} 笔，都显示出来',
  shipBy: '发货期限 {{when}}',
  shipByUnknown: '期限未知',
  undated_other: '发货期限未知：{{count}} 单，去后台看一眼。',
  undatedHint: '导入带“发货期限”一列的订单表，到期前就会提醒。',
  showUndated_other: '显示这 {{count}} 单',
  paid: '{{when}} 付款',
  ship: '发货',
  hold: '暂不发货',
  'risk-ship': '发货：如果疑点是真的，货和运费可能收不回来。',
  'risk-hold': '暂不发货：过了发货期限，平台可能按没按时发货处理，不管你有没有怀疑。先查清楚平台的规定。',
  both: '不会通知平台，只记下你的决定。',
  'decided-ship': '已决定发货',
  'decided-hold': '已决定暂不发货',
  by: '{{name}}，{{when}}',
  holdTitle: '订单 {{number}} 暂不发货',
  reason: '为什么先不发',
  reasonHint: '例如：正在核实买家',
  save: '暂不发货',
});
