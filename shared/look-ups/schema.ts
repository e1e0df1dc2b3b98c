import * as z from 'zod';
import { bilingual, id, instant } from '../kernel/fields.ts';
import { lookUpKinds } from '../rulebook/index.ts';

/** So often a back office is looked into for one thing, at the most rarely. */
export const RAREST_DAYS = 90;

export const lookUpKind = z.enum(lookUpKinds);

/** What a look brought. */
export const lookFound = z.enum(['nothing', 'something']);
export type LookFound = z.infer<typeof lookFound>;

/** One thing to look for in the back office of one store, again and again. */
export const lookUp = z.strictObject({
  storeId: id,
  storeAlias: z.string(),
  clientName: z.string(),
  platformId: z.string(),
  platformName: bilingual,
  kind: lookUpKind,
  /** Where it is, in the pack's words; null where no source says. */
  says: bilingual.nullable(),
  ruleIds: z.array(z.string()),
  everyDays: z.int().min(1).max(RAREST_DAYS),
  /** Whether that is only what is usual. */
  usual: z.boolean(),
  off: z.boolean(),
  /** The last look: when, by whom, and what came of it; null while nobody looked. */
  last: z.strictObject({ at: instant, operatorName: z.string(), found: lookFound }).nullable(),
  /** When the next look is due; null where it is off. */
  dueAt: instant.nullable(),
});
export type LookUpRow = z.infer<typeof lookUp>;
