import type { Migration } from './migration.ts';

/** Years of working-day calendars by notices newer than the program; `id` is the calendar's with the year, e.g. `CN-2027`. */
export const calendarYears: Migration = {
  version: 120,
  name: 'calendar-years',
  up: (connection) => {
    connection.exec(`
      CREATE TABLE calendar_years (
        id TEXT PRIMARY KEY, calendar TEXT NOT NULL, year INTEGER NOT NULL, year_json TEXT NOT NULL,
        added_at INTEGER NOT NULL, operator_id TEXT NOT NULL REFERENCES operators (id)
      ) STRICT;
    `);
  },
};
