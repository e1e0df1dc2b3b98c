import type { Migration } from './migration.ts';

/** The site whose back office showed it; null is every site, as what was noted before held. */
export const siteOfOwnReadings: Migration = {
  version: 240,
  name: 'site-of-own-readings',
  up: (connection) => {
    connection.exec('ALTER TABLE own_readings ADD COLUMN region TEXT');
  },
};
