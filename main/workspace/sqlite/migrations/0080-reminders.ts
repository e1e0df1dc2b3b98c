import type { Migration } from './migration.ts';

/** The due work of the scheduler, derived from the clocks; those of an older program get theirs at the next start. */
export const reminders: Migration = {
  version: 80,
  name: 'reminders',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE reminders (
        id TEXT PRIMARY KEY, clock_id TEXT NOT NULL, step TEXT NOT NULL, due_at INTEGER NOT NULL,
        fires_at INTEGER NOT NULL, appeared_at INTEGER, claimed_at INTEGER, shown_at INTEGER, seen_at INTEGER,
        ended_at INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX reminders_once ON reminders (clock_id, step, due_at);
      CREATE INDEX reminders_to_come ON reminders (fires_at) WHERE appeared_at IS NULL;
      CREATE INDEX reminders_in_list ON reminders (due_at)
        WHERE appeared_at IS NOT NULL AND ended_at IS NULL AND seen_at IS NULL;
    `);
  },
};
