import * as z from 'zod';
import { currency, fileReference, id, instant, minorUnits, orderNumber, zone } from '../kernel/fields.ts';

/** An imported order. Columns that no field takes are kept in `extra` under their own header. */
export const order = z.strictObject({
  id,
  storeId: id,
  orderNumber,
  buyerName: z.string(),
  status: z.string(),
  orderedAt: instant.nullable(),
  paidAt: instant.nullable(),
  shippedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  /** The last instant to ship by (发货期限), where the export says it. */
  shipBy: instant.nullable(),
  totalMinor: minorUnits.nullable(),
  currency: currency.nullable(),
  items: z.string(),
  remark: z.string(),
  recipient: z.string(),
  country: z.string(),
  address: z.string(),
  phone: z.string(),
  trackingNumber: z.string(),
  extra: z.record(z.string(), z.string()),
  importId: id,
});
export type Order = z.infer<typeof order>;

/** The fields an export's columns can be mapped to. */
export const ORDER_FIELDS = [
  'orderNumber',
  'buyerName',
  'status',
  'orderedAt',
  'paidAt',
  'shippedAt',
  'receivedAt',
  'shipBy',
  'total',
  'items',
  'remark',
  'recipient',
  'country',
  'address',
  'phone',
  'trackingNumber',
  'shopName',
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

/** The fields that hold a time, read by the clock of the export. */
export const ORDER_TIMES = ['orderedAt', 'paidAt', 'shippedAt', 'receivedAt', 'shipBy'] as const;

/** Column (by its place, from 0) for each field that the file has. */
export const columnMapping = z.partialRecord(z.enum(ORDER_FIELDS), z.int().min(0).max(999));
export type ColumnMapping = z.infer<typeof columnMapping>;

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1251',
  'windows-1252',
] as const;
export type TextEncodingName = (typeof TEXT_ENCODINGS)[number];

/** Why a row was not taken, or is in doubt. The value is shown, so that the person finds it in the file. */
export const rowReject = z.strictObject({
  /** Counted as a spreadsheet counts: the header is row 1. */
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.enum([
    'order-number-missing',
    'order-number-scientific',
    'order-number-rounded',
    'order-number-shape',
    'time-unreadable',
    'amount-unreadable',
    'too-few-columns',
  ]),
});
export type RowReject = z.infer<typeof rowReject>;

export const importRequest = z.strictObject({
  storeId: id,
  file: fileReference,
  fileName: z.string().max(255).optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  mapping: columnMapping.optional(),
  /** The zone of the times in the file; asked once per store, never guessed silently. */
  zone: zone.optional(),
});
export type ImportRequest = z.infer<typeof importRequest>;

/** What an import would do, before anything is written. */
export const importPreview = z.strictObject({
  encoding: z.enum(TEXT_ENCODINGS),
  delimiter: z.string(),
  headers: z.array(z.string()),
  mapping: columnMapping,
  unmapped: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  counts: z.strictObject({
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** Rows of an order that stands earlier in the same file: folded into it, nothing doubles. */
    repeated: z.int(),
    rejected: z.int(),
  }),
  /** The first 200 rejects; `counts.rejected` is the whole. */
  rejects: z.array(rowReject),
  /**
   * Rows that are taken and want a look first: too few numbers end as a spreadsheet leaves them for the file to be refused,
   * and a number that does may be right. With one of them wrong, another order would be named to the platform.
   */
  doubtful: z.array(rowReject),
  /** In which currencies the amounts would be taken, and how many orders each: the store's, or the one that a cell names. */
  currencies: z.array(z.strictObject({ currency, count: z.int() })),
  needsZone: z.boolean(),
  /** Set when the file names another shop than this store: refused, with the store that fits where there is one. */
  otherStore: z.strictObject({ shopName: z.string(), storeId: id.nullable() }).nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const orderImport = z.strictObject({
  id,
  storeId: id,
  fileName: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  state: z.enum(['running', 'done', 'undone', 'cancelled']),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
});
export type OrderImport = z.infer<typeof orderImport>;

/** One buyer as seen in a store's orders. Conduct only; never a score or a word for the person. */
export const buyerSummary = z.strictObject({
  buyerName: z.string(),
  orderCount: z.int(),
  unpaidCount: z.int(),
});
export type BuyerSummary = z.infer<typeof buyerSummary>;
