import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, SqliteDialect } from 'kysely';
import { AppError, canonicalJson, newId, type Clock, type Random } from '../../../shared/kernel/index.ts';
import {
  CHAIN_START,
  custodyHash,
  journalHash,
  sha256OfText,
  type JournalPayload,
  type RowChange,
} from '../journal/index.ts';
import { BulkOrders, type ImportCounts, type ImportSwap } from './bulk-orders.ts';
import { explained } from './explained.ts';
import { explainSqliteError, openReader, openWriter, type Connection } from './open.ts';
import { SearchIndex } from './search.ts';
import { JOURNALED_TABLES, type JournaledTable, type Tables } from './schema.ts';

/** The part of Kysely that reads. Neither handle offers more: every change goes through the journal. */
export type Queries = Pick<Kysely<Tables>, 'selectFrom' | 'fn'>;

/** What a repository reads with. */
export interface ReadHandle {
  readonly query: Queries;
}

/** Who acts: the operator of the window, or null for the program itself (start-up, scheduler). */
export interface Actor {
  readonly operatorId: string | null;
}

/** What is being done, for the journal. */
export interface Act {
  /** The procedure's name, e.g. `cases.create`. */
  readonly code: string;
  readonly caseId?: string | null;
  /** Undo never takes this back (design §5 names the four kinds). */
  readonly permanent?: boolean;
  /** The sequence of the act that this one takes back. */
  readonly undoes?: number;
}

export interface CustodyNote {
  readonly itemId: string | null;
  readonly act: string;
  readonly sha256: string | null;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** Columns to change; one that is undefined is left as it is. */
export type Patch<Row> = { readonly [Column in keyof Row]?: Row[Column] | undefined };

/** What a repository writes with: rows by id, each kept before and after. */
export interface WriteHandle extends ReadHandle {
  insert<Table extends JournaledTable>(table: Table, row: Tables[Table]): Promise<void>;
  /** Changes some columns of a row; says whether anything was different. A missing row is NOT_FOUND. */
  update<Table extends JournaledTable>(
    table: Table,
    id: string,
    patch: Patch<Tables[Table]>,
  ): Promise<boolean>;
  remove(table: JournaledTable, id: string): Promise<void>;
  /** Puts a row into exactly this state (null: gone), for undo and redo. */
  restore(table: JournaledTable, id: string, row: Readonly<Record<string, unknown>> | null): Promise<void>;
  /** Appends a line to the custody log. */
  custody(note: CustodyNote): Promise<void>;
  /** Notes bytes that the vault holds; once for each content. */
  noteBlob(sha256: string, size: number): Promise<void>;
  /** Sets a value of the workspace itself. */
  setMeta(key: string, value: string): Promise<void>;
  readonly orders: {
    begin(row: Tables['order_imports']): Promise<void>;
    settle(importId: string, counts: ImportCounts): Promise<void>;
    write(importId: string, rows: readonly Tables['orders'][]): Promise<void>;
    remove(importId: string, ids: readonly string[]): Promise<void>;
    swap(importId: string): Promise<ImportSwap>;
    /** Says that everything written under the import holds from this act on. */
    putInForce(importId: string): Promise<void>;
  };
  /** Names the case this act is about, where it was not known before. */
  about(caseId: string): void;
  newId(): string;
  readonly now: number;
  readonly operatorId: string | null;
}

/** A commit, told to whoever shows the data. */
export interface Commit {
  readonly sequence: number;
  readonly tables: readonly string[];
}

const JOURNALED = new Set<string>(JOURNALED_TABLES);

/**
 * The one door to the database.
 *
 * Writes queue and run one at a time, each in one transaction with its journal row. Reads use a second, read-only
 * connection. Inside a write nothing may be awaited but the handle: a wait for a file, worker or timer would hold the
 * only writer, so it is noticed and the whole write is rolled back.
 */
export class Store {
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #writeQueries: Kysely<Tables>;
  readonly #readQueries: Kysely<Tables>;
  readonly #search: SearchIndex;
  readonly #bulk: BulkOrders;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #file: string;
  readonly #inWrite = new AsyncLocalStorage<true>();
  readonly #listeners = new Set<(commit: Commit) => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;
  #retired: AppError | null = null;

  constructor(file: string, writer: Connection, clock: Clock, random: Random) {
    this.#file = file;
    this.#writer = writer;
    this.#reader = openReader(file);
    this.#writeQueries = new Kysely<Tables>({ dialect: new SqliteDialect({ database: writer }) });
    const database = explained(this.#reader, file);
    this.#readQueries = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    this.#search = new SearchIndex(writer);
    this.#bulk = new BulkOrders(writer);
    this.#clock = clock;
    this.#random = random;
  }

  /** Opens a migrated database. */
  static open(file: string, clock: Clock, random: Random): Store {
    return new Store(file, openWriter(file), clock, random);
  }

  /** The reading handle. Using it inside a write throws: it would not see that write's own rows. */
  readonly read: ReadHandle = (() => {
    const queries = () => this.#queriesForReading();
    return {
      get query() {
        return queries();
      },
    };
  })();

  /** Calls back after each commit; returns the way to stop. */
  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs `work` as one act: one transaction, one journal row, all or nothing. */
  write<Result>(actor: Actor, act: Act, work: (tx: WriteHandle) => Promise<Result>): Promise<Result> {
    if (this.#inWrite.getStore() === true) {
      throw new Error(`a write (${act.code}) was started inside a write: pass the handle on instead`);
    }
    const run = this.#queue.then(() => this.#run(actor, act, work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Runs work that no write may happen beside: those that come meanwhile wait their turn. */
  hold<Result>(work: () => Promise<Result>): Promise<Result> {
    const run = this.#queue.then(work);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Answers every write from now on with this error: what this store holds is no longer the place to write to. */
  retire(reason: AppError): void {
    this.#retired = reason;
  }

  /** Waits for queued writes, then closes both connections. */
  async close(): Promise<void> {
    await this.#queue;
    if (this.#closed) return;
    this.#closed = true;
    this.#reader.close();
    this.#writer.pragma('optimize');
    this.#writer.close();
  }

  /** Copies the live database to a new file, page by page, without stopping anybody. */
  async copyTo(file: string): Promise<void> {
    await this.#writer.backup(file);
  }

  /**
   * SQLite's own check of the whole file and of every reference; empty when all is well. Asked of a fresh connection: the
   * check of the search index trusts what its connection remembers of the index, and calls it damaged once it has moved on.
   */
  integrityProblems(): { readonly damaged: readonly string[]; readonly brokenReferences: readonly string[] } {
    const connection = openReader(this.#file);
    try {
      const damaged = (connection.pragma('integrity_check') as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok');
      const broken = connection.pragma('foreign_key_check') as { table: string; rowid: number | null }[];
      return { damaged, brokenReferences: broken.map((row) => `${row.table} #${row.rowid ?? '?'}`) };
    } catch (error) {
      // Some damage stops even the check.
      throw explainSqliteError(error, this.#file);
    } finally {
      connection.close();
    }
  }

  #queriesForReading(): Queries {
    if (this.#inWrite.getStore() === true) {
      throw new Error('the reading handle was used inside a write: use the write handle');
    }
    return this.#readQueries;
  }

  async #run<Result>(actor: Actor, act: Act, work: (tx: WriteHandle) => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new AppError('CORE_STOPPED');
    if (this.#retired !== null) throw this.#retired;
    const recorder = new Recorder(actor, act, this.#clock.now());
    let strayed = false;
    // SQLite answers at once, so a well-behaved write finishes before the event loop turns.
    const turn = setImmediate(() => {
      strayed = true;
    });
    try {
      this.#writer.exec('BEGIN IMMEDIATE');
      const result = await this.#inWrite.run(true, () => work(this.#handle(recorder)));
      if (strayed) throw new Error(`${act.code} awaited something other than its handle inside a write`);
      const sequence = this.#appendJournal(recorder);
      this.#writer.exec('COMMIT');
      if (sequence !== null) this.#announce({ sequence, tables: [...recorder.tables] });
      return result;
    } catch (error) {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
      throw explainSqliteError(error, this.#file);
    } finally {
      clearImmediate(turn);
    }
  }

  #handle(recorder: Recorder): WriteHandle {
    const writer = this.#writer;
    const search = this.#search;
    const bulk = this.#bulk;
    const clock = this.#clock;
    const random = this.#random;
    const find = (table: JournaledTable, id: string) =>
      (writer.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null) as Record<
        string,
        unknown
      > | null;
    const put = (table: JournaledTable, id: string, row: Readonly<Record<string, unknown>> | null) => {
      const before = find(table, id);
      if (row === null) {
        writer.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      } else if (before === null) {
        const columns = Object.keys(row);
        writer
          .prepare(
            `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
          )
          .run(row);
      } else {
        const columns = Object.keys(row).filter((column) => column !== 'id');
        writer
          .prepare(
            `UPDATE ${table} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
          )
          .run({ ...row, id });
      }
      const after = row === null ? null : find(table, id);
      recorder.note(table, id, before, after);
      search.refresh(table, id, after as Tables[typeof table] | null);
    };
    return {
      query: this.#writeQueries,
      insert: async (table, row) => put(table, row.id, row),
      update: async (table, id, patch) => {
        const before = find(table, id);
        if (before === null) throw new AppError('NOT_FOUND', { kind: table, id });
        const given = Object.entries(patch).filter(([, value]) => value !== undefined);
        const differs = given.some(([column, value]) => before[column] !== value);
        if (differs) put(table, id, { ...before, ...Object.fromEntries(given) });
        return differs;
      },
      remove: async (table, id) => put(table, id, null),
      restore: async (table, id, row) => put(table, id, row),
      custody: async (note) => {
        const last = writer
          .prepare('SELECT sequence, hash FROM custody_events ORDER BY sequence DESC LIMIT 1')
          .get() as { sequence: number; hash: string } | undefined;
        const previous = last?.hash ?? CHAIN_START;
        const fields = {
          sequence: (last?.sequence ?? 0) + 1,
          at: recorder.at,
          zone: clock.zone(),
          operator_id: recorder.actor.operatorId,
          item_id: note.itemId,
          act: note.act,
          sha256: note.sha256,
          detail_json: canonicalJson(note.detail),
        };
        writer
          .prepare(
            `INSERT INTO custody_events
               (sequence, at, zone, operator_id, item_id, act, sha256, detail_json, previous_hash, hash)
             VALUES (@sequence, @at, @zone, @operator_id, @item_id, @act, @sha256, @detail_json, @previous, @hash)`,
          )
          .run({ ...fields, previous, hash: custodyHash(previous, fields) });
        recorder.tables.add('custody_events');
        recorder.logged = true;
      },
      noteBlob: async (sha256, size) => {
        writer
          .prepare(
            'INSERT INTO blobs (sha256, size, stored_at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
          )
          .run(sha256, size, recorder.at);
      },
      setMeta: async (key, value) => {
        writer
          .prepare(
            'INSERT INTO workspace_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          )
          .run(key, value);
        recorder.tables.add('workspace_meta');
        recorder.logged = true;
      },
      orders: {
        begin: async (row) => {
          bulk.begin(row);
          recorder.tables.add('order_imports');
        },
        settle: async (importId, counts) => bulk.settle(importId, counts),
        write: async (importId, rows) => {
          bulk.write(importId, rows);
          recorder.tables.add('orders');
        },
        remove: async (importId, ids) => {
          bulk.remove(importId, ids);
          recorder.tables.add('orders');
        },
        swap: async (importId) => {
          const swapped = bulk.swap(importId);
          if (swapped.ok) recorder.noteImport(importId);
          return swapped;
        },
        putInForce: async (importId) => recorder.noteImport(importId),
      },
      about: (caseId) => {
        recorder.caseId = caseId;
      },
      newId: () => newId(clock, random),
      now: recorder.at,
      operatorId: recorder.actor.operatorId,
    };
  }

  /** Appends the act to the journal. An act that changed nothing, or a batch of an import not yet in force, is no act. */
  #appendJournal(recorder: Recorder): number | null {
    const changes = recorder.changes();
    if (changes.length === 0 && recorder.imports.size === 0 && !recorder.logged) return null;
    const last = this.#writer
      .prepare('SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1')
      .get() as { sequence: number; hash: string } | undefined;
    const previous = last?.hash ?? CHAIN_START;
    const payload = canonicalJson({ changes, imports: [...recorder.imports] } satisfies JournalPayload);
    const fields = {
      sequence: (last?.sequence ?? 0) + 1,
      at: recorder.at,
      zone: this.#clock.zone(),
      operator_id: recorder.actor.operatorId,
      act: recorder.act.code,
      case_id: recorder.caseId,
      rows: changes.length,
      permanent: recorder.act.permanent === true ? 1 : 0,
      undoes: recorder.act.undoes ?? null,
      payload_hash: sha256OfText(payload),
    };
    this.#writer
      .prepare(
        `INSERT INTO journal
           (sequence, at, zone, operator_id, act, case_id, rows, permanent, undoes, payload_hash, previous_hash, hash)
         VALUES
           (@sequence, @at, @zone, @operator_id, @act, @case_id, @rows, @permanent, @undoes, @payload_hash, @previous, @hash)`,
      )
      .run({ ...fields, previous, hash: journalHash(previous, fields) });
    this.#writer
      .prepare('INSERT INTO journal_payloads (sequence, payload_json) VALUES (?, ?)')
      .run(fields.sequence, payload);
    return fields.sequence;
  }

  #announce(commit: Commit): void {
    for (const listener of this.#listeners) listener(commit);
  }
}

/** Gathers what one act does: the first "before" and the last "after" of each row. */
class Recorder {
  readonly actor: Actor;
  readonly act: Act;
  readonly at: number;
  readonly tables = new Set<string>();
  readonly imports = new Set<string>();
  /** Something was written that stands outside the row changes but is an act all the same. */
  logged = false;
  caseId: string | null;
  readonly #rows = new Map<
    string,
    { table: string; id: string; before: RowChange['before']; after: RowChange['after'] }
  >();

  constructor(actor: Actor, act: Act, at: number) {
    this.actor = actor;
    this.act = act;
    this.at = at;
    this.caseId = act.caseId ?? null;
  }

  note(table: string, id: string, before: RowChange['before'], after: RowChange['after']): void {
    if (!JOURNALED.has(table)) throw new Error(`${table} is not a journaled table`);
    this.tables.add(table);
    const key = `${table}\n${id}`;
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, { table, id, before, after });
    else known.after = after;
  }

  noteImport(importId: string): void {
    this.tables.add('orders');
    if (this.imports.has(importId)) this.imports.delete(importId);
    else this.imports.add(importId);
  }

  changes(): RowChange[] {
    return [...this.#rows.values()].filter(
      ({ before, after }) => canonicalJson(before) !== canonicalJson(after),
    );
  }
}
