import * as z from 'zod';
import { bilingual, id, instant, legalDate } from '../kernel/fields.ts';
import { effectChanges, effectSubjects } from '../rulebook/index.ts';

/** A benefit that the rules promise after a win, and whether it was really applied (落实核对). */
export const promisedEffect = z.strictObject({
  effectId: z.string(),
  /** What the rules say of it: it will happen, it will not, it depends, or nothing is promised and this can still be done. */
  promise: z.enum(['promised', 'not-promised', 'possible', 'advice']),
  text: bilingual,
  /** What of it changes, each thing named: metrics, reviews, orders, the buyer's account. */
  changes: z.array(z.strictObject({ what: z.enum(effectSubjects), change: z.enum(effectChanges) })),
  ruleIds: z.array(z.string()),
  confidence: z.enum(['H', 'M', 'L']),
  /** By when the rules promise it; null where no source gives a time. */
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  state: z.enum(['waiting', 'applied', 'not-applied']),
  seenOn: legalDate.nullable(),
  itemId: id.nullable(),
  note: z.string(),
});
export type PromisedEffect = z.infer<typeof promisedEffect>;
