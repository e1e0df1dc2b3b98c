import * as z from 'zod';
import { clockChanges, pageClockId } from '../deadlines/index.ts';
import { computed, id, instant, legalDate, line, orderNumber } from '../kernel/fields.ts';
import { noticeFields } from '../notices/index.ts';
import type { AttemptKeyPart, FactGround, Rule, RulebookChanges } from '../rulebook/index.ts';

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

/** The one thing to do next, as a code that both languages have words for. */
export const NEXT_ACTS = [
  'check-effects',
  'closed',
  'take-way-on',
  'wait',
  'give-time',
  'record-event',
  'pick-orders',
  'look-up-chance',
  'drop-spent-orders',
  'chance-gone',
  'time-ended',
  'prove-orders',
  'supplement',
  'do-not-file',
  'answer',
  'collect',
  'write-facts',
  'confirm-facts',
  'write',
  'cite',
  'export',
  'submit',
] as const;
export type NextActCode = (typeof NEXT_ACTS)[number];

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
  /** The platform's number of the item, dispute or violation, as it was typed; where a notice begins the case, that says it. */
  matterNumber: z.string(),
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

/** 凭证齐全 / 真实但凭证不足 / 确有违规(仅内部): what can be shown for an order that a notice names. */
export const ORDER_CLASSES = ['documented-genuine', 'cannot-be-proven', 'admitted'] as const;
export const orderClass = z.enum(ORDER_CLASSES);
export type OrderClass = z.infer<typeof orderClass>;

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
  trackingNumber: z.string(),
  /** Null where nobody has sorted it yet, and in a case that does not sort its orders. */
  class: orderClass.nullable(),
  classReason: z.string(),
  classedAt: instant.nullable(),
  /** Once put down as admitted it needs a new exhibit and a reason to be called genuine. */
  wasAdmitted: z.boolean(),
  /** How many of its own vouchers are there (备齐 3/4); null where orders need none of their own. */
  coverage: z.strictObject({ met: z.int(), total: z.int() }).nullable(),
});
export type CaseOrder = z.infer<typeof caseOrder>;

const givenAnswer = z.union([z.boolean(), z.string().max(400), z.number()]);

/** The answer to a question of the pre-submission check. Null means "not known yet". */
export const answerValue = givenAnswer.nullable();
export type AnswerValue = z.infer<typeof answerValue>;

export const caseAnswer = z.strictObject({
  factId: z.string(),
  value: answerValue,
  /** `asked` was typed by a person; `derived` follows from what is on record. */
  source: z.enum(['asked', 'derived']),
  /** Why it is so, beside what was typed; null where nothing but that, or a count, is behind it. */
  ground: computed<FactGround>().nullable(),
  /** What was typed, where that is not what acts. */
  given: answerValue,
});
export type CaseAnswer = z.infer<typeof caseAnswer>;

/** What stands in the way of, or beside, using these orders in this scene. */
export const duplicateFinding = z.strictObject({
  /** Empty for a matter that names no order. */
  orderNumber: z.union([orderNumber, z.literal('')]),
  allowed: z.enum(['yes', 'warn', 'refused', 'unknown']),
  ruleId: z.string().nullable(),
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  scenarioId: z.string().nullable(),
  by: z.enum(['here', 'elsewhere']).nullable(),
  /** How what stands in the way is the chance asked about: of the same order, the same matter's number, or perhaps. */
  link: z.enum(['order', 'matter', 'perhaps']).nullable(),
  /** The number of the item, violation or dispute that both bear; null where either has none, or none counts. */
  number: z.string().nullable(),
  /** What the rule that stands in the way counts by. */
  countedBy: computed<readonly AttemptKeyPart[]>(),
});
export type DuplicateFinding = z.infer<typeof duplicateFinding>;

/** Sorts flagged orders. To call one genuine that was admitted, `itemId` and `reason` are needed. */
export const orderSorting = z.strictObject({
  caseId: id,
  orderNumbers: z.array(orderNumber).min(1).max(2000),
  /** Null takes the class away. */
  class: orderClass.nullable(),
  reason: line.default(''),
  /** An exhibit taken in after the order was admitted. */
  itemId: id.nullable().default(null),
});

export const newCase = z.strictObject({
  storeId: id,
  scenarioId: z.string().min(1).max(120),
  title: line.default(''),
  buyerName: line.default(''),
  orderNumbers: z.array(orderNumber).max(2000).default([]),
  noticeDate: legalDate.nullable().default(null),
  /** The platform's number of the item or dispute, in a matter that the seller begins and whose chances go by it. */
  matterNumber: line.default(''),
  /** The platform's notice that the case begins with; its orders are `orderNumbers`. */
  notice: noticeFields.nullable().default(null),
  /** Which clock the page's countdown of that notice is of, by `notices.pageClocks`. Left out: the nearest. */
  pageClock: pageClockId,
  /** Answers given while the scene was being chosen, by question of that scene. */
  answers: z.record(z.string().max(120), givenAnswer).default({}),
  /** The notice was begun before: it is in the case now, and undoing this brings it back as it was. */
  fromUnopened: z.boolean().default(false),
});

/** A rule as it stands for a case. */
export const ruleForCase = z.strictObject({
  /** Its `chosen` reading is the one that acts for the case, or would if the rule did (`inForce` false). */
  rule: computed<Rule>(),
  chosenByInstant: z.enum(['conduct', 'notice', 'filing']),
  /** The day of that instant in the shop's zone. */
  day: legalDate,
  /** Whether the case was handed in: before, the day of filing is today. */
  filed: z.boolean(),
  inForce: z.boolean(),
  /** The version of the rule's pack that the case stands on, and that of today. */
  version: z.string(),
  versionToday: z.string(),
});
export type RuleForCase = z.infer<typeof ruleForCase>;

const verdictWord = z.enum(['eligible', 'weak', 'not-eligible', 'fact-missing']);

/** What the rules of today would change for a case that began with others. */
export const caseRuleChanges = z.strictObject({
  caseId: id,
  caseNumber: z.string(),
  title: z.string(),
  /** Whether somebody saw these changes and kept the case where it is. */
  kept: z.boolean(),
  /** Whether the case was handed in: before, the day of filing is today. */
  filed: z.boolean(),
  changes: computed<RulebookChanges>(),
  /** `after` is null where the rules of today have no such scene any more: they cannot be taken. */
  verdict: z.strictObject({ before: verdictWord, after: verdictWord.nullable() }),
  /** Running clocks that would be otherwise. */
  clocks: clockChanges,
});
export type CaseRuleChanges = z.infer<typeof caseRuleChanges>;

/** A reading that somebody let act for a case in the place of the one the rulebook chose. */
export const readingChoiceRecord = z.strictObject({
  id,
  ruleId: z.string(),
  readingId: z.string(),
  conflictId: z.string().nullable(),
  reason: z.string(),
  chosenAt: instant,
  operatorId: id,
});
export type ReadingChoiceRecord = z.infer<typeof readingChoiceRecord>;

/** What is at stake in a case, as far as its orders and its notice tell: sums in integer minor units, by currency. */
export const caseStake = z.strictObject({
  orders: z.int(),
  amounts: z.array(z.strictObject({ currency: z.string(), minor: z.int() })),
  /** Orders of which no amount is on record. */
  withoutAmount: z.int(),
  /** Money that the notice holds or takes. */
  held: z.array(z.strictObject({ currency: z.string(), minor: z.int() })),
  /** Whether the notice closes, suspends or freezes the shop itself. */
  shop: z.boolean(),
});
export type CaseStake = z.infer<typeof caseStake>;
