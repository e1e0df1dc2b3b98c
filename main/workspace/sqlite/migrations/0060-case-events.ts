import type { Migration } from './migration.ts';

/** What happened in a case beside its notice, its filings and its decisions, and the clocks that each event started. */
export const caseEvents: Migration = {
  version: 60,
  name: 'case-events',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE case_events (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), event TEXT NOT NULL,
        happened_at INTEGER NOT NULL, note TEXT NOT NULL, page_words TEXT NOT NULL, page_read_at INTEGER,
        page_deadline INTEGER, item_id TEXT REFERENCES evidence_items (id), clock_ids_json TEXT NOT NULL,
        operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE INDEX case_events_by_case ON case_events (case_id, happened_at);
    `);
  },
};
