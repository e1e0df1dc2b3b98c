import * as z from 'zod';
import { bilingual, id, instant, line } from '../kernel/fields.ts';

/**
 * Something that goes out of reach. `orders`: of some orders of the case, saved as their voucher · `case`: of the case as a
 * whole · `link`: what an address in a text shows.
 */
export const radarLine = z.strictObject({
  /** Stable as long as it is about the same. */
  key: z.string(),
  kind: z.enum(['orders', 'case', 'link']),
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  storeAlias: z.string(),
  /** What it is, by the pack; null for a link. */
  title: bilingual.nullable(),
  says: bilingual.nullable(),
  /** The act that saves it; null where the pack names none. */
  does: bilingual.nullable(),
  whereFound: bilingual.nullable(),
  /** The voucher of each order that saves it. */
  requirementId: z.string().nullable(),
  /** Orders it is about, those that are the first to go first. */
  orderNumbers: z.array(z.string()),
  /** The clock that reminds of it; null where none runs. */
  clockId: id.nullable(),
  /** The text that holds the link, and the link, which may be one of several. */
  itemId: id.nullable(),
  linkId: id.nullable(),
  address: z.string().nullable(),
  /** When the earliest reading ends; null: no source, or no date of an order, says when. */
  vanishesAt: instant.nullable(),
  /** When the longest reading ends. */
  lastsUntil: instant.nullable(),
  /** `open`: still to be saved · `saved` · `given-up`: not to be had, with a reason. */
  state: z.enum(['open', 'saved', 'given-up']),
  /** What saved it, or why it is not to be had. */
  capture: z
    .strictObject({ id, itemId: id.nullable(), reason: z.string(), at: instant, operatorName: z.string() })
    .nullable(),
});
export type RadarLine = z.infer<typeof radarLine>;

/** What a capture is of: a clock of the case as a whole, or a link that a text of its holds. */
export const captureTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clock'), clockId: id }),
  z.strictObject({ kind: z.literal('link'), linkId: id }),
]);

/** What became of it: the item that saves it, or why it is not to be had. */
export const captureEnd = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), itemId: id }),
  z.strictObject({ state: z.literal('given-up'), reason: line.min(1) }),
]);
