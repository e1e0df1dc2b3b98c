import type { packets as english } from '../en/packets.ts';
import { chineseOf } from '../texts.ts';

export const packets = chineseOf<typeof english>()({
  title: 'packets',
});
