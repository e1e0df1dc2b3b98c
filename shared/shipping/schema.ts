import * as z from 'zod';
import { id, instant, line, orderNumber } from '../kernel/fields.ts';

/** What somebody decided of an order that is under suspicion and not shipped yet (发货 / 暂不发货). */
export const shipDecision = z.enum(['ship', 'hold']);
export type ShipDecision = z.infer<typeof shipDecision>;

/**
 * An order under suspicion that is paid and not shipped: one of a case, or one that was placed by a buyer whom an open case
 * reports.
 */
export const waitingOrder = z.strictObject({
  storeId: id,
  storeAlias: z.string(),
  orderNumber,
  /** The order of the case whose buyer placed this one as well; null: this one itself stands in the case. */
  sameBuyerAs: orderNumber.nullable(),
  /** The case that it, or the other order, stands in; the newest where there are several. */
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  scenarioId: z.string(),
  items: z.string(),
  totalMinor: z.int().nullable(),
  currency: z.string().nullable(),
  paidAt: instant,
  /** By when it has to be shipped (发货期限); null where no import said so. */
  shipBy: instant.nullable(),
  /** The newest decision; null while nobody decided. */
  decided: z
    .strictObject({ id, decision: shipDecision, reason: z.string(), at: instant, operatorName: z.string() })
    .nullable(),
});
export type WaitingOrder = z.infer<typeof waitingOrder>;

/** A decision as it is said; holding an order back always has a reason. */
export const shipChoice = z
  .strictObject({ storeId: id, orderNumber, decision: shipDecision, reason: line.default('') })
  .refine(({ decision, reason }) => decision === 'ship' || reason !== '', 'holding needs a reason');
