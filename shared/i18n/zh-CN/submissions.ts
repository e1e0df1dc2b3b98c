import type { submissions as english } from '../en/submissions.ts';
import { chineseOf } from '../texts.ts';

export const submissions = chineseOf<typeof english>()({
  title: 'submissions',
});
