import { numberKey } from '../../../../shared/kernel/index.ts';
import type { Migration } from './migration.ts';

/**
 * A case that the seller begins, and what was entered as filed elsewhere, say the number of their dispute, item or violation
 * too. Beside every such number lies how it is compared. What a case filed before it was returned or rejected was its first
 * chance, and all that is there so far is of that one.
 */
export const matterNumbers: Migration = {
  version: 260,
  name: 'matter-numbers',
  up: (connection) => {
    connection.exec(`
      ALTER TABLE cases ADD COLUMN matter_number TEXT NOT NULL DEFAULT '';
      ALTER TABLE cases ADD COLUMN matter_key TEXT NOT NULL DEFAULT '';
      ALTER TABLE notices ADD COLUMN matter_key TEXT NOT NULL DEFAULT '';
      ALTER TABLE attempts ADD COLUMN matter_number TEXT NOT NULL DEFAULT '';
      ALTER TABLE attempts ADD COLUMN matter_key TEXT NOT NULL DEFAULT '';
      ALTER TABLE attempts ADD COLUMN chance INTEGER NOT NULL DEFAULT 1 CHECK (chance > 0);
      CREATE INDEX cases_by_matter ON cases (matter_key);
      CREATE INDEX notices_by_matter ON notices (matter_key);
      CREATE INDEX attempts_by_matter ON attempts (matter_key);
    `);
    const written = connection
      .prepare(`SELECT id, platform_number AS number FROM notices WHERE platform_number <> ''`)
      .all() as { id: string; number: string }[];
    const keep = connection.prepare('UPDATE notices SET matter_key = @key WHERE id = @id');
    for (const { id, number } of written) keep.run({ id, key: numberKey(number) });
  },
};
