import type { attempts as english } from '../en/attempts.ts';
import { chineseOf } from '../texts.ts';

export const attempts = chineseOf<typeof english>()({
  title: 'attempts',
});
