import * as z from 'zod';
import { id, instant, line, orderNumber, text } from '../kernel/fields.ts';
import { numberKey } from '../kernel/index.ts';

/** 剩余 / 草稿占用 / 已用 / 已过期 / 不确定. */
export const ATTEMPT_STATES = ['left', 'held', 'spent', 'lapsed', 'unknown'] as const;
export const attemptState = z.enum(ATTEMPT_STATES);
export type AttemptState = z.infer<typeof attemptState>;

/** Stands for the order's number in the slot of a matter without orders, which is its case's alone. */
export const OF_THE_MATTER = '';

/** What the slots of a matter are kept under: its orders, or, where it names none, the matter itself. */
export function slotsOf(orderNumbers: readonly string[]): readonly string[] {
  return orderNumbers.length === 0 ? [OF_THE_MATTER] : orderNumbers;
}

/** One submission slot of one order in one scene, and what became of it. */
export const attempt = z.strictObject({
  id,
  storeId: id,
  scenarioId: z.string(),
  /** Empty for the one of a matter that names no order. */
  orderNumber: z.union([orderNumber, z.literal(OF_THE_MATTER)]),
  state: attemptState,
  by: z.enum(['here', 'elsewhere']),
  /** When it was written down here: what was entered together has one instant. */
  enteredAt: instant,
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  submissionId: id.nullable(),
  /** For an attempt made elsewhere: who made it, what was sent, what came of it. */
  madeBy: z.string(),
  madeAt: instant.nullable(),
  sentText: z.string(),
  platformNumber: z.string(),
  /** The number of the item, dispute or violation it was about, as it was typed; empty: that of its case, where it has one. */
  matterNumber: z.string(),
  /** Asked about a case: whether it was of another item, dispute or violation than the case, by both numbers: it does not count there. */
  otherMatter: z.boolean(),
  result: z.string(),
  itemIds: z.array(id),
  /** How an `unknown` was settled: what the back office showed. */
  settledNote: z.string(),
  correctedReason: z.string(),
});
export type Attempt = z.infer<typeof attempt>;

/**
 * Under what an attempt entered as sent elsewhere is kept together with others where one chance covers a whole matter: the
 * case whose matter it is, or, where it names none, what was entered with it at once; and the number it was about.
 *
 * @param several whether there are several chances: then what was entered at once is of one of them, and the rest of others
 */
export function matterKey(
  { caseId, enteredAt, matterNumber }: Pick<Attempt, 'caseId' | 'enteredAt' | 'matterNumber'>,
  several: boolean,
): string {
  const entered = `entered ${enteredAt}`;
  return `${several ? entered : (caseId ?? entered)} ${numberKey(matterNumber)}`;
}

/** An attempt made before AppealDesk or by somebody else. It counts. */
export const priorAttempt = z.strictObject({
  storeId: id,
  scenarioId: z.string().min(1).max(120),
  /** Empty only for a case that has no orders and needs none. */
  orderNumbers: z.array(orderNumber).max(2000),
  state: z.enum(['spent', 'unknown']),
  caseId: id.nullable().default(null),
  madeBy: line.default(''),
  madeAt: instant.nullable().default(null),
  sentText: text.default(''),
  platformNumber: line.default(''),
  /** Which item, dispute or violation it was about, where that is not its case's or it names no case. */
  matterNumber: line.default(''),
  result: text.default(''),
  itemIds: z.array(id).max(50).default([]),
});

/** That a rule gives a case more chances than one, and how many of them are left. */
export interface SeveralChances {
  readonly max: number;
  readonly left: number;
}
