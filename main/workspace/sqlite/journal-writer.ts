import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/kernel/index.ts';
import { CHAIN_START, journalHash, type JournalFields, type JournalPayload } from '../journal/index.ts';
import type { Connection } from './open.ts';
import { prepared } from './statements.ts';

/** What the end of an act says of it; where it stands in the journal, and its seal, come from the writer. */
type ActFields = Omit<JournalFields, 'sequence' | 'payload_hash'>;

/**
 * Writes one act into the journal: what it did part by part while it goes on, and its sealed entry at the end. Its hash is
 * over the parts one after the other. To be used inside the act's transaction only, which is what keeps its place free.
 */
export class JournalWriter {
  readonly #writer: Connection;
  readonly #hash = createHash('sha256');
  #place: { readonly sequence: number; readonly previous: string } | null = null;
  #parts = 0;

  constructor(writer: Connection) {
    this.#writer = writer;
  }

  /** Adds what was done since the part before. */
  add(payload: JournalPayload): void {
    const text = canonicalJson(payload);
    this.#hash.update(text, 'utf8');
    prepared(
      this.#writer,
      'INSERT INTO journal_payloads (sequence, part, payload_json) VALUES (?, ?, ?)',
    ).run(this.#ownPlace().sequence, this.#parts, text);
    this.#parts += 1;
  }

  /** Whether anything was added. */
  get begun(): boolean {
    return this.#parts > 0;
  }

  /** Seals the act to all before it, and says where it stands. */
  seal(act: ActFields): number {
    const { sequence, previous } = this.#ownPlace();
    const fields = { ...act, sequence, payload_hash: this.#hash.digest('hex') };
    prepared(
      this.#writer,
      `INSERT INTO journal
         (sequence, at, zone, operator_id, act, case_id, rows, permanent, undoes, payload_hash, previous_hash, hash)
       VALUES
         (@sequence, @at, @zone, @operator_id, @act, @case_id, @rows, @permanent, @undoes, @payload_hash, @previous, @hash)`,
    ).run({ ...fields, previous, hash: journalHash(previous, fields) });
    return sequence;
  }

  #ownPlace(): { readonly sequence: number; readonly previous: string } {
    if (this.#place !== null) return this.#place;
    const last = prepared(
      this.#writer,
      'SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1',
    ).get() as { sequence: number; hash: string } | undefined;
    this.#place = { sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? CHAIN_START };
    return this.#place;
  }
}
