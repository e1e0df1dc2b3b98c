import type { evidence as english } from '../en/evidence.ts';
import { chineseOf } from '../texts.ts';

export const evidence = chineseOf<typeof english>()({
  title: 'evidence',
});
