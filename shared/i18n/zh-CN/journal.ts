import type { journal as english } from '../en/journal.ts';
import { chineseOf } from '../texts.ts';

export const journal = chineseOf<typeof english>()({
  title: 'journal',
});
