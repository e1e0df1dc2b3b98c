import type { Migration } from './migration.ts';

/** The notice that is pasted and worked through before its case is opened: one at a time, kept like everything typed. */
export const unopenedNotice: Migration = {
  version: 30,
  name: 'unopened-notice',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE unopened_notices (
        id TEXT PRIMARY KEY CHECK (id = 'only'), text TEXT NOT NULL, pasted_at INTEGER, answers_json TEXT NOT NULL,
        saved_at INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
