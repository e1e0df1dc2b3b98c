import type { search as english } from '../en/search.ts';
import { chineseOf } from '../texts.ts';

export const search = chineseOf<typeof english>()({
  title: '找任何东西',
  placeholder: '订单号、买家、规则、案件……或想做的事',
  found: '找到的',
  acts: '这个页面',
  everywhere: '通用',
  which: '要动哪一个？',
  rooms: '去哪里',
  looking: '查找中…',
  nothing: '没有找到。名字里的两个字就够了。',
  'kind-case': '案件',
  'kind-order': '订单',
  'kind-evidence': '凭证',
  'kind-contact': '沟通记录',
  'kind-fact': '事实',
  'kind-store': '店铺',
  'kind-client': '商家',
  'kind-rule': '规则',
});
