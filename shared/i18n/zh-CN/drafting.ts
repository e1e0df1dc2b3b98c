import type { drafting as english } from '../en/drafting.ts';
import { chineseOf } from '../texts.ts';

export const drafting = chineseOf<typeof english>()({
  title: 'drafting',
});
