import * as z from 'zod';
import { id, instant, line, orderNumber, text } from '../kernel/fields.ts';

/** What the user filed on the platform, recorded by the user; never sent by us. */
export const submission = z.strictObject({
  id,
  caseId: id,
  packetId: id,
  /** 1 for the first filing, 2 for the next, and so on: after a return or a request for more with the same chance, after a final answer with another. */
  round: z.int(),
  submittedAt: instant,
  platformNumber: z.string(),
  receiptItemId: id.nullable(),
  orderNumbers: z.array(orderNumber),
  correctedAt: instant.nullable(),
  correctionReason: z.string(),
});
export type Submission = z.infer<typeof submission>;

/**
 * Spending the chance. `spends` repeats, in full, the orders whose chance this takes: the second of the two askings;
 * a list that differs from what the packet holds is a CONFLICT. Empty for a matter that names no order: then the one
 * chance of the matter itself is spent.
 */
export const newSubmission = z.strictObject({
  caseId: id,
  packetId: id,
  submittedAt: instant,
  platformNumber: line,
  receiptItemId: id.nullable().default(null),
  spends: z.array(orderNumber).max(2000),
});

/** 成立 / 部分成立 / 不成立 / 退回补充 / 已撤回 / 逾期未提交 / 决定不提交. */
export const OUTCOMES = [
  'upheld',
  'partly-upheld',
  'rejected',
  'returned',
  'withdrawn',
  'lapsed',
  'not-filed',
] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

/** Final answers after which there is something to file again for, where a chance is left: not all that was asked was given. */
export const LEAVES_MORE: ReadonlySet<string> = new Set<Outcome>(['rejected', 'partly-upheld', 'withdrawn']);

export const decision = z.strictObject({
  id,
  caseId: id,
  submissionId: id.nullable(),
  outcome,
  decidedAt: instant,
  /** The platform's own words, or, for "not filed", why not. */
  reason: z.string(),
  itemId: id.nullable(),
  /** For returned-for-more: the countdown of the platform's page in its words, when it was read, and the end it comes to. */
  pageWords: z.string(),
  pageReadAt: instant.nullable(),
  pageDeadline: instant.nullable(),
});
export type Decision = z.infer<typeof decision>;

export const newDecision = z.strictObject({
  caseId: id,
  submissionId: id.nullable().default(null),
  outcome,
  decidedAt: instant,
  reason: text.default(''),
  itemId: id.nullable().default(null),
  /** For returned-for-more: the countdown of the platform's own page. It wins over every rule. */
  pageWords: line.default(''),
  pageReadAt: instant.nullable().default(null),
  pageDeadline: instant.nullable().default(null),
});
export type NewDecision = z.infer<typeof newDecision>;
