import type { ClockOwner, ClockPlan } from '../../../shared/deadlines/index.ts';
import { newId, type Clock, type Random } from '../../../shared/kernel/index.ts';
import { planReminders, type CalendarShape, type PlannedClock } from '../../../shared/reminders/index.ts';
import type { Connection } from './open.ts';
import type { Tables } from './schema.ts';
import { prepared } from './statements.ts';

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

  /**
   * Takes over one clock's new state; null when it is gone. What was put off stays so while its clock and its step stand; what
   * came and ended is in the list again once its clock runs again.
   *
   * @param now from when on reminders are still to come
   */
  refresh(clockId: string, row: Tables['clocks'] | null, now: number): void {
    const asked = row === null || row.stopped_at !== null ? [] : planReminders(plannedClock(row));
    const left = new Map(asked.map((each) => [keyOf(each.step, row?.due_at, each.firesAt), each]));
    const standing = prepared(this.#connection, 'SELECT * FROM reminders WHERE clock_id = @clockId').all({
      clockId,
    }) as Tables['reminders'][];
    for (const { id, step, due_at: dueAt, planned_at: plannedAt, appeared_at, ended_at } of standing) {
      const isAsked = left.delete(keyOf(step, dueAt, plannedAt));
      if (!isAsked && appeared_at === null)
        prepared(this.#connection, 'DELETE FROM reminders WHERE id = @id').run({ id });
      else if (isAsked !== (ended_at === null))
        prepared(this.#connection, 'UPDATE reminders SET ended_at = @endedAt WHERE id = @id').run({
          id,
          endedAt: isAsked ? null : now,
        });
    }
    const add = prepared(
      this.#connection,
      `INSERT INTO reminders (id, clock_id, step, due_at, planned_at, fires_at)
       VALUES (@id, @clockId, @step, @dueAt, @firesAt, @firesAt)`,
    );
    for (const { step, firesAt } of left.values())
      if (firesAt > now)
        add.run({ id: newId(this.#clock, this.#random), clockId, step, dueAt: row?.due_at, firesAt });
    this.#countChange(clockId, row, now);
  }

  /** A calendar that was handed an entry takes the newer one for it by its number, and takes it out when it is cancelled. */
  #countChange(clockId: string, row: Tables['clocks'] | null, now: number): void {
    const before = prepared(this.#connection, 'SELECT * FROM calendar_entries WHERE clock_id = @clockId').get(
      { clockId },
    ) as Tables['calendar_entries'] | undefined;
    const shape = row === null ? before?.shape_json : JSON.stringify(shapeOf(row));
    const caseId = row?.case_id ?? before?.case_id;
    const cancelled = row === null || row.stopped_at !== null ? 1 : 0;
    if (shape === undefined || caseId === undefined) return;
    if (before?.shape_json === shape && before.cancelled === cancelled) return;
    prepared(
      this.#connection,
      `INSERT INTO calendar_entries (clock_id, case_id, sequence, changed_at, shape_json, cancelled)
         VALUES (@clockId, @caseId, 0, @now, @shape, @cancelled)
         ON CONFLICT (clock_id) DO UPDATE
         SET sequence = sequence + 1, changed_at = @now, shape_json = @shape, cancelled = @cancelled`,
    ).run({ clockId, caseId, now, shape, cancelled });
  }

  /** Plans the clocks that run and have no reminders yet: of an older workspace, or of one brought back from a backup. */
  fill(now: number): void {
    const unplanned = prepared(
      this.#connection,
      `SELECT * FROM clocks WHERE stopped_at IS NULL AND due_at > @now
         AND NOT EXISTS (SELECT 1 FROM reminders WHERE reminders.clock_id = clocks.id)`,
    ).all({ now }) as Tables['clocks'][];
    for (const row of unplanned) this.refresh(row.id, row, now);
    const uncounted = prepared(
      this.#connection,
      `SELECT * FROM clocks WHERE stopped_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM calendar_entries WHERE calendar_entries.clock_id = clocks.id)`,
    ).all() as Tables['clocks'][];
    for (const row of uncounted) this.#countChange(row.id, row, now);
  }

  /** Lets everything that is due come into the list. @returns how many did */
  appear(now: number): number {
    return prepared(
      this.#connection,
      'UPDATE reminders SET appeared_at = @now WHERE appeared_at IS NULL AND fires_at <= @now',
    ).run({ now }).changes;
  }

  /**
   * Claims reminders before they ring, so that two programs, or one that crashed, never ring the same one twice.
   *
   * @returns those that are this caller's to ring
   */
  claim(ids: readonly string[], now: number): string[] {
    const claim = prepared(
      this.#connection,
      `UPDATE reminders SET claimed_at = @now WHERE id = @id AND claimed_at IS NULL AND ended_at IS NULL RETURNING id`,
    );
    return ids.filter((id) => claim.get({ id, now }) !== undefined);
  }

  /** Says that claimed reminders rang; of one that nobody claimed it says nothing. @returns how many */
  confirm(ids: readonly string[], now: number): number {
    const confirm = prepared(
      this.#connection,
      'UPDATE reminders SET shown_at = @now WHERE id = @id AND claimed_at IS NOT NULL',
    );
    return ids.reduce((count, id) => count + confirm.run({ id, now }).changes, 0);
  }

  /** Takes reminders out of the list: somebody has seen them. @returns how many */
  see(ids: readonly string[], now: number): number {
    const see = prepared(
      this.#connection,
      'UPDATE reminders SET seen_at = @now WHERE id = @id AND seen_at IS NULL',
    );
    return ids.reduce((count, id) => count + see.run({ id, now }).changes, 0);
  }

  /** Lets a reminder come again later, as itself: out of the list until then, and free to ring once more. @returns 1, or 0 where it has ended */
  snooze(id: string, until: number): number {
    return prepared(
      this.#connection,
      `UPDATE reminders SET fires_at = @until, appeared_at = NULL, claimed_at = NULL, shown_at = NULL, seen_at = NULL
         WHERE id = @id AND ended_at IS NULL`,
    ).run({ id, until }).changes;
  }
}

function shapeOf(row: Tables['clocks']): CalendarShape {
  return { ...plannedClock(row), title: JSON.parse(row.title_json) as CalendarShape['title'] };
}

function plannedClock(row: Tables['clocks']): PlannedClock {
  return {
    owner: row.owner as ClockOwner,
    lookAt: row.look_at,
    dueAt: row.due_at,
    plan: row.plan_json === null ? null : (JSON.parse(row.plan_json) as ClockPlan),
  };
}

const keyOf = (step: string, dueAt: number | undefined, plannedAt: number): string =>
  `${step}|${dueAt ?? ''}|${plannedAt}`;
