import * as z from 'zod';
import { id, instant, line } from '../kernel/fields.ts';

/** Where an exhibit shows it: an item, and a page where it has several. */
export const citation = z.strictObject({
  id,
  itemId: id,
  exhibitNumber: z.int(),
  /** From 1; null for an item without pages. */
  page: z.int().min(1).nullable(),
  note: z.string(),
});
export type Citation = z.infer<typeof citation>;

/** One assertion that a person confirmed, and the exhibits that show it. */
export const fact = z.strictObject({
  id,
  caseId: id,
  text: z.string(),
  /** When it happened, as exactly as it is known: `2026-11-02`, `2026-11-02 20:14`, `2026-11`. */
  happened: z.string(),
  position: z.int(),
  confirmedBy: id.nullable(),
  confirmedAt: instant.nullable(),
  citations: z.array(citation),
});
export type Fact = z.infer<typeof fact>;

export const factFields = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  happened: line.default(''),
});

export const newCitation = z.strictObject({
  itemId: id,
  page: z.int().min(1).max(100_000).nullable().default(null),
  note: line.default(''),
});
