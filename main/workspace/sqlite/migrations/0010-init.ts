import type { Migration } from './migration.ts';

/**
 * The first schema. Agencies, reviewers and owners have their columns from the start, so that later issues fill rooms
 * instead of rebuilding them.
 */
export const init: Migration = {
  version: 10,
  name: 'init',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE workspace_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE operators (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('handler', 'reviewer')),
        pin_scrypt TEXT, archived_at INTEGER, created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE clients (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL, archived_at INTEGER, created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE stores (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES clients (id), platform TEXT NOT NULL,
        name TEXT NOT NULL, alias TEXT NOT NULL, zone TEXT NOT NULL, export_zone TEXT, currency TEXT NOT NULL,
        archived_at INTEGER, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX stores_by_client ON stores (client_id);

      CREATE TABLE order_imports (
        id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES stores (id),
        kind TEXT NOT NULL CHECK (kind IN ('file', 'merge')), file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone', 'cancelled')),
        started_at INTEGER NOT NULL, finished_at INTEGER, added INTEGER NOT NULL, changed INTEGER NOT NULL,
        unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;

      CREATE TABLE orders (
        id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES stores (id), order_number TEXT NOT NULL,
        buyer_name TEXT NOT NULL, status TEXT NOT NULL, ordered_at INTEGER, paid_at INTEGER, shipped_at INTEGER,
        received_at INTEGER, ship_by INTEGER, total_minor INTEGER, currency TEXT, items TEXT NOT NULL,
        remark TEXT NOT NULL, recipient TEXT NOT NULL, country TEXT NOT NULL, address TEXT NOT NULL,
        phone TEXT NOT NULL, tracking_number TEXT NOT NULL, extra_json TEXT NOT NULL,
        import_id TEXT NOT NULL REFERENCES order_imports (id)
      ) STRICT;
      CREATE UNIQUE INDEX orders_by_number ON orders (store_id, order_number);
      CREATE INDEX orders_by_time ON orders (store_id, ordered_at DESC, id DESC);
      CREATE INDEX orders_by_time_all ON orders (ordered_at DESC, id DESC);
      CREATE INDEX orders_by_buyer ON orders (store_id, buyer_name);
      CREATE INDEX orders_by_import ON orders (import_id);

      CREATE TABLE order_versions (
        import_id TEXT NOT NULL REFERENCES order_imports (id), order_id TEXT NOT NULL, before_json TEXT, after_hash TEXT,
        PRIMARY KEY (import_id, order_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, stored_at INTEGER NOT NULL) STRICT;

      CREATE TABLE evidence_items (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('file', 'text')), label TEXT NOT NULL,
        file_name TEXT NOT NULL, media_type TEXT NOT NULL, file_kind TEXT NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL REFERENCES blobs (sha256), width INTEGER, height INTEGER, pages INTEGER,
        damaged INTEGER NOT NULL CHECK (damaged IN (0, 1)), obtained TEXT, note TEXT NOT NULL,
        taken_in_at INTEGER NOT NULL, taken_in_zone TEXT NOT NULL, file_modified_at INTEGER,
        original_path TEXT NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id),
        client_id TEXT REFERENCES clients (id), removed_at INTEGER, remove_reason TEXT NOT NULL
      ) STRICT;
      CREATE INDEX evidence_items_by_blob ON evidence_items (sha256);
      CREATE INDEX evidence_items_by_time ON evidence_items (taken_in_at DESC, id DESC);

      CREATE TABLE cases (
        id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, title TEXT NOT NULL, platform TEXT NOT NULL,
        case_type TEXT NOT NULL, scenario_id TEXT NOT NULL, client_id TEXT NOT NULL REFERENCES clients (id),
        store_id TEXT NOT NULL REFERENCES stores (id), owner_id TEXT NOT NULL REFERENCES operators (id),
        reviewer_id TEXT REFERENCES operators (id), buyer_name TEXT NOT NULL, conduct_date TEXT, notice_date TEXT,
        created_at INTEGER NOT NULL, archived_at INTEGER
      ) STRICT;
      CREATE INDEX cases_by_store ON cases (store_id);
      CREATE INDEX cases_by_client ON cases (client_id);

      CREATE TABLE case_orders (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), order_number TEXT NOT NULL,
        position INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX case_orders_by_number ON case_orders (case_id, order_number);
      CREATE INDEX case_orders_everywhere ON case_orders (order_number);

      CREATE TABLE case_answers (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), fact_id TEXT NOT NULL,
        value_json TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX case_answers_by_fact ON case_answers (case_id, fact_id);

      CREATE TABLE case_evidence (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        item_id TEXT NOT NULL REFERENCES evidence_items (id), position INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX case_evidence_by_item ON case_evidence (case_id, item_id);
      CREATE INDEX case_evidence_everywhere ON case_evidence (item_id);

      CREATE TABLE requirement_ticks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), requirement_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('met', 'unavailable')), item_ids_json TEXT NOT NULL, reason TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX requirement_ticks_by_requirement ON requirement_ticks (case_id, requirement_id);

      CREATE TABLE facts (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), text TEXT NOT NULL, happened TEXT NOT NULL,
        position INTEGER NOT NULL, confirmed_by TEXT REFERENCES operators (id), confirmed_at INTEGER,
        created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX facts_by_case ON facts (case_id, position);

      CREATE TABLE citations (
        id TEXT PRIMARY KEY, fact_id TEXT NOT NULL REFERENCES facts (id),
        item_id TEXT NOT NULL REFERENCES evidence_items (id), page INTEGER, region_json TEXT, note TEXT NOT NULL,
        position INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX citations_by_fact ON citations (fact_id, position);
      CREATE INDEX citations_by_item ON citations (item_id);

      CREATE TABLE statements (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), language TEXT NOT NULL, title TEXT NOT NULL,
        sections_json TEXT NOT NULL, version INTEGER NOT NULL, saved_at INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX statements_by_case ON statements (case_id, language);

      CREATE TABLE packets (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), number INTEGER NOT NULL,
        language TEXT NOT NULL, frozen_at INTEGER NOT NULL, folder TEXT NOT NULL,
        has_originals INTEGER NOT NULL CHECK (has_originals IN (0, 1)), pages INTEGER NOT NULL,
        fields_json TEXT NOT NULL, order_numbers_json TEXT NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE UNIQUE INDEX packets_by_case ON packets (case_id, number);

      CREATE TABLE packet_files (
        id TEXT PRIMARY KEY, packet_id TEXT NOT NULL REFERENCES packets (id),
        part TEXT NOT NULL CHECK (part IN ('upload-kit', 'archive', 'originals')), path TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES blobs (sha256), size INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX packet_files_by_packet ON packet_files (packet_id);
      CREATE INDEX packet_files_by_blob ON packet_files (sha256);

      CREATE TABLE submissions (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        packet_id TEXT NOT NULL REFERENCES packets (id), round INTEGER NOT NULL, submitted_at INTEGER NOT NULL,
        platform_number TEXT NOT NULL, receipt_item_id TEXT REFERENCES evidence_items (id),
        order_numbers_json TEXT NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id),
        corrected_at INTEGER, correction_reason TEXT NOT NULL
      ) STRICT;
      CREATE INDEX submissions_by_case ON submissions (case_id, submitted_at);

      CREATE TABLE attempts (
        id TEXT PRIMARY KEY, store_id TEXT NOT NULL REFERENCES stores (id), scenario_id TEXT NOT NULL,
        order_number TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('left', 'held', 'spent', 'lapsed', 'unknown')),
        made_by_kind TEXT NOT NULL CHECK (made_by_kind IN ('here', 'elsewhere')), case_id TEXT REFERENCES cases (id),
        submission_id TEXT REFERENCES submissions (id), made_by TEXT NOT NULL, made_at INTEGER, sent_text TEXT NOT NULL,
        platform_number TEXT NOT NULL, result TEXT NOT NULL, item_ids_json TEXT NOT NULL, settled_note TEXT NOT NULL,
        corrected_reason TEXT NOT NULL, created_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX attempts_by_order ON attempts (store_id, order_number);
      CREATE INDEX attempts_by_case ON attempts (case_id);

      CREATE TABLE decisions (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        submission_id TEXT REFERENCES submissions (id), outcome TEXT NOT NULL, decided_at INTEGER NOT NULL,
        reason TEXT NOT NULL, item_id TEXT REFERENCES evidence_items (id),
        operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE INDEX decisions_by_case ON decisions (case_id, decided_at);

      CREATE TABLE effect_ticks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), effect_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'applied', 'not-applied')), seen_on TEXT,
        item_id TEXT REFERENCES evidence_items (id), note TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX effect_ticks_by_effect ON effect_ticks (case_id, effect_id);

      CREATE TABLE clocks (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), spec_id TEXT NOT NULL,
        owner TEXT NOT NULL CHECK (owner IN ('mine', 'theirs', 'vanishing')), started_at INTEGER NOT NULL,
        look_at INTEGER NOT NULL, due_at INTEGER NOT NULL, title_json TEXT NOT NULL, says_json TEXT NOT NULL,
        computed_json TEXT NOT NULL, sources_json TEXT NOT NULL, stopped_at INTEGER
      ) STRICT;
      CREATE INDEX clocks_by_case ON clocks (case_id);
      CREATE INDEX clocks_running ON clocks (look_at) WHERE stopped_at IS NULL;

      CREATE TABLE journal (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, zone TEXT NOT NULL, operator_id TEXT,
        act TEXT NOT NULL, case_id TEXT, rows INTEGER NOT NULL, permanent INTEGER NOT NULL CHECK (permanent IN (0, 1)),
        undoes INTEGER, payload_hash TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX journal_by_case ON journal (case_id, sequence);
      CREATE INDEX journal_by_undone ON journal (undoes) WHERE undoes IS NOT NULL;
      CREATE TABLE journal_payloads (
        sequence INTEGER PRIMARY KEY REFERENCES journal (sequence), payload_json TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
      CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
      CREATE TRIGGER journal_payloads_are_not_changed BEFORE UPDATE ON journal_payloads
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

      CREATE TABLE custody_events (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, zone TEXT NOT NULL, operator_id TEXT,
        item_id TEXT, act TEXT NOT NULL, sha256 TEXT, detail_json TEXT NOT NULL, previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX custody_events_by_item ON custody_events (item_id, sequence);
      CREATE TRIGGER custody_is_not_changed BEFORE UPDATE ON custody_events
      BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
      CREATE TRIGGER custody_is_not_deleted BEFORE DELETE ON custody_events
      BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;

      CREATE TABLE search_documents (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref_id TEXT NOT NULL, case_id TEXT, title TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX search_documents_by_reference ON search_documents (kind, ref_id);
      CREATE VIRTUAL TABLE search_index USING fts5 (
        words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
      );
    `);
  },
};
