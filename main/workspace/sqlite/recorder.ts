import { canonicalJson } from '../../../shared/kernel/index.ts';
import type { RowChange } from '../journal/index.ts';
import type { Act, Actor } from './handles.ts';
import { JOURNALED_TABLES } from './schema.ts';

const JOURNALED = new Set<string>(JOURNALED_TABLES);

/** Gathers what one act does: the first "before" and the last "after" of each row. */
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

  /** The act is over: whatever its handle is still used for would stand in no journal. */
  end(): void {
    this.#ended = true;
  }

  refuseWhenEnded(): void {
    if (this.#ended) throw new Error(`the handle of ${this.act.code} was used after its write had ended`);
  }

  changes(): RowChange[] {
    return [...this.#rows.values()].filter(
      ({ before, after }) => canonicalJson(before) !== canonicalJson(after),
    );
  }
}
