import type { operators as english } from '../en/operators.ts';
import { chineseOf } from '../texts.ts';

export const operators = chineseOf<typeof english>()({
  title: 'operators',
});
