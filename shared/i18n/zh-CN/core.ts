import type { core as english } from '../en/core.ts';
import { chineseOf } from '../texts.ts';

export const core = chineseOf<typeof english>()({
  firstOperator: '店主',
  'structure.what': '事情经过',
  'structure.proof': '能证明的情况',
  'structure.request': '我们的请求',
  'plan.title': '整改方案',
  'plan.causes': '原因',
  'plan.done': '已采取措施',
  'plan.prevention': '预防措施',
  'kit.other': '其他凭证',
  'counts.label': '“{{name}}”前后每日单量（申诉台统计）',
  'counts.head': '“{{name}}”，{{from}} 至 {{to}}',
  'counts.how': '由申诉台按下列订单导出文件里的下单时间统计，按 {{zone}} 的自然日计，没有人工增减。',
  'counts.days': '日期、单量',
  'counts.during': '活动期间',
  'counts.files': '导入的文件',
});
