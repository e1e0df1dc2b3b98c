import { canonicalJson } from '../../../shared/kernel/index.ts';
import type { RowChange } from '../journal/index.ts';
import type { Act, Actor } from './handles.ts';
import { JOURNALED_TABLES } from './schema.ts';

const JOURNALED = new Set<string>(JOURNALED_TABLES);

/** What an act did is written away whenever it has touched so many rows: memory is not where a long one may pile up. */
const ROWS_AT_ONCE = 200;

/**
 * Gathers what one act does: the first "before" and the last "after" of each row. Of a row that is touched again after it
 * was written away, what was done to it since.
 */
export class Recorder {
  readonly actor: Actor;
  readonly act: Act;
  readonly at: number;
  readonly tables = new Set<string>();
  readonly imports = new Set<string>();
  /** Something was written that stands outside the row changes but is an act all the same. */
  logged = false;
  caseId: string | null;
  #ended = false;
  readonly #writeAway: (changes: RowChange[]) => void;
  /** The rows that were written away. */
  readonly #away = new Set<string>();
  readonly #rows = new Map<
    string,
    { table: string; id: string; before: RowChange['before']; after: RowChange['after'] }
  >();

  constructor(actor: Actor, act: Act, at: number, writeAway: (changes: RowChange[]) => void) {
    this.#writeAway = writeAway;
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
    if (this.#rows.size >= ROWS_AT_ONCE) this.#empty();
  }

  noteImport(importId: string): void {
    this.tables.add('orders');
    if (this.imports.has(importId)) this.imports.delete(importId);
    else this.imports.add(importId);
  }

  /** The act is over: whatever its handle is still used for would stand in no journal. */
  end(): void {
    this.#ended = true;
  }

  refuseWhenEnded(): void {
    if (this.#ended) throw new Error(`the handle of ${this.act.code} was used after its write had ended`);
  }

  /** What was done and not yet written away. */
  changes(): RowChange[] {
    return [...this.#rows.values()].filter(
      ({ before, after }) => canonicalJson(before) !== canonicalJson(after),
    );
  }

  /** How many rows the act changed so far. */
  rowCount(): number {
    const rest = this.changes().filter(({ table, id }) => !this.#away.has(`${table}\n${id}`));
    return this.#away.size + rest.length;
  }

  #empty(): void {
    const changes = this.changes();
    this.#rows.clear();
    for (const { table, id } of changes) this.#away.add(`${table}\n${id}`);
    if (changes.length > 0) this.#writeAway(changes);
  }
}
