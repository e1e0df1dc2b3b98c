import type { Migration } from './migration.ts';

/** What was noted at a time that has not come yet is found at each look, however much lies there: a clock was put back. */
export const toldAhead: Migration = {
  version: 230,
  name: 'told-ahead',
  up: (connection) => {
    connection.exec(`
      CREATE INDEX reminders_by_appearance ON reminders (appeared_at) WHERE appeared_at IS NOT NULL;
      CREATE INDEX reminders_put_off ON reminders (fires_at) WHERE appeared_at IS NULL AND fires_at > planned_at;
      CREATE INDEX calendar_entries_by_change ON calendar_entries (changed_at);
    `);
  },
};
