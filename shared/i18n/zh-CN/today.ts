import type { today as english } from '../en/today.ts';
import { chineseOf } from '../texts.ts';

export const today = chineseOf<typeof english>()({
  title: 'today',
});
