import * as z from 'zod';
import { id } from '../kernel/fields.ts';

/** One thing found by the command palette. */
export const searchHit = z.strictObject({
  kind: z.enum(['case', 'order', 'evidence', 'fact', 'store', 'client', 'contact', 'rule']),
  refId: z.string(),
  caseId: id.nullable(),
  title: z.string(),
  detail: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;
