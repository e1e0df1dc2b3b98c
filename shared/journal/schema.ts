import * as z from 'zod';
import { id, instant, sha256 } from '../kernel/fields.ts';

/** One act, as the activity log shows it. */
export const journalEntry = z.strictObject({
  sequence: z.int(),
  at: instant,
  zone: z.string(),
  operatorId: id.nullable(),
  operatorName: z.string(),
  act: z.string(),
  caseId: id.nullable(),
  /** How many rows it touched. */
  rows: z.int(),
  /** `open` can be undone now, `undone` was, `permanent` never will be. */
  undo: z.enum(['open', 'undone', 'permanent']),
  hash: sha256,
});
export type JournalEntry = z.infer<typeof journalEntry>;
