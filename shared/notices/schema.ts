import * as z from 'zod';
import { id, instant, line, orderNumber, text } from '../kernel/fields.ts';
import { pageClockId } from '../deadlines/index.ts';
import { penalty } from './penalty.ts';

/**
 * A platform's notice as the seller has it. Issued, seen and handed over are three instants; the countdown of the
 * platform's own page wins over all that is computed from them.
 */
const noticeParts = z.strictObject({
  /** Verbatim, as it was pasted. */
  text,
  /** The platform's number of the violation or notice. */
  platformNumber: line,
  ruleCited: line,
  /** What the platform says it goes by. */
  basis: text,
  issuedAt: instant.nullable(),
  seenAt: instant.nullable(),
  /** When the client handed it to the agency. */
  handedOverAt: instant.nullable(),
  /** The page's countdown as it stood there, e.g. 剩2天21小时13分, when it was read, and the end that follows. */
  pageWords: line,
  pageReadAt: instant.nullable(),
  pageDeadline: instant.nullable(),
  /** A screenshot of the notice or its countdown. */
  itemId: id.nullable(),
  /** What it costs by the notice's own words; several can come with one notice. */
  penalties: z.array(penalty).max(20),
  /** The how-manieth violation the platform counts it as; null: not said. */
  occurrence: z.int().min(1).max(999).nullable(),
});

/** What is known of a notice so far, or what has changed of it: a part left out stays as it is. */
export const noticeFields = noticeParts.partial();
export type NoticeFields = z.infer<typeof noticeFields>;

/** The notice of a case, with what the seller chose to disclose in the material. */
export const notice = noticeParts.extend({
  caseId: id,
  /** Whether material lists the orders whose voucher can no longer be had, each with the requests made for it. */
  listsUnproven: z.boolean(),
  /** Whether material names admitted orders. Off unless the seller chose it after being told to take advice first. */
  disclosesAdmitted: z.boolean(),
});
export type Notice = z.infer<typeof notice>;

/** What somebody said of the time left; what they did not touch follows the notice's text. */
export const deadlineDraft = z.strictObject({
  /** The page's own countdown, when the notice was issued, or that nobody knows; null: not said. */
  way: z.enum(['page', 'issued', 'unknown']).nullable(),
  words: line.nullable(),
  readAt: instant.nullable(),
  /** Left out: not touched. Null: emptied. */
  issuedAt: instant.nullable().optional(),
  /** Which clock the page's countdown is of, by `PageClocks`. Left out: the nearest. */
  pageClock: pageClockId,
});
export type DeadlineDraft = z.infer<typeof deadlineDraft>;

/** A notice that is pasted and worked through before its case is opened. There is one at a time. */
export const unopenedNotice = z.strictObject({
  /** Whether it is the first appeal, or one after a rejection. */
  what: z.enum(['appeal', 'rejected']),
  storeId: id.nullable(),
  scenarioId: z.string().max(120).nullable(),
  text: z.string().max(200_000),
  /** When the text was pasted: a countdown in it was read then. */
  pastedAt: instant.nullable(),
  /** Numbers found in the text that are no orders of this matter, and those added by hand. */
  leftOut: z.array(orderNumber).max(2000),
  byHand: z.array(orderNumber).max(2000),
  deadline: deadlineDraft,
  /** The platform's number of the violation. Left out: not touched, the only one that the text names. */
  platformNumber: line.optional(),
});
export type UnopenedNotice = z.infer<typeof unopenedNotice>;

/** Where in a text something stands: from `start` up to, not with, `end`, in UTF-16 units. */
const span = { start: z.int(), end: z.int() };

/** What was found in a notice's text: proposals that a person confirms beside the text. */
export const noticeReading = z.strictObject({
  orderNumbers: z.array(
    z.strictObject({
      orderNumber: z.string(),
      ...span,
      /** The imported order of that number, where there is one. */
      order: z
        .strictObject({ id, buyerName: z.string(), orderedAt: instant.nullable(), items: z.string() })
        .nullable(),
      /** Cases of the store that hold it already. */
      cases: z.array(z.strictObject({ caseId: id, caseNumber: z.string() })),
    }),
  ),
  /** Long numbers that are no order numbers of this platform: waybills, phones, violation numbers. */
  otherNumbers: z.array(z.strictObject({ text: z.string(), ...span })),
  /** What the text calls the number of its violation or dispute (`isOwn`), or of a notice, ticket or complaint about it. */
  matterNumbers: z.array(
    z.strictObject({ number: z.string(), label: z.string(), isOwn: z.boolean(), ...span }),
  ),
  /** A countdown such as 剩2天21小时13分, as milliseconds left. */
  countdown: z.strictObject({ words: z.string(), milliseconds: z.int(), ...span }).nullable(),
  /** Dates and times named in it, in the platform's zone; a date without a time is its first moment. */
  instants: z.array(z.strictObject({ words: z.string(), at: instant, hasTime: z.boolean(), ...span })),
});
export type NoticeReading = z.infer<typeof noticeReading>;
