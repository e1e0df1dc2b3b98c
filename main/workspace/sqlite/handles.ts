import type { Kysely } from 'kysely';
import type { PlannedRound } from '../../../shared/reminders/index.ts';
import type { ImportCounts, ImportSwap } from './bulk-orders.ts';
import type { JournaledTable, Tables } from './schema.ts';

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
  /** The due work of the scheduler; no part of the journal (see `ReminderPlan`). */
  readonly reminders: {
    /** Plans the clocks that run and have no reminders yet. */
    fill(): Promise<void>;
    /**
     * Takes back what was noted at a time that has not come yet: the computer's clock was ahead. Answers how many clocks had
     * told of something then.
     */
    takeBack(): Promise<number>;
    /** Lets everything that is due come into the list. */
    appear(): Promise<void>;
    /** Claims reminders before they ring; answers those that are this caller's to ring. */
    claim(ids: readonly string[]): Promise<string[]>;
    confirm(ids: readonly string[]): Promise<void>;
    see(ids: readonly string[]): Promise<void>;
    snooze(id: string, until: number): Promise<void>;
    /** Makes the reminders and calendar entries of rounds equal to what is planned (see `keepRounds`). */
    keepRounds(planned: readonly PlannedRound[]): Promise<void>;
  };
  /** Claims the digest of a day before it is said; answers whether it is this caller's to say. No part of the journal. */
  claimDigest(day: string): Promise<boolean>;
  /** Names the case this act is about, where it was not known before. */
  about(caseId: string): void;
  newId(): string;
  readonly now: number;
  readonly operatorId: string | null;
}

/** A commit, told to whoever shows the data. */
export interface Commit {
  /** Its place in the journal; null where only derived rows changed. */
  readonly sequence: number | null;
  readonly tables: readonly string[];
}
