import type { Migration } from './migration.ts';

/**
 * Which edition of the packs a case stands on, what a shop's own back office showed, and the readings somebody chose:
 * all of it beside the shipped packs, so that it outlives them.
 */
export const editions: Migration = {
  version: 40,
  name: 'editions',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE stores ADD COLUMN region TEXT;
      ALTER TABLE cases ADD COLUMN editions_json TEXT;
      ALTER TABLE cases ADD COLUMN kept_editions_json TEXT;

      CREATE TABLE pack_editions (
        id TEXT PRIMARY KEY, platform TEXT NOT NULL, version TEXT NOT NULL, packed TEXT NOT NULL,
        taken_in_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE pack_updates (
        id TEXT PRIMARY KEY, edition_id TEXT NOT NULL REFERENCES pack_editions (id), signer_name TEXT NOT NULL,
        signer_key TEXT NOT NULL, installed_at INTEGER NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;

      CREATE TABLE own_readings (
        id TEXT PRIMARY KEY, rule_id TEXT NOT NULL, confirms TEXT, value_json TEXT, words TEXT NOT NULL,
        seen_on TEXT NOT NULL, item_id TEXT REFERENCES evidence_items (id), created_at INTEGER NOT NULL,
        operator_id TEXT NOT NULL REFERENCES operators (id),
        CHECK ((confirms IS NULL) <> (value_json IS NULL))
      ) STRICT;
      CREATE INDEX own_readings_by_rule ON own_readings (rule_id);

      CREATE TABLE reading_choices (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), rule_id TEXT NOT NULL,
        reading_id TEXT NOT NULL, conflict_id TEXT, reason TEXT NOT NULL CHECK (reason <> ''),
        chosen_at INTEGER NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE UNIQUE INDEX reading_choices_by_matter ON reading_choices (case_id, COALESCE(conflict_id, rule_id));
    `);
  },
};
