import type { facts as english } from '../en/facts.ts';
import { chineseOf } from '../texts.ts';

export const facts = chineseOf<typeof english>()({
  title: 'facts',
});
