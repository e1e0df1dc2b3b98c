import * as z from 'zod';
import { id, instant, legalDate, line, orderNumber } from '../kernel/fields.ts';

/** The ten steps of a case, in order: 通知 → 评估 → 订单 → 凭证 → 事实 → 说明 → 材料 → 提交 → 结果 → 落实. */
export const CASE_STEPS = [
  'notice',
  'check',
  'orders',
  'evidence',
  'facts',
  'statement',
  'packet',
  'submission',
  'decision',
  'follow-through',
] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** Where a case stands as a whole; derived from what was recorded, never typed in. */
export const CASE_STAGES = ['preparing', 'frozen', 'submitted', 'returned', 'decided', 'closed'] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** What stands at each step, in the fewest words: done or not, and a count where counting helps. */
export const stepState = z.strictObject({
  step: z.enum(CASE_STEPS),
  state: z.enum(['done', 'current', 'open', 'not-needed']),
  done: z.int().nullable(),
  total: z.int().nullable(),
});
export type StepState = z.infer<typeof stepState>;

/** One matter against one scenario. */
export const caseRecord = z.strictObject({
  id,
  /** `2026-001`: the year it was opened and a running number. */
  number: z.string(),
  title: z.string(),
  platform: z.string(),
  caseType: z.string(),
  scenarioId: z.string(),
  clientId: id,
  storeId: id,
  ownerId: id,
  reviewerId: id.nullable(),
  buyerName: z.string(),
  /** The dates that pin which rules hold: the conduct, the notice, the filing. */
  conductDate: legalDate.nullable(),
  noticeDate: legalDate.nullable(),
  createdAt: instant,
  archivedAt: instant.nullable(),
  stage: z.enum(CASE_STAGES),
});
export type CaseRecord = z.infer<typeof caseRecord>;

/** A line of the case list. */
export const caseListItem = caseRecord.extend({
  storeAlias: z.string(),
  orderCount: z.int(),
  /** The next instant that matters and whose it is; null when nothing runs. */
  nextDue: z.strictObject({ at: instant, side: z.enum(['mine', 'theirs']), clockId: id }).nullable(),
});
export type CaseListItem = z.infer<typeof caseListItem>;

/** An order as it stands in a case: by its number, joined to the imported order where there is one. */
export const caseOrder = z.strictObject({
  id,
  orderNumber,
  orderId: id.nullable(),
  buyerName: z.string(),
  orderedAt: instant.nullable(),
  paidAt: instant.nullable(),
  totalMinor: z.int().nullable(),
  currency: z.string().nullable(),
  country: z.string(),
  remark: z.string(),
  status: z.string(),
});
export type CaseOrder = z.infer<typeof caseOrder>;

/** The answer to a question of the pre-submission check. Null means "not known yet". */
export const answerValue = z.union([z.boolean(), z.string().max(400), z.number(), z.null()]);
export type AnswerValue = z.infer<typeof answerValue>;

export const caseAnswer = z.strictObject({
  factId: z.string(),
  value: answerValue,
  /** `asked` was typed by a person; `derived` was counted from orders and evidence. */
  source: z.enum(['asked', 'derived']),
});
export type CaseAnswer = z.infer<typeof caseAnswer>;

/** What stands in the way of, or beside, using these orders in this scene. */
export const duplicateFinding = z.strictObject({
  orderNumber,
  allowed: z.enum(['yes', 'warn', 'refused', 'unknown']),
  ruleId: z.string().nullable(),
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  scenarioId: z.string().nullable(),
  by: z.enum(['here', 'elsewhere']).nullable(),
});
export type DuplicateFinding = z.infer<typeof duplicateFinding>;

export const newCase = z.strictObject({
  storeId: id,
  scenarioId: z.string().min(1).max(120),
  title: line.default(''),
  buyerName: line.default(''),
  orderNumbers: z.array(orderNumber).max(2000).default([]),
  noticeDate: legalDate.nullable().default(null),
});
