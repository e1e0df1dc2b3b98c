import * as z from 'zod';
import { bilingual, id, legalDate, line, requiredLine, text } from '../kernel/fields.ts';

/** A promotion that explains why orders rose: when, where, what was done, and the exhibits that show it. */
export const campaignFields = z.strictObject({
  name: requiredLine,
  /** Where it ran: the platform's event, a live room, a coupon page. */
  place: line.default(''),
  startsOn: legalDate,
  endsOn: legalDate,
  what: text.default(''),
  itemIds: z.array(id).max(50).default([]),
});

export const campaign = campaignFields.extend({ id, caseId: id });
export type Campaign = z.infer<typeof campaign>;

/** Orders a day around a campaign, counted from the imported orders of the store, in its zone. */
export const campaignCount = z.strictObject({
  campaignId: id,
  /** Every day from as many days before the start as the campaign has, up to its last. */
  days: z.array(z.strictObject({ date: legalDate, orders: z.int(), during: z.boolean() })),
  ordersBefore: z.int(),
  ordersDuring: z.int(),
  daysEach: z.int(),
  /** Orders of the case placed during it. */
  caseOrdersDuring: z.int(),
  /** A paragraph of numbers only; null where no imported order falls into the span. */
  says: bilingual.nullable(),
});
export type CampaignCount = z.infer<typeof campaignCount>;
