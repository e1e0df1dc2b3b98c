import * as z from 'zod';
import { id, instant, orderNumber, line, sha256, text } from '../kernel/fields.ts';

/** How many files one intake takes, and how many proposals one act ticks; whoever has more hands them over in slices. */
export const TAKEN_IN_AT_ONCE = 500;
export const ACCEPTED_AT_ONCE = 5000;

/** What a file is by its content, never by its name. */
export const FILE_KINDS = [
  'image',
  'pdf',
  'text',
  'html',
  'audio',
  'video',
  'archive',
  'spreadsheet',
  'email',
  'other',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** How an item came to us, in the words of the person who brought it. */
export const OBTAINED = ['own-screen', 'platform-export', 'courier', 'buyer', 'other'] as const;

/** A byte-exact original in the vault (原始文件), or a text such as a chat token. */
export const evidenceItem = z.strictObject({
  id,
  kind: z.enum(['file', 'text']),
  label: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  fileKind: z.enum(FILE_KINDS),
  size: z.int(),
  sha256,
  width: z.int().nullable(),
  height: z.int().nullable(),
  pages: z.int().nullable(),
  /** The file cannot be read as what it says it is; it is kept as it came. */
  damaged: z.boolean(),
  obtained: z.enum(OBTAINED).nullable(),
  note: z.string(),
  takenInAt: instant,
  /** The zone of the clock at intake. */
  takenInZone: z.string(),
  /** The file's own last-change time; a claim of the file, not proof. */
  fileModifiedAt: instant.nullable(),
  operatorId: id,
  caseIds: z.array(id),
  removedAt: instant.nullable(),
  removeReason: z.string(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

/** One line of the append-only, hash-chained custody log (留痕记录). */
export const custodyEvent = z.strictObject({
  sequence: z.int(),
  at: instant,
  zone: z.string(),
  operatorName: z.string(),
  itemId: id.nullable(),
  act: z.enum(['taken-in', 'described', 'removed', 'restored', 'exported', 'verified']),
  sha256: sha256.nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  hash: sha256,
});
export type CustodyEvent = z.infer<typeof custodyEvent>;

/** An item in a case. The order of placement is the order of exhibit numbers (证据1, 证据2 …). */
export const caseExhibit = z.strictObject({
  itemId: id,
  /** 0 for an exhibit that only serves orders which the material does not show: it is not handed over. */
  exhibitNumber: z.int(),
  item: evidenceItem,
});
export type CaseExhibit = z.infer<typeof caseExhibit>;

export const itemFields = z.strictObject({
  label: line.optional(),
  note: text.optional(),
  obtained: z.enum(OBTAINED).nullable().optional(),
});

/** A tick on what the scenario asks for: met by an item, or not to be had, with the reason. */
export const requirementTick = z.strictObject({
  requirementId: z.string(),
  /** Empty: for the case as a whole. */
  orderNumber: z.string(),
  state: z.enum(['met', 'unavailable', 'not-asked']),
  itemIds: z.array(id),
  reason: z.string(),
});
export type RequirementTick = z.infer<typeof requirementTick>;

/** "This file is that voucher of that order": told from its name, confirmed by a person. */
export const voucherProposal = z.strictObject({
  itemId: id,
  orderNumber,
  requirementId: z.string().max(120),
});
export type VoucherProposal = z.infer<typeof voucherProposal>;
