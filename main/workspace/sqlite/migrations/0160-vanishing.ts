import type { Migration } from './migration.ts';

/**
 * What was saved before it vanished, the links that stand in texts, what a shop's back office was looked into for and when,
 * and whether a suspicious order is shipped or held.
 */
export const vanishing: Migration = {
  version: 160,
  name: 'vanishing',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE captures (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), clock_id TEXT REFERENCES clocks (id),
        link_item_id TEXT REFERENCES evidence_items (id), item_id TEXT REFERENCES evidence_items (id),
        reason TEXT NOT NULL, captured_at INTEGER NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id),
        CHECK ((clock_id IS NULL) <> (link_item_id IS NULL)), CHECK ((item_id IS NULL) <> (reason = ''))
      ) STRICT;
      CREATE INDEX captures_by_case ON captures (case_id);
      CREATE UNIQUE INDEX captures_once_a_clock ON captures (clock_id) WHERE clock_id IS NOT NULL;
      CREATE UNIQUE INDEX captures_once_a_link ON captures (case_id, link_item_id) WHERE link_item_id IS NOT NULL;
      CREATE TABLE evidence_links (
        id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES evidence_items (id), address TEXT NOT NULL
      ) STRICT;
      CREATE INDEX evidence_links_by_item ON evidence_links (item_id);
      CREATE TABLE look_up_plans (
        id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES stores (id),
        kind TEXT NOT NULL CHECK (kind IN ('alerts', 'violations', 'results')),
        every_days INTEGER CHECK (every_days BETWEEN 1 AND 90), off INTEGER NOT NULL CHECK (off IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX look_up_plans_once ON look_up_plans (store_id, kind);
      CREATE TABLE looks (
        id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES stores (id),
        kind TEXT NOT NULL CHECK (kind IN ('alerts', 'violations', 'results')), looked_at INTEGER NOT NULL,
        found TEXT NOT NULL CHECK (found IN ('nothing', 'something')),
        operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE INDEX looks_by_store ON looks (store_id, kind, looked_at);
      CREATE TABLE ship_decisions (
        id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES stores (id), order_number TEXT NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('ship', 'hold')), reason TEXT NOT NULL,
        decided_at INTEGER NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE INDEX ship_decisions_by_order ON ship_decisions (store_id, order_number, decided_at);
    `);
  },
};
