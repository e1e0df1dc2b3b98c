import { SearchIndex } from '../search.ts';
import type { Tables } from '../schema.ts';
import type { Migration } from './migration.ts';

/** Who ships a store's orders, as some rules hold only for one of the two; and contacts are found by their words. */
export const fulfilment: Migration = {
  version: 70,
  name: 'fulfilment',
  up: (connection) => {
    connection.exec(
      `ALTER TABLE stores ADD COLUMN fulfilment TEXT CHECK (fulfilment IN ('seller', 'platform'));`,
    );
    const index = new SearchIndex(connection);
    const rows = connection.prepare('SELECT * FROM contacts').all() as Tables['contacts'][];
    for (const row of rows) index.refresh('contacts', row.id, row);
  },
};
