import type { settings as english } from '../en/settings.ts';
import { chineseOf } from '../texts.ts';

export const settings = chineseOf<typeof english>()({
  title: 'settings',
});
