import type { Migration } from './migration.ts';

/** When to look again whether a request was answered, and when those who are asked are there. */
export const openingHours: Migration = {
  version: 140,
  name: 'opening-hours',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE asks ADD COLUMN revisit_at INTEGER;
      CREATE TABLE opening_hours (
        id TEXT PRIMARY KEY, client_id TEXT REFERENCES clients (id), addressee TEXT NOT NULL,
        party_name TEXT NOT NULL, zone TEXT NOT NULL, week_json TEXT NOT NULL, holidays TEXT,
        closed_spans_json TEXT NOT NULL, answer_minutes INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX opening_hours_once ON opening_hours (ifnull(client_id, ''), addressee, party_name);
    `);
  },
};
