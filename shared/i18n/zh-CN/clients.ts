import type { clients as english } from '../en/clients.ts';
import { chineseOf } from '../texts.ts';

export const clients = chineseOf<typeof english>()({
  title: 'clients',
});
