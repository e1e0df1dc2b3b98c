import type { ClockOwner } from '../../../shared/deadlines/index.ts';
import { newId, type Clock, type Random } from '../../../shared/kernel/index.ts';
import { planReminders } from '../../../shared/reminders/index.ts';
import type { Connection } from './open.ts';
import type { Tables } from './schema.ts';

/**
 * Keeps the due work of the scheduler equal to the clocks, inside the transaction that changes them: a reminder that is to
 * come is a row before anybody could forget it.
 *
 * The rows are derived and no part of the journal: an act that is taken back takes its clocks back, and those their
 * reminders. What has appeared once stays, as ended, when its clock stops or moves.
 */
export class ReminderPlan {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #random: Random;

  constructor(connection: Connection, clock: Clock, random: Random) {
    this.#connection = connection;
    this.#clock = clock;
    this.#random = random;
  }

  /** Takes over one clock's new state; null when it is gone. @param now from when on reminders are still to come */
  refresh(clockId: string, row: Tables['clocks'] | null, now: number): void {
    const runs = row !== null && row.stopped_at === null;
    const dueAt = runs ? row.due_at : null;
    this.#connection
      .prepare(
        'DELETE FROM reminders WHERE clock_id = @clockId AND appeared_at IS NULL AND (@dueAt IS NULL OR due_at <> @dueAt)',
      )
      .run({ clockId, dueAt });
    this.#connection
      .prepare(
        `UPDATE reminders SET ended_at = @now
         WHERE clock_id = @clockId AND ended_at IS NULL AND appeared_at IS NOT NULL AND (@dueAt IS NULL OR due_at <> @dueAt)`,
      )
      .run({ clockId, dueAt, now });
    if (!runs) return;
    const add = this.#connection.prepare(
      `INSERT INTO reminders (id, clock_id, step, due_at, fires_at) VALUES (@id, @clockId, @step, @dueAt, @firesAt)
       ON CONFLICT (clock_id, step, due_at) DO NOTHING`,
    );
    const clock = { owner: row.owner as ClockOwner, lookAt: row.look_at, dueAt: row.due_at };
    for (const { step, firesAt } of planReminders(clock, now))
      add.run({ id: newId(this.#clock, this.#random), clockId, step, dueAt: row.due_at, firesAt });
  }

  /** Plans the clocks that run and have no reminders yet: of an older workspace, or of one brought back from a backup. */
  fill(now: number): void {
    const unplanned = this.#connection
      .prepare(
        `SELECT * FROM clocks WHERE stopped_at IS NULL AND due_at > @now
         AND NOT EXISTS (SELECT 1 FROM reminders WHERE reminders.clock_id = clocks.id)`,
      )
      .all({ now }) as Tables['clocks'][];
    for (const row of unplanned) this.refresh(row.id, row, now);
  }

  /** Lets everything that is due come into the list. @returns how many did */
  appear(now: number): number {
    return this.#connection
      .prepare('UPDATE reminders SET appeared_at = @now WHERE appeared_at IS NULL AND fires_at <= @now')
      .run({ now }).changes;
  }

  /**
   * Claims reminders before they ring, so that two programs, or one that crashed, never ring the same one twice.
   *
   * @returns those that are this caller's to ring
   */
  claim(ids: readonly string[], now: number): string[] {
    const claim = this.#connection.prepare(
      `UPDATE reminders SET claimed_at = @now WHERE id = @id AND claimed_at IS NULL AND ended_at IS NULL RETURNING id`,
    );
    return ids.filter((id) => claim.get({ id, now }) !== undefined);
  }

  /** Says that claimed reminders rang. @returns how many */
  confirm(ids: readonly string[], now: number): number {
    const confirm = this.#connection.prepare('UPDATE reminders SET shown_at = @now WHERE id = @id');
    return ids.reduce((count, id) => count + confirm.run({ id, now }).changes, 0);
  }

  /** Takes reminders out of the list: somebody has seen them. @returns how many */
  see(ids: readonly string[], now: number): number {
    const see = this.#connection.prepare(
      'UPDATE reminders SET seen_at = @now WHERE id = @id AND seen_at IS NULL',
    );
    return ids.reduce((count, id) => count + see.run({ id, now }).changes, 0);
  }

  /** Lets a reminder come again later, as itself: out of the list until then, and free to ring once more. @returns 1, or 0 where it has ended */
  snooze(id: string, until: number): number {
    return this.#connection
      .prepare(
        `UPDATE reminders SET fires_at = @until, appeared_at = NULL, claimed_at = NULL, shown_at = NULL, seen_at = NULL
         WHERE id = @id AND ended_at IS NULL`,
      )
      .run({ id, until }).changes;
  }
}
