import { indexWords } from '../../../shared/search/index.ts';
import type { Connection } from './open.ts';
import type { JournaledTable, Tables } from './schema.ts';
import { prepared } from './statements.ts';

interface SearchDocument {
  readonly kind: string;
  readonly refId: string;
  readonly caseId: string | null;
  readonly title: string;
  readonly detail: string;
}

type Describe<Table extends JournaledTable> = (row: Tables[Table]) => SearchDocument | null;

/** What of each table can be found, and under which words. A row described as null is not found. */
const DESCRIBED: { readonly [Table in JournaledTable]?: Describe<Table> } = {
  cases: (row) => ({
    kind: 'case',
    refId: row.id,
    caseId: row.id,
    title: `${row.number} ${row.title}`,
    detail: row.buyer_name,
  }),
  evidence_items: (row) =>
    row.removed_at === null
      ? {
          kind: 'evidence',
          refId: row.id,
          caseId: null,
          title: row.label === '' ? row.file_name : row.label,
          detail: `${row.file_name} ${row.note}`,
        }
      : null,
  facts: (row) => ({
    kind: 'fact',
    refId: row.id,
    caseId: row.case_id,
    title: row.text,
    detail: row.happened,
  }),
  stores: (row) => ({ kind: 'store', refId: row.id, caseId: null, title: row.name, detail: row.alias }),
  clients: (row) => ({ kind: 'client', refId: row.id, caseId: null, title: row.name, detail: row.note }),
  contacts: (row) => ({
    kind: 'contact',
    refId: row.id,
    caseId: row.case_id,
    title:
      [row.with_whom, row.ticket_number].filter((part) => part !== '').join(' ') || row.asked || row.answer,
    detail: [row.asked, row.answer].filter((part) => part !== '').join(' '),
  }),
};

const KIND_OF: { readonly [Table in JournaledTable]?: string } = {
  cases: 'case',
  evidence_items: 'evidence',
  facts: 'fact',
  stores: 'store',
  clients: 'client',
  contacts: 'contact',
};

/** Keeps the full-text index equal to the rows, inside the transaction that changes them. */
export class SearchIndex {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Takes over one row's new state; null when it is gone. */
  refresh<Table extends JournaledTable>(table: Table, id: string, row: Tables[Table] | null): void {
    const kind = KIND_OF[table];
    if (kind === undefined) return;
    this.forget(kind, id);
    const document = row === null ? null : (DESCRIBED[table]?.(row) ?? null);
    if (document !== null) this.remember(document);
  }

  remember(document: SearchDocument): void {
    const { lastInsertRowid } = prepared(
      this.#connection,
      'INSERT INTO search_documents (kind, ref_id, case_id, title, detail) VALUES (?, ?, ?, ?, ?)',
    ).run(document.kind, document.refId, document.caseId, document.title, document.detail);
    prepared(this.#connection, 'INSERT INTO search_index (rowid, words) VALUES (?, ?)').run(
      lastInsertRowid,
      indexWords(`${document.title} ${document.detail}`),
    );
  }

  forget(kind: string, refId: string): void {
    const found = prepared(
      this.#connection,
      'DELETE FROM search_documents WHERE kind = ? AND ref_id = ? RETURNING id',
    ).get(kind, refId) as { id: number } | undefined;
    if (found !== undefined)
      prepared(this.#connection, 'DELETE FROM search_index WHERE rowid = ?').run(found.id);
  }
}
