import * as z from 'zod';
import { bilingual, id, instant, legalDate } from '../kernel/fields.ts';

/** A benefit that the rules promise after a win, and whether it was really applied (落实核对). */
export const promisedEffect = z.strictObject({
  effectId: z.string(),
  text: bilingual,
  ruleIds: z.array(z.string()),
  /** By when the rules promise it; null where no source gives a time. */
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  state: z.enum(['waiting', 'applied', 'not-applied']),
  seenOn: legalDate.nullable(),
  itemId: id.nullable(),
  note: z.string(),
});
export type PromisedEffect = z.infer<typeof promisedEffect>;
