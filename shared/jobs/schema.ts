import * as z from 'zod';
import { errorData, id } from '../kernel/fields.ts';

/** Long work as it stands: pushed by `jobs.watch` whenever it moves. */
export const jobState = z.strictObject({
  id,
  kind: z.enum(['evidence-intake', 'order-import', 'export', 'verify', 'backup', 'restore', 'move']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** 0 while the total is not known. */
  total: z.number(),
  /** What is being worked on: a file name, a phase. */
  current: z.string(),
  /** Set when done; its shape belongs to the procedure that started the job. */
  result: z.unknown(),
  error: z.strictObject({ code: z.string(), ...errorData.shape }).nullable(),
});
export type JobState = z.infer<typeof jobState>;
