import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { canonicalJson, AppError, isAppError } from '../../../shared/kernel/index.ts';
import type { ImportPreview, ImportRequest, OrderRowValues } from '../../../shared/orders/index.ts';
import type { CallContext, Services } from '../../core/context.ts';
import { dropUploads, resolveFile } from '../../core/files.ts';
import type { JobControl } from '../../core/job-runner.ts';
import { rollBackImports, type Store, type Tables } from '../../workspace/index.ts';
import { findStoreRow } from '../clients/index.ts';
import { setClocksOfImport } from '../radar/index.ts';
import { findOrders, otherStoreHolding } from './orders.repo.ts';

type OrderRow = Tables['orders'];

interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  repeated: number;
}

/** Everything about a batch of rows against what the store holds now. */
interface Comparison {
  readonly rows: readonly OrderRow[];
  readonly counts: Counts;
}

/** How many of a file's first orders may be known under another store before the file is held to be that store's. */
const OTHER_STORE_SHARE = 0.5;

/** Reads the file and says what importing it would do. */
export async function previewImport(
  context: CallContext,
  request: ImportRequest,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  const { services } = context;
  const store = await findStoreRow(services.read, request.storeId);
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
  const seen = new Set<string>();
  const firstNumbers = new Set<string>();
  const shopNames = new Set<string>();
  const amounts = new Map<string, number>();
  const summary = await services.pool.run('read-orders', fileInput(context, request, store), {
    signal,
    onUpdate: async ({ rows }) => {
      for (const { values } of rows) {
        if (firstNumbers.size < 500) firstNumbers.add(values.orderNumber);
        if (values.currency !== null) amounts.set(values.currency, (amounts.get(values.currency) ?? 0) + 1);
        if (values.shopName !== '' && shopNames.size < 5) shopNames.add(values.shopName);
      }
      const compared = await compare(
        context,
        store.id,
        '',
        rows.map((row) => row.values),
        seen,
      );
      for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += compared.counts[key];
    },
  });
  const other = await findOtherStore(context, store, shopNames, [...firstNumbers]);
  const mapped = new Set(Object.values(summary.mapping));
  return {
    encoding: summary.encoding,
    delimiter: summary.delimiter,
    headers: [...summary.headers],
    mapping: summary.mapping,
    unmapped: summary.headers.filter((header, place) => header !== '' && !mapped.has(place)),
    sample: summary.sample.map((cells) => [...cells]),
    counts: { rows: summary.rows, ...counts, rejected: summary.rejected },
    rejects: [...summary.rejects],
    doubtful: [...summary.doubtful],
    currencies: [...amounts].map(([currency, count]) => ({ currency, count })),
    needsZone: summary.needsZone,
    otherStore: other,
  };
}

/** How long until it is tried again whether a full disk has room, ms. */
const ROOM_AGAIN = 2_000;

/** The import that each open workspace is busy with. */
const busyWith = new WeakMap<Store, Promise<unknown>>();

/** Imports the file, one import at a time: of two that touch the same orders, neither could be rolled back alone. */
export async function importOrders(
  context: CallContext,
  operatorId: string,
  request: ImportRequest,
  control: JobControl,
): Promise<{ importId: string }> {
  try {
    return await inTurn(context.services.store, () => importInTurn(context, operatorId, request, control));
  } finally {
    await dropUploads(context, [request.file]);
  }
}

async function inTurn<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  const before = busyWith.get(store) ?? Promise.resolve();
  const mine = before.then(work);
  busyWith.set(
    store,
    mine.catch(() => undefined),
  );
  return await mine;
}

/** Takes a failed import back. A full disk may have no room even for that: then it is tried again until it has. */
async function takeBack({ store, log }: Pick<Services, 'store' | 'log'>, operatorId: string): Promise<void> {
  try {
    await rollBackImports(store, operatorId);
  } catch (failure) {
    if (isAppError(failure) && failure.code === 'OUT_OF_SPACE') {
      setTimeout(() => void inTurn(store, () => takeBack({ store, log }, operatorId)), ROOM_AGAIN).unref();
    } else log.error({ err: failure }, 'an import could not be taken back');
  }
}

/**
 * Imports in short transactions, each row's prior version kept under the import's id. The last one puts the import in
 * force; cancel, failure and crash before it roll everything back.
 */
async function importInTurn(
  context: CallContext,
  operatorId: string,
  request: ImportRequest,
  control: JobControl,
): Promise<{ importId: string }> {
  const { services } = context;
  const { store: database, clock } = services;
  const actor = { operatorId };
  const store = await findStoreRow(services.read, request.storeId);
  const input = fileInput(context, request, store);
  await rollBackImports(database, operatorId);
  const stamp = await stampOf(input.path);
  const { sha256 } = await services.pool.run('hash', { path: input.path }, { signal: control.signal });
  const importId = await database.write(actor, { code: 'orders.beginImport' }, async (tx) => {
    const id = tx.newId();
    await tx.orders.begin({
      id,
      store_id: store.id,
      kind: 'file',
      file_name: request.fileName ?? ('path' in request.file ? basename(request.file.path) : ''),
      file_sha256: sha256,
      state: 'running',
      started_at: tx.now,
      finished_at: null,
      added: 0,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      operator_id: operatorId,
    });
    return id;
  });
  try {
    const counts: Counts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
    const seen = new Set<string>();
    const summary = await services.pool.run('read-orders', input, {
      signal: control.signal,
      onUpdate: async ({ rows, bytesRead, bytesTotal }) => {
        const compared = await compare(
          context,
          store.id,
          importId,
          rows.map((row) => row.values),
          seen,
        );
        for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += compared.counts[key];
        await database.write(actor, { code: 'orders.importBatch' }, (tx) =>
          tx.orders.write(importId, compared.rows),
        );
        control.progress(bytesRead, bytesTotal, '');
      },
    });
    if (summary.needsZone) throw new AppError('BAD_REQUEST', { reason: 'zone-needed' });
    // Saved again meanwhile, its rows may be of two versions and its hash of neither.
    if ((await stampOf(input.path)) !== stamp) throw new AppError('FILE_CHANGED');
    await database.write(actor, { code: 'orders.import' }, async (tx) => {
      const { added, changed, unchanged } = counts;
      await tx.orders.settle(importId, {
        finished_at: clock.now(),
        added,
        changed,
        unchanged,
        rejected: summary.rejected,
      });
      await tx.orders.putInForce(importId);
      await tx.update('order_imports', importId, { state: 'done' });
      await setClocksOfImport(tx, services.rulebooks, importId);
      if (request.zone !== undefined && store.export_zone === null) {
        await tx.update('stores', store.id, { export_zone: request.zone });
      }
    });
  } catch (error) {
    await takeBack(services, operatorId);
    throw error;
  }
  return { importId };
}

/** What changes when a file is written to; empty where it cannot be seen, which the reader then explains. */
async function stampOf(path: string): Promise<string> {
  return await stat(path).then(
    ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
    () => '',
  );
}

function fileInput(context: CallContext, request: ImportRequest, store: Tables['stores']) {
  return {
    path: resolveFile(context, request.file),
    encoding: request.encoding,
    delimiter: request.delimiter,
    mapping: request.mapping,
    zone: request.zone ?? store.export_zone,
    currency: store.currency,
  };
}

/** Sorts rows into new, changed and unchanged orders. A number that stands twice in the file is folded: the later row wins. */
async function compare(
  context: CallContext,
  storeId: string,
  importId: string,
  values: readonly OrderRowValues[],
  seen: Set<string>,
): Promise<Comparison> {
  const { read } = context.services;
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
  const latest = new Map<string, OrderRowValues>();
  const countedBefore = new Set(
    values.map((value) => value.orderNumber).filter((number) => seen.has(number)),
  );
  for (const value of values) {
    if (seen.has(value.orderNumber)) counts.repeated += 1;
    seen.add(value.orderNumber);
    latest.set(value.orderNumber, value);
  }
  const numbers = [...latest.keys()];
  const present = new Map((await findOrders(read, storeId, numbers)).map((row) => [row.order_number, row]));
  const rows: OrderRow[] = [];
  for (const [orderNumber, value] of latest) {
    const before = present.get(orderNumber);
    const after = toRow(
      value,
      storeId,
      before?.id ?? orderId(importId, orderNumber),
      before?.import_id ?? importId,
    );
    const same = before !== undefined && canonicalJson(before) === canonicalJson(after);
    // An order that an earlier batch of this file brought is counted there; its later row only replaces the earlier.
    if (!countedBefore.has(orderNumber))
      counts[before === undefined ? 'added' : same ? 'unchanged' : 'changed'] += 1;
    if (!same) rows.push(after);
  }
  return { rows, counts };
}

/**
 * An order's id follows from the import that brought it and its number, so that a batch can name rows that an earlier
 * batch of the same import wrote and nobody sees yet.
 */
function orderId(importId: string, orderNumber: string): string {
  const hash = createHash('sha256').update(`${importId}/${orderNumber}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function toRow(values: OrderRowValues, storeId: string, id: string, importId: string): OrderRow {
  return {
    id,
    store_id: storeId,
    order_number: values.orderNumber,
    buyer_name: values.buyerName,
    status: values.status,
    ordered_at: values.orderedAt,
    paid_at: values.paidAt,
    shipped_at: values.shippedAt,
    received_at: values.receivedAt,
    ship_by: values.shipBy,
    total_minor: values.totalMinor,
    currency: values.currency,
    items: values.items,
    remark: values.remark,
    recipient: values.recipient,
    country: values.country,
    address: values.address,
    phone: values.phone,
    tracking_number: values.trackingNumber,
    extra_json: canonicalJson(values.extra),
    import_id: importId,
  };
}

/** Whether the file names another shop, or its orders are known under another store. */
async function findOtherStore(
  context: CallContext,
  store: Tables['stores'],
  shopNames: ReadonlySet<string>,
  orderNumbers: readonly string[],
): Promise<ImportPreview['otherStore']> {
  const { read } = context.services;
  const holding = await otherStoreHolding(read, store, orderNumbers);
  if (holding !== null && holding.count >= orderNumbers.length * OTHER_STORE_SHARE) {
    return { shopName: holding.name, storeId: holding.storeId };
  }
  const foreign = [...shopNames].find((name) => name !== store.name && name !== store.alias);
  if (foreign === undefined || shopNames.has(store.name) || shopNames.has(store.alias)) return null;
  const fitting = await read.query
    .selectFrom('stores')
    .select('id')
    .where('platform', '=', store.platform)
    .where((builder) => builder.or([builder('name', '=', foreign), builder('alias', '=', foreign)]))
    .executeTakeFirst();
  return { shopName: foreign, storeId: fitting?.id ?? null };
}
