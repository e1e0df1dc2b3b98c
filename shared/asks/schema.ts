import * as z from 'zod';
import { addressees } from '../rulebook/index.ts';
import { bilingual, id, instant, line, orderNumber, text } from '../kernel/fields.ts';

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
});

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
      orderNumbers: z.array(orderNumber),
      /** Of these it was asked already, and no answer has come. */
      askedFor: z.array(orderNumber),
    }),
  ),
  /** The request in both languages, for one message. */
  message: bilingual,
});
export type OpenNeed = z.infer<typeof openNeed>;
