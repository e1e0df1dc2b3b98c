import type { Migration } from './migration.ts';

/**
 * The countdown that the platform's page showed with a return, as it was read there; and whom a clock of somebody else's waits
 * for, and why somebody ended a clock by hand. Of a clock of before nobody knows whom it waits for, and nothing is claimed of it.
 */
export const pageOfAReturn: Migration = {
  version: 180,
  name: 'page-of-a-return',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE decisions ADD COLUMN page_words TEXT NOT NULL DEFAULT '';
      ALTER TABLE decisions ADD COLUMN page_read_at INTEGER;
      ALTER TABLE decisions ADD COLUMN page_deadline INTEGER;
      ALTER TABLE clocks ADD COLUMN awaits TEXT CHECK (awaits IN ('answer', 'platform', 'others'));
      ALTER TABLE clocks ADD COLUMN stop_reason TEXT NOT NULL DEFAULT '';
    `);
  },
};
