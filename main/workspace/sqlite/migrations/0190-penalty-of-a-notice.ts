import type { Migration } from './migration.ts';

/** What a notice says the matter costs, and the how-manieth violation the platform counts it as. */
export const penaltyOfANotice: Migration = {
  version: 190,
  name: 'penalty-of-a-notice',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE notices ADD COLUMN penalties_json TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE notices ADD COLUMN occurrence INTEGER;
    `);
  },
};
