import type { orders as english } from '../en/orders.ts';
import { chineseOf } from '../texts.ts';

export const orders = chineseOf<typeof english>()({
  title: 'orders',
});
