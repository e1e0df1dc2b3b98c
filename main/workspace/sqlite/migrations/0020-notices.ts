import type { Migration } from './migration.ts';

/**
 * Cases that begin with a platform's notice: the notice, the class of each flagged order, vouchers per order, requests
 * made to others, campaigns that explain a spike, and the rectification plan beside the statement.
 */
export const notices: Migration = {
  version: 20,
  name: 'notices',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE notices (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), text TEXT NOT NULL,
        platform_number TEXT NOT NULL, rule_cited TEXT NOT NULL, basis TEXT NOT NULL, issued_at INTEGER,
        seen_at INTEGER, handed_over_at INTEGER, page_words TEXT NOT NULL, page_read_at INTEGER,
        page_deadline INTEGER, item_id TEXT REFERENCES evidence_items (id),
        lists_unproven INTEGER NOT NULL CHECK (lists_unproven IN (0, 1)),
        discloses_admitted INTEGER NOT NULL CHECK (discloses_admitted IN (0, 1))
      ) STRICT;
      CREATE UNIQUE INDEX notices_by_case ON notices (case_id);

      ALTER TABLE case_orders ADD COLUMN class TEXT
        CHECK (class IN ('documented-genuine', 'cannot-be-proven', 'admitted'));
      ALTER TABLE case_orders ADD COLUMN class_reason TEXT NOT NULL DEFAULT '';
      ALTER TABLE case_orders ADD COLUMN class_item_id TEXT REFERENCES evidence_items (id);
      ALTER TABLE case_orders ADD COLUMN classed_at INTEGER;
      ALTER TABLE case_orders ADD COLUMN admitted_at INTEGER;

      CREATE TABLE requirement_ticks_by_order (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), requirement_id TEXT NOT NULL,
        order_number TEXT NOT NULL DEFAULT '', state TEXT NOT NULL CHECK (state IN ('met', 'unavailable', 'not-asked')),
        item_ids_json TEXT NOT NULL, reason TEXT NOT NULL
      ) STRICT;
      INSERT INTO requirement_ticks_by_order (id, case_id, requirement_id, state, item_ids_json, reason)
        SELECT id, case_id, requirement_id, state, item_ids_json, reason FROM requirement_ticks;
      DROP TABLE requirement_ticks;
      ALTER TABLE requirement_ticks_by_order RENAME TO requirement_ticks;
      CREATE UNIQUE INDEX requirement_ticks_by_requirement
        ON requirement_ticks (case_id, requirement_id, order_number);

      CREATE TABLE asks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), addressee TEXT NOT NULL,
        addressee_name TEXT NOT NULL, requirement_ids_json TEXT NOT NULL, order_numbers_json TEXT NOT NULL,
        text TEXT NOT NULL, channel TEXT NOT NULL, asked_at INTEGER NOT NULL,
        item_id TEXT REFERENCES evidence_items (id),
        state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'refused', 'silent')), answered_at INTEGER,
        answer_item_id TEXT REFERENCES evidence_items (id), note TEXT NOT NULL,
        operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE INDEX asks_by_case ON asks (case_id, asked_at);
      CREATE INDEX asks_open ON asks (addressee) WHERE state = 'open';

      CREATE TABLE campaigns (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), name TEXT NOT NULL, place TEXT NOT NULL,
        starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, what TEXT NOT NULL, item_ids_json TEXT NOT NULL
      ) STRICT;
      CREATE INDEX campaigns_by_case ON campaigns (case_id, starts_on);

      ALTER TABLE statements ADD COLUMN document TEXT NOT NULL DEFAULT 'statement'
        CHECK (document IN ('statement', 'plan'));
      DROP INDEX statements_by_case;
      CREATE UNIQUE INDEX statements_by_case ON statements (case_id, document, language);
    `);
  },
};
