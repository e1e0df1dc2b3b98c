import type { Migration } from './migration.ts';

/** Shifts that were handed over, each with its page as it was read; and the ways to what such a page is made of. */
export const handovers: Migration = {
  version: 150,
  name: 'handovers',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE handovers (
        id TEXT PRIMARY KEY, from_operator_id TEXT NOT NULL REFERENCES operators (id),
        to_operator_id TEXT REFERENCES operators (id), span_from INTEGER NOT NULL, span_until INTEGER NOT NULL,
        next_until INTEGER NOT NULL, note TEXT NOT NULL, page_json TEXT NOT NULL, made_at INTEGER NOT NULL,
        waits INTEGER NOT NULL CHECK (waits IN (0, 1)), acknowledged_by TEXT REFERENCES operators (id),
        acknowledged_at INTEGER, answer TEXT NOT NULL
      ) STRICT;
      CREATE INDEX handovers_by_time ON handovers (made_at, id);
      CREATE INDEX handovers_waiting ON handovers (made_at) WHERE waits = 1 AND acknowledged_at IS NULL;

      CREATE INDEX journal_by_time ON journal (at);
      CREATE INDEX asks_by_time ON asks (asked_at);
      CREATE INDEX attempts_held ON attempts (case_id) WHERE state = 'held';
    `);
  },
};
