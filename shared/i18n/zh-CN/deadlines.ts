import type { deadlines as english } from '../en/deadlines.ts';
import { chineseOf } from '../texts.ts';

export const deadlines = chineseOf<typeof english>()({
  title: 'deadlines',
});
