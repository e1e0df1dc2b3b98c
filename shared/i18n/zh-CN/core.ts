import type { core as english } from '../en/core.ts';
import { chineseOf } from '../texts.ts';

export const core = chineseOf<typeof english>()({
  firstOperator: '店主',
  'structure.what': '事情经过',
  'structure.proof': '能证明的情况',
  'structure.request': '我们的请求',
  'kit.other': '其他凭证',
});
