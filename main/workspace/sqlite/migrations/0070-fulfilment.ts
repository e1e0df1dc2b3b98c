import type { Migration } from './migration.ts';

/** Who ships a store's orders: some rules hold only for one of the two. */
export const fulfilment: Migration = {
  version: 70,
  name: 'fulfilment',
  up: (connection) => {
    connection.exec(
      `ALTER TABLE stores ADD COLUMN fulfilment TEXT CHECK (fulfilment IN ('seller', 'platform'));`,
    );
  },
};
