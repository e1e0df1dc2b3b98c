import * as z from 'zod';
import { id, instant, language, sha256 } from '../kernel/fields.ts';

/** One file of a packet, byte for byte what stands in the export folder and in the vault. */
export const packetFile = z.strictObject({
  id,
  part: z.enum(['upload-kit', 'archive', 'originals']),
  path: z.string(),
  sha256,
  size: z.int(),
});
export type PacketFile = z.infer<typeof packetFile>;

/** A form field with its text ready to copy. A null limit is one that no source of ours gives. */
export const readyField = z.strictObject({
  fieldId: z.string(),
  label: z.strictObject({ zh: z.string(), en: z.string() }),
  text: z.string(),
  characters: z.int(),
  limit: z.int().nullable(),
});

/** Frozen material (申诉材料): never altered; a later export makes another. */
export const packet = z.strictObject({
  id,
  caseId: id,
  number: z.int(),
  language,
  frozenAt: instant,
  folder: z.string(),
  hasOriginals: z.boolean(),
  pages: z.int(),
  fields: z.array(readyField),
  /** The orders whose chance a submission of this material spends. */
  orderNumbers: z.array(z.string()),
  files: z.array(packetFile),
});
export type Packet = z.infer<typeof packet>;

/** What stands in the way of a good packet. `stop` blocks the export, `look` is for the person to weigh. */
export const readinessFinding = z.strictObject({
  code: z.enum([
    'no-orders',
    'no-statement',
    'uncited-sentence',
    'unconfirmed-fact',
    'fact-without-exhibit',
    'requirement-missing',
    'exhibit-unused',
    'exhibit-damaged',
    'check-not-eligible',
    'check-facts-missing',
    'check-weak',
    'attempt-spent',
    'attempt-unknown',
    'attempt-other-scene',
    'chance-spent',
    'chance-unknown',
    'chance-perhaps',
    'limit-broken',
    'limit-unknown',
    'no-notice',
    'unsorted-orders',
    'no-documented-orders',
    'admitted-named',
    'plan-names-order',
    'plan-missing',
    'unproven-without-request',
  ]),
  weight: z.enum(['stop', 'look', 'know']),
  step: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ReadinessFinding = z.infer<typeof readinessFinding>;
