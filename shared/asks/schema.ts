import * as z from 'zod';
import { addressees } from '../rulebook/index.ts';
import { bilingual, id, instant, line, orderNumber, text } from '../kernel/fields.ts';
import { hoursRecord } from './opening-hours.ts';

/** Who has a voucher. */
export const addressee = z.enum(addressees);

/** What became of a request (催资料). */
export const ASK_STATES = ['open', 'answered', 'refused', 'silent'] as const;
export const askState = z.enum(ASK_STATES);

/** A request for vouchers: of whom, for which orders, in which words, and what came of it. */
export const ask = z.strictObject({
  id,
  caseId: id,
  addressee,
  addresseeName: z.string(),
  requirementIds: z.array(z.string()),
  orderNumbers: z.array(orderNumber),
  text: z.string(),
  /** How it was sent: 微信, 电话, 邮件. */
  channel: z.string(),
  askedAt: instant,
  /** The exhibit that shows that it was asked. */
  itemId: id.nullable(),
  state: askState,
  answeredAt: instant.nullable(),
  answerItemId: id.nullable(),
  /** When to look again whether it was answered (回访); null: at no set time. */
  revisitAt: instant.nullable(),
  note: z.string(),
});
export type Ask = z.infer<typeof ask>;

export const newAsk = z.strictObject({
  caseId: id,
  addressee,
  addresseeName: line.default(''),
  requirementIds: z.array(z.string().max(120)).max(50),
  orderNumbers: z.array(orderNumber).max(2000),
  text: text.default(''),
  channel: line.default(''),
  askedAt: instant,
  itemId: id.nullable().default(null),
  revisitAt: instant.nullable().default(null),
});

/** What is asked for in one case: each of the vouchers of each of the orders; without orders, of the whole matter. */
export const askedOfCase = z.strictObject({
  caseId: id,
  requirementIds: z.array(z.string().max(120)).min(1).max(50),
  orderNumbers: z.array(orderNumber).max(2000),
});
export type AskedOfCase = z.infer<typeof askedOfCase>;

/** So many requests are written down, or put off, in one act. */
export const MOST_AT_ONCE = 1000;

/** One message that went to one addressee about several cases. */
export const sharedAsk = newAsk
  .omit({ caseId: true, requirementIds: true, orderNumbers: true, itemId: true })
  .extend({ asked: z.array(askedOfCase).min(1).max(MOST_AT_ONCE) });

export const askAnswer = z.strictObject({
  askId: id,
  state: askState,
  answeredAt: instant.nullable().default(null),
  /** The exhibit of the request, where it came later. */
  itemId: id.nullable().optional(),
  answerItemId: id.nullable().default(null),
  note: line.default(''),
});

/** What is still to be asked of whom: one entry an addressee, ready to be pasted. */
export const openNeed = z.strictObject({
  addressee,
  needs: z.array(
    z.strictObject({
      requirementId: z.string(),
      title: bilingual,
      whereFound: bilingual,
      /** Kept when goods come back, not only when they leave. */
      ofReturn: z.boolean(),
      /** Empty: one for the whole matter. */
      orderNumbers: z.array(orderNumber),
      /** Of these it was asked already, and no answer has come. */
      askedFor: z.array(orderNumber),
      /** Whether all of it was asked for already, and no answer has come. */
      isAsked: z.boolean(),
    }),
  ),
  /** The request in both languages, for one message. */
  message: bilingual,
});
export type OpenNeed = z.infer<typeof openNeed>;

/** One message to one addressee, and what of which cases it asks for. */
export const askBatch = z.strictObject({
  caseIds: z.array(id),
  /** How many orders it is about; 0 where its cases name none. */
  orderCount: z.int(),
  /** How many of these orders have a waybill that is known. */
  waybillCount: z.int(),
  titles: z.array(bilingual),
  message: bilingual,
  asked: z.array(askedOfCase),
});
export type AskBatch = z.infer<typeof askBatch>;

/** A case as far as asking for it goes. */
export const askingCase = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  storeAlias: z.string(),
  /** The earliest end of the seller's own; null where no clock runs. */
  dueAt: instant.nullable(),
  /** When the answers must be there (内部截止). */
  cutOffAt: instant.nullable(),
});
export type AskingCase = z.infer<typeof askingCase>;

/** Everything that one addressee is, or is to be, asked for: one client's, so that no message tells of another's. */
export const askGroup = z.strictObject({
  addressee,
  /** Who exactly, as it was written down; empty: nobody in particular. */
  partyName: z.string(),
  clientId: id,
  clientName: z.string(),
  /** Null for one's own records, which are always open. */
  hours: hoursRecord.nullable(),
  cases: z.array(askingCase),
  /** What was not asked for yet; null where nothing is. */
  fresh: askBatch.nullable(),
  /** What was asked for and has not come; null where nothing is. */
  waiting: askBatch.nullable(),
  /** The requests that wait for an answer, the one to look at first on top. */
  open: z.array(
    ask.pick({ id: true, caseId: true, channel: true, askedAt: true, revisitAt: true }).extend({
      orderCount: z.int(),
    }),
  ),
});
export type AskGroup = z.infer<typeof askGroup>;
