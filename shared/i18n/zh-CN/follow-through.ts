import type { followThrough as english } from '../en/follow-through.ts';
import { chineseOf } from '../texts.ts';

export const followThrough = chineseOf<typeof english>()({
  title: 'follow-through',
});
