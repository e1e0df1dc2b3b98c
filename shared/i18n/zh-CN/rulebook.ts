import type { rulebook as english } from '../en/rulebook.ts';
import { chineseOf } from '../texts.ts';

export const rulebook = chineseOf<typeof english>()({
  title: 'rulebook',
});
