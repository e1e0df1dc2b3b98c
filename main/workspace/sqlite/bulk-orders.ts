import { canonicalJson } from '../../../shared/kernel/index.ts';
import { sha256OfText } from '../journal/index.ts';
import type { Connection } from './open.ts';
import type { Tables } from './schema.ts';

type OrderRow = Tables['orders'];

const COLUMNS = [
  'id',
  'store_id',
  'order_number',
  'buyer_name',
  'status',
  'ordered_at',
  'paid_at',
  'shipped_at',
  'received_at',
  'ship_by',
  'total_minor',
  'currency',
  'items',
  'remark',
  'recipient',
  'country',
  'address',
  'phone',
  'tracking_number',
  'extra_json',
  'import_id',
] as const satisfies readonly (keyof OrderRow)[];

const UPSERT = `
  INSERT INTO orders (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${COLUMNS.filter((column) => column !== 'id')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

export type ImportCounts = Pick<
  Tables['order_imports'],
  'finished_at' | 'added' | 'changed' | 'unchanged' | 'rejected'
>;

/** What has become of an order row since an import touched it. */
export type ImportSwap = { readonly ok: true } | { readonly ok: false; readonly orderNumber: string };

/**
 * The bulk door for orders: many rows a transaction, each change kept as the row's prior version under an import's id.
 *
 * Putting an import in force and taking it back are the same move, `swap`: the kept version and the live row change
 * places. Cancel, a crash in the middle and undo all end there.
 */
export class BulkOrders {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Enters an import in the list of imports. Not an act of its own: until it is put in force nothing has changed for
   * anybody, and a crash before that is rolled back at the next start.
   */
  begin(row: Tables['order_imports']): void {
    const columns = Object.keys(row);
    this.#connection
      .prepare(
        `INSERT INTO order_imports (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
      )
      .run(row);
  }

  /** Closes a running import with its counts, as not in force; the act that puts it in force follows at once. */
  settle(importId: string, counts: ImportCounts): void {
    this.#connection
      .prepare(
        `UPDATE order_imports SET state = 'undone', finished_at = @finished_at, added = @added, changed = @changed,
           unchanged = @unchanged, rejected = @rejected WHERE id = @id`,
      )
      .run({ ...counts, id: importId });
  }

  /** Writes rows as one batch of an import. A row seen before in the same import keeps its first prior version. */
  write(importId: string, rows: readonly OrderRow[]): void {
    const find = this.#connection.prepare('SELECT * FROM orders WHERE id = ?');
    const upsert = this.#connection.prepare(UPSERT);
    const keep = this.#connection.prepare(`
      INSERT INTO order_versions (import_id, order_id, before_json, after_hash) VALUES (?, ?, ?, ?)
      ON CONFLICT (import_id, order_id) DO UPDATE SET after_hash = excluded.after_hash`);
    for (const row of rows) {
      const before = find.get(row.id) as OrderRow | undefined;
      upsert.run(row);
      keep.run(importId, row.id, before === undefined ? null : canonicalJson(before), hashOf(row));
    }
  }

  /** Takes rows away as part of an import; they come back when it is taken back. */
  remove(importId: string, ids: readonly string[]): void {
    const take = this.#connection.prepare('DELETE FROM orders WHERE id = ? RETURNING *');
    const keep = this.#connection.prepare(`
      INSERT INTO order_versions (import_id, order_id, before_json, after_hash) VALUES (?, ?, ?, NULL)
      ON CONFLICT (import_id, order_id) DO UPDATE SET after_hash = NULL`);
    for (const id of ids) {
      const before = take.get(id) as OrderRow | undefined;
      if (before !== undefined) keep.run(importId, id, canonicalJson(before));
    }
  }

  /**
   * Exchanges every row of an import with its kept version, if every row still is as the import left it.
   *
   * @returns the first order number that changed since, or that another import brought meanwhile, with nothing exchanged.
   */
  swap(importId: string): ImportSwap {
    const find = this.#connection.prepare('SELECT * FROM orders WHERE id = ?');
    const versions = this.#connection
      .prepare('SELECT order_id, before_json, after_hash FROM order_versions WHERE import_id = ?')
      .all(importId) as Pick<Tables['order_versions'], 'order_id' | 'before_json' | 'after_hash'>[];
    for (const version of versions) {
      const live = find.get(version.order_id) as OrderRow | undefined;
      if (version.after_hash !== (live === undefined ? null : hashOf(live))) {
        return { ok: false, orderNumber: live?.order_number ?? version.order_id };
      }
    }
    const taken = this.#connection.prepare(
      'SELECT id FROM orders WHERE store_id = ? AND order_number = ? AND id <> ?',
    );
    const own = new Set(versions.map((version) => version.order_id));
    for (const version of versions) {
      if (version.before_json === null) continue;
      const row = JSON.parse(version.before_json) as OrderRow;
      const other = taken.get(row.store_id, row.order_number, row.id) as { id: string } | undefined;
      if (other !== undefined && !own.has(other.id)) return { ok: false, orderNumber: row.order_number };
    }
    const upsert = this.#connection.prepare(UPSERT);
    const remove = this.#connection.prepare('DELETE FROM orders WHERE id = ?');
    const keep = this.#connection.prepare(
      'UPDATE order_versions SET before_json = ?, after_hash = ? WHERE import_id = ? AND order_id = ?',
    );
    for (const version of versions) {
      const live = find.get(version.order_id) as OrderRow | undefined;
      if (version.before_json === null) remove.run(version.order_id);
      else upsert.run(JSON.parse(version.before_json));
      keep.run(
        live === undefined ? null : canonicalJson(live),
        version.before_json === null ? null : sha256OfText(version.before_json),
        importId,
        version.order_id,
      );
    }
    return { ok: true };
  }
}

function hashOf(row: OrderRow): string {
  return sha256OfText(canonicalJson(row));
}
