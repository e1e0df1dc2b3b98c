import type { workspace as english } from '../en/workspace.ts';
import { chineseOf } from '../texts.ts';

export const workspace = chineseOf<typeof english>()({
  title: 'workspace',
});
