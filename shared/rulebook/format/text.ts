import * as z from 'zod';

/** A short name inside a pack: lower case, digits, hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);

/** A rule's id in the fact base, or a conflict's; always quoted in a pack. */
export const ruleIdSchema = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)?$/)
  .max(20);

/** A list of rule ids. */
export const ruleIdsSchema = z.array(ruleIdSchema).max(30);

/** A legal date, `YYYY-MM-DD`; always quoted in a pack. */
export const legalDateSchema = z.iso.date();

/** Text a person reads, in both languages, neither empty. */
export const bilingualSchema = z.strictObject({
  zh: z.string().trim().min(1).max(1000),
  en: z.string().trim().min(1).max(1500),
});

/** Text in both languages of the product. */
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A country (ISO 3166) or a region of several, e.g. "US", "EU", "SEA"; always quoted in a pack ("NO" is no `false`). */
export const regionSchema = z.string().regex(/^[A-Z]{2,4}$/);
