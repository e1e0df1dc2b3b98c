import type { Migration } from './migration.ts';

/**
 * What an act did lies in as many parts as it takes, each written while the act goes on: one that moves a hundred thousand
 * deadlines would fill the memory, and be longer than any text may be. The old ones are a part of their own, as they were
 * sealed. Parts are there before the entry that they belong to, so the reference is looked at when the act ends.
 */
export const journalParts: Migration = {
  version: 170,
  name: 'journal-parts',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE journal_payloads RENAME TO whole_payloads;
      CREATE TABLE journal_payloads (
        sequence INTEGER NOT NULL REFERENCES journal (sequence) DEFERRABLE INITIALLY DEFERRED,
        part INTEGER NOT NULL CHECK (part >= 0), payload_json TEXT NOT NULL, PRIMARY KEY (sequence, part)
      ) STRICT;
      INSERT INTO journal_payloads (sequence, part, payload_json)
        SELECT sequence, 0, payload_json FROM whole_payloads ORDER BY sequence;
      DROP TABLE whole_payloads;
      CREATE TRIGGER journal_payloads_are_not_changed BEFORE UPDATE ON journal_payloads
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    `);
  },
};
