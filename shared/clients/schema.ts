import * as z from 'zod';
import { currency, id, instant, line, requiredLine, zone } from '../kernel/fields.ts';

/** A customer of an agency (委托方); a lone seller has exactly one, made with the first store. */
export const client = z.strictObject({
  id,
  name: z.string(),
  note: z.string(),
  storeCount: z.int(),
  archivedAt: instant.nullable(),
});
export type Client = z.infer<typeof client>;

export const clientFields = z.strictObject({ name: requiredLine, note: line.default('') });

const fulfilment = z.enum(['seller', 'platform']);

/** A shop on one platform. `alias` is what reminders and covers show in place of the name. */
export const store = z.strictObject({
  id,
  clientId: id,
  clientName: z.string(),
  platform: z.string(),
  name: z.string(),
  alias: z.string(),
  /** The zone in which the platform's back office shows times. */
  zone,
  /** The zone of times in this store's order exports; null until the user has said. */
  exportZone: zone.nullable(),
  currency,
  /** Its country or site, where the platform's rules differ by it; null: nobody said, and all of them count. */
  region: z.string().nullable(),
  /** Who ships its orders, where rules differ by it; null: both or unknown, and all of them count. */
  fulfilment: fulfilment.nullable(),
  caseCount: z.int(),
  orderCount: z.int(),
  archivedAt: instant.nullable(),
});
export type Store = z.infer<typeof store>;

export const storeFields = z.strictObject({
  clientId: id.optional(),
  platform: z.string().min(1).max(40),
  name: requiredLine,
  alias: line.default(''),
  zone: zone.optional(),
  exportZone: zone.nullable().default(null),
  currency: currency.optional(),
  region: z.string().max(4).nullable().default(null),
  fulfilment: fulfilment.nullable().default(null),
});
