import type { search as english } from '../en/search.ts';
import { chineseOf } from '../texts.ts';

export const search = chineseOf<typeof english>()({
  title: 'search',
});
