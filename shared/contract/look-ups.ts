import * as z from 'zod';
import { id } from '../kernel/fields.ts';
import { lookFound, lookUp, lookUpKind, RAREST_DAYS } from '../look-ups/index.ts';
import { change, query } from './builder.ts';

const ofStore = { storeId: id, kind: lookUpKind };

export const lookUps = {
  /** What to look for in the back offices of the stores in use, what is due first; those that are off come last. */
  list: query().input(z.strictObject({})).output(z.array(lookUp)),
  /** Says that somebody looked just now, and whether there was anything new. NOT_FOUND for what a platform does not have. */
  look: change('NOT_FOUND')
    .input(z.strictObject({ ...ofStore, found: lookFound }))
    .output(lookUp),
  /** How often to look, in days (null: as usual), or not at all (`off`). */
  plan: change('NOT_FOUND')
    .input(
      z.strictObject({
        ...ofStore,
        everyDays: z.int().min(1).max(RAREST_DAYS).nullable().default(null),
        off: z.boolean().default(false),
      }),
    )
    .output(lookUp),
};
