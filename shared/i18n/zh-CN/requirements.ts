import type { requirements as english } from '../en/requirements.ts';
import { chineseOf } from '../texts.ts';

export const requirements = chineseOf<typeof english>()({
  title: 'requirements',
});
