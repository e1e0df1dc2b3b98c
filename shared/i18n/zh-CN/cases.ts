import type { cases as english } from '../en/cases.ts';
import { chineseOf } from '../texts.ts';

export const cases = chineseOf<typeof english>()({
  title: 'cases',
});
