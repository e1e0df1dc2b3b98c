import type { Migration } from './migration.ts';

/**
 * A clock may remind otherwise than usual. A reminder remembers when it was planned for, so that one that was put off is told
 * from one whose clock has moved. Each clock counts its changes, by which a calendar on a phone knows the newer version. Those
 * that run are found by their ends.
 */
export const clockPlans: Migration = {
  version: 130,
  name: 'clock-plans',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE clocks ADD COLUMN plan_json TEXT;
      CREATE INDEX clocks_by_end ON clocks (owner, due_at) WHERE stopped_at IS NULL;
      ALTER TABLE reminders ADD COLUMN planned_at INTEGER NOT NULL DEFAULT 0;
      UPDATE reminders SET planned_at = fires_at;
      DROP INDEX reminders_once;
      CREATE UNIQUE INDEX reminders_once ON reminders (clock_id, step, due_at, planned_at);
      CREATE TABLE calendar_entries (
        clock_id TEXT PRIMARY KEY, case_id TEXT NOT NULL, sequence INTEGER NOT NULL, changed_at INTEGER NOT NULL,
        shape_json TEXT NOT NULL, cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
      ) STRICT;
      CREATE INDEX calendar_entries_by_case ON calendar_entries (case_id);
    `);
  },
};
