import type { Migration } from './migration.ts';

/** The days whose digest was said, or was found to have nothing to say: each once, whoever asks. */
export const digests: Migration = {
  version: 110,
  name: 'digests',
  up: (connection) => {
    connection.exec('CREATE TABLE digests (day TEXT PRIMARY KEY, claimed_at INTEGER NOT NULL) STRICT');
  },
};
