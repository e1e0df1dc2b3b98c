import * as z from 'zod';
import { currency, legalDate, line } from '../kernel/fields.ts';
import { noticedKinds } from '../rulebook/index.ts';

/**
 * One thing that a notice says the matter costs (处罚), as the platform put it: what it does, from which day until which, and
 * what ends it. Null: the notice does not say.
 */
export const penalty = z
  .strictObject({
    kind: z.enum(noticedKinds),
    /** Points taken off, where that is what it does. */
    points: z.int().min(1).max(9999).nullable(),
    from: legalDate.nullable(),
    /** The last day it lasts. */
    until: legalDate.nullable(),
    /** Money held or taken, in integer minor units. */
    money: z.strictObject({ minor: z.int().min(0), currency }).nullable(),
    /** What ends it, in the notice's words. */
    endedBy: line,
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, 'until-before-from');
export type Penalty = z.infer<typeof penalty>;
