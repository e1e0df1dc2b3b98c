import type { Migration } from './migration.ts';

/**
 * A text may hold several links, each of which is saved by itself. What was saved before is of the only one its text had: there
 * `link_id` stays empty, so that an act of then can still be taken back.
 */
export const eachLink: Migration = {
  version: 250,
  name: 'each-link',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE captures ADD COLUMN link_id TEXT REFERENCES evidence_links (id);
      DROP INDEX captures_once_a_link;
      CREATE UNIQUE INDEX captures_once_a_link ON captures (case_id, link_item_id, coalesce(link_id, ''))
        WHERE link_item_id IS NOT NULL;
    `);
  },
};
