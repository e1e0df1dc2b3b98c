import {
  ROUND_IDS,
  ROUND_STAYS,
  type PlannedRound,
  type RoundShape,
} from '../../../shared/reminders/index.ts';
import type { Connection } from './open.ts';
import type { Tables } from './schema.ts';
import { prepared } from './statements.ts';

/**
 * Makes the due work of rounds equal to what is planned: their reminders stand in the table of all others, so that they come, are
 * claimed, seen and put off as those are, and what calendars show of them beside that of the clocks.
 *
 * What is planned no more has ended: what had not come is gone, and what lies ahead is called off. What is over stays as it was for
 * a week.
 *
 * @returns whether anything was different
 */
export function keepRounds(
  connection: Connection,
  planned: readonly PlannedRound[],
  { now, zone, newId }: { now: number; zone: string; newId: () => string },
): boolean {
  const ids = new Set(planned.map(({ id }) => id));
  const keeper = new RoundKeeping(connection, now, newId);
  keeper.forgetOld(ids);
  for (const round of planned) keeper.keep(round, zone);
  keeper.endOthers(ids);
  return keeper.changes > 0;
}

type ReminderRow = Tables['reminders'];

class RoundKeeping {
  changes = 0;
  readonly #connection: Connection;
  readonly #now: number;
  readonly #newId: () => string;

  constructor(connection: Connection, now: number, newId: () => string) {
    this.#connection = connection;
    this.#now = now;
    this.#newId = newId;
  }

  /** Takes over one round: of each step one reminder, which never comes twice, whatever is planned of it later. */
  keep(round: PlannedRound, zone: string): void {
    const { id: roundId, kind, count, shops, dueAt, reminders, catchesUp } = round;
    const standing = this.#all<ReminderRow>('SELECT * FROM reminders WHERE clock_id = @roundId', { roundId });
    for (const { step, firesAt } of reminders) {
      const row = standing.find((each) => each.step === step);
      if (row !== undefined) this.#move(row, dueAt, firesAt);
      // Whoever has just brought the orders in knows of them.
      else if (catchesUp || firesAt > this.#now)
        this.#run(
          `INSERT INTO reminders (id, clock_id, step, due_at, planned_at, fires_at)
             VALUES (@id, @roundId, @step, @dueAt, @firesAt, @firesAt)`,
          { id: this.#newId(), roundId, step, dueAt, firesAt },
        );
    }
    const shape: RoundShape = {
      round: { kind, count, shops, dueAt },
      firesAt: reminders.map(({ firesAt }) => firesAt).toSorted((left, right) => left - right),
      zone,
    };
    this.#run(
      `INSERT INTO calendar_entries (clock_id, case_id, sequence, changed_at, shape_json, cancelled)
         VALUES (@roundId, '', 0, @now, @shape, 0)
         ON CONFLICT (clock_id) DO UPDATE SET sequence = sequence + 1, changed_at = @now, shape_json = @shape, cancelled = 0
         WHERE shape_json <> @shape OR cancelled = 1`,
      { roundId, now: this.#now, shape: JSON.stringify(shape) },
    );
  }

  /** What came stays where it came; what was put off comes when somebody wanted it to. */
  #move({ id, appeared_at, planned_at, fires_at }: ReminderRow, dueAt: number, firesAt: number): void {
    const plannedAt = appeared_at === null ? firesAt : planned_at;
    const comesAt = appeared_at === null && fires_at === planned_at ? firesAt : fires_at;
    this.#run(
      `UPDATE reminders SET due_at = @dueAt, planned_at = @plannedAt, fires_at = @comesAt, ended_at = NULL
         WHERE id = @id AND (due_at <> @dueAt OR planned_at <> @plannedAt OR fires_at <> @comesAt OR ended_at IS NOT NULL)`,
      { id, dueAt, plannedAt, comesAt },
    );
  }

  /** Ends the rounds that nobody plans any more: all is looked into, decided, or another day's. */
  endOthers(planned: ReadonlySet<string>): void {
    const now = this.#now;
    for (const { clock_id: roundId, shape_json: json } of this.#entries()) {
      if (planned.has(roundId)) continue;
      this.#run('DELETE FROM reminders WHERE clock_id = @roundId AND appeared_at IS NULL', { roundId });
      this.#run('UPDATE reminders SET ended_at = @now WHERE clock_id = @roundId AND ended_at IS NULL', {
        roundId,
        now,
      });
      if (dueOf(json) > now)
        this.#run(
          `UPDATE calendar_entries SET cancelled = 1, sequence = sequence + 1, changed_at = @now
             WHERE clock_id = @roundId AND cancelled = 0`,
          { roundId, now },
        );
    }
  }

  /** Rounds that were over a week ago are no longer told of anywhere. */
  forgetOld(planned: ReadonlySet<string>): void {
    for (const { clock_id: roundId, shape_json: json } of this.#entries()) {
      if (planned.has(roundId) || dueOf(json) > this.#now - ROUND_STAYS) continue;
      this.#run('DELETE FROM reminders WHERE clock_id = @roundId', { roundId });
      this.#run('DELETE FROM calendar_entries WHERE clock_id = @roundId', { roundId });
    }
  }

  #entries(): Tables['calendar_entries'][] {
    return this.#all('SELECT * FROM calendar_entries WHERE clock_id GLOB @ids', { ids: `${ROUND_IDS}*` });
  }

  #all<Row>(sql: string, values: object): Row[] {
    return prepared(this.#connection, sql).all(values) as Row[];
  }

  #run(sql: string, values: object): void {
    this.changes += prepared(this.#connection, sql).run(values).changes;
  }
}

const dueOf = (json: string): number => (JSON.parse(json) as RoundShape).round.dueAt;
