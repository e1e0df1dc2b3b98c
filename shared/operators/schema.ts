import * as z from 'zod';
import { id, instant, requiredLine } from '../kernel/fields.ts';

/** A person who acts (经办人) or releases (复核人). Several share one PC; the PIN says who, and protects nothing. */
export const operator = z.strictObject({
  id,
  name: z.string(),
  role: z.enum(['handler', 'reviewer']),
  hasPin: z.boolean(),
  archivedAt: instant.nullable(),
});
export type Operator = z.infer<typeof operator>;

export const operatorFields = z.strictObject({
  name: requiredLine,
  role: z.enum(['handler', 'reviewer']).default('handler'),
});

/** 4 to 12 digits. Stored as scrypt. */
export const pin = z.string().regex(/^\d{4,12}$/);
