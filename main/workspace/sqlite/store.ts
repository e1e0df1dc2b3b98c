import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, SqliteDialect } from 'kysely';
import { AppError, type Clock, type Random } from '../../../shared/kernel/index.ts';
import { BulkOrders } from './bulk-orders.ts';
import { explained } from './explained.ts';
import { JournalWriter } from './journal-writer.ts';
import { BUSY_WAIT_MS, explainSqliteError, openReader, openWriter, type Connection } from './open.ts';
import type { Act, Actor, Commit, Queries, ReadHandle, WriteHandle } from './handles.ts';
import { Recorder } from './recorder.ts';
import { ReminderPlan } from './reminder-plan.ts';
import { SearchIndex } from './search.ts';
import { withStatements } from './statements.ts';
import type { Tables } from './schema.ts';
import { writeHandle, type WriteGround } from './write-handle.ts';

/**
 * Looks at the size of every table, not only of those this connection asked: nearly all questions are the reader's. Where
 * SQLite believes a table of thousands to have one row, a count for the tray takes a second.
 */
const EVERY_TABLE = '0x10012';

/** So long a checkpoint waits for somebody who reads the file: there is no time before a sleep. */
const CHECKPOINT_WAIT_MS = 500;

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
  readonly #readQueries: Kysely<Tables>;
  readonly #ground: WriteGround;
  readonly #clock: Clock;
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
    const database = explained(this.#reader, file);
    this.#readQueries = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    this.#clock = clock;
    this.#ground = {
      writer,
      queries: new Kysely<Tables>({ dialect: new SqliteDialect({ database: withStatements(writer) }) }),
      search: new SearchIndex(writer),
      bulk: new BulkOrders(writer),
      plan: new ReminderPlan(writer, clock, random),
      clock,
      random,
    };
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

  /**
   * Brings all that is committed into the database file itself, so that the log beside it is empty: a computer that goes to
   * sleep may wake on another day, or not at all. Waits its turn among the writes, and then only a moment for a stranger
   * that is reading the file.
   *
   * @returns whether the log is empty
   */
  async checkpoint(): Promise<boolean> {
    return await this.hold(() => {
      if (this.#closed) return Promise.resolve(false);
      this.#writer.pragma(`busy_timeout = ${CHECKPOINT_WAIT_MS}`);
      try {
        const [outcome] = this.#writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        return Promise.resolve(outcome?.busy === 0);
      } finally {
        this.#writer.pragma(`busy_timeout = ${BUSY_WAIT_MS}`);
      }
    });
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
    try {
      this.#writer.pragma(`optimize = ${EVERY_TABLE}`);
    } catch {
      // Statistics are a help. What is damaged is named by whoever reads it, and is closed all the same.
    }
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
    const entry = new JournalWriter(this.#writer);
    const recorder = new Recorder(actor, act, this.#clock.now(), (changes) =>
      entry.add({ changes, imports: [] }),
    );
    let strayed = false;
    // SQLite answers at once, so a well-behaved write finishes before the event loop turns.
    const turn = setImmediate(() => {
      strayed = true;
    });
    try {
      this.#writer.exec('BEGIN IMMEDIATE');
      const result = await this.#inWrite.run(true, () => work(writeHandle(this.#ground, recorder)));
      if (strayed) throw new Error(`${act.code} awaited something other than its handle inside a write`);
      const sequence = this.#appendJournal(entry, recorder);
      this.#writer.exec('COMMIT');
      if (recorder.tables.size > 0) this.#announce({ sequence, tables: [...recorder.tables] });
      return result;
    } catch (error) {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
      throw explainSqliteError(error, this.#file);
    } finally {
      recorder.end();
      clearImmediate(turn);
    }
  }

  /** Appends the act to the journal. An act that changed nothing, or a batch of an import not yet in force, is no act. */
  #appendJournal(entry: JournalWriter, recorder: Recorder): number | null {
    const changes = recorder.changes();
    const rest = changes.length > 0 || recorder.imports.size > 0;
    if (!rest && !recorder.logged && !entry.begun) return null;
    if (rest || !entry.begun) entry.add({ changes, imports: [...recorder.imports] });
    return entry.seal({
      at: recorder.at,
      zone: this.#clock.zone(),
      operator_id: recorder.actor.operatorId,
      act: recorder.act.code,
      case_id: recorder.caseId,
      rows: recorder.rowCount(),
      permanent: recorder.act.permanent === true ? 1 : 0,
      undoes: recorder.act.undoes ?? null,
    });
  }

  #announce(commit: Commit): void {
    for (const listener of this.#listeners) listener(commit);
  }
}
