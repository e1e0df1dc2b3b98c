import type { Migration } from './migration.ts';

/** The log of contacts with the platform in a case. */
export const contacts: Migration = {
  version: 50,
  name: 'contacts',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE contacts (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),
        channel TEXT NOT NULL
          CHECK (channel IN ('support-chat', 'phone', 'ticket', 'email', 'account-manager', 'other')),
        with_whom TEXT NOT NULL, contacted_at INTEGER NOT NULL, ticket_number TEXT NOT NULL, asked TEXT NOT NULL,
        answer TEXT NOT NULL, item_id TEXT REFERENCES evidence_items (id),
        operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
      CREATE INDEX contacts_by_case ON contacts (case_id, contacted_at);
    `);
  },
};
