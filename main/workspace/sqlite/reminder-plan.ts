import { countedSpans, doubtOf, type ClockOwner, type ClockPlan } from '../../../shared/deadlines/index.ts';
import { newId, type Clock, type Random } from '../../../shared/kernel/index.ts';
import {
  hasLook,
  latestTrue,
  newestStep,
  planReminders,
  type CalendarShape,
  type PlannedClock,
} from '../../../shared/reminders/index.ts';
import { computedOf, titleOf } from './clock-row.ts';
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
   * came and ended is in the list again once its clock runs again. Of the steps whose time passed while a clock stood still, the
   * newest comes at once when it runs again: nobody was told of it.
   *
   * @param before its state until now; null where there was none
   * @param now from when on reminders are still to come
   */
  refresh(clockId: string, before: Tables['clocks'] | null, row: Tables['clocks'] | null, now: number): void {
    this.#plan(clockId, row, before === null ? this.#goneSince(clockId) : before.stopped_at, now);
    this.#countChange(clockId, row, now);
  }

  /** Plans clocks anew that changed while the computer's clock was ahead: steps that are to come were past then. */
  planAnew(clockIds: readonly string[], now: number): void {
    for (const clockId of clockIds) {
      const row = this.#clockOf(clockId);
      if (row !== undefined) this.#plan(clockId, row, Number.POSITIVE_INFINITY, now);
    }
  }

  /** @param stoodSince since when it stood still until now; null where it did not */
  #plan(clockId: string, row: Tables['clocks'] | null, stoodSince: number | null, now: number): void {
    const asked = row === null || row.stopped_at !== null ? [] : planReminders(plannedClock(row));
    const left = new Map(asked.map((each) => [keyOf(each.step, row?.due_at, each.firesAt), each]));
    const standing = prepared(this.#connection, 'SELECT * FROM reminders WHERE clock_id = @clockId').all({
      clockId,
    }) as Tables['reminders'][];
    // Since when nobody was told. A clock that stopped while the computer's was ahead stands still since nobody knows when.
    let untoldSince = stoodSince !== null && stoodSince > latestTrue(now) ? -Infinity : stoodSince;
    for (const { id, step, due_at: dueAt, planned_at: plannedAt, appeared_at, ended_at } of standing) {
      const isAsked = left.delete(keyOf(step, dueAt, plannedAt));
      if (isAsked && untoldSince !== null && plannedAt <= now) untoldSince = Math.max(untoldSince, plannedAt);
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
       VALUES (@id, @clockId, @step, @dueAt, @plannedAt, @firesAt)`,
    );
    const passed = [...left.values()].filter(
      ({ firesAt }) => untoldSince !== null && firesAt > untoldSince && firesAt <= now,
    );
    const missed = newestStep(passed);
    for (const each of left.values()) {
      const { step, firesAt: plannedAt } = each;
      if (plannedAt <= now && each !== missed) continue;
      const id = newId(this.#clock, this.#random);
      add.run({ id, clockId, step, dueAt: row?.due_at, plannedAt, firesAt: Math.max(plannedAt, now) });
    }
  }

  /** Since when a clock is gone that was there once; null where it never was. */
  #goneSince(clockId: string): number | null {
    const entry = this.#entryOf(clockId);
    return entry?.cancelled === 1 ? entry.changed_at : null;
  }

  #clockOf(clockId: string): Tables['clocks'] | undefined {
    return prepared(this.#connection, 'SELECT * FROM clocks WHERE id = @clockId').get({ clockId }) as
      Tables['clocks'] | undefined;
  }

  #entryOf(clockId: string): Tables['calendar_entries'] | undefined {
    return prepared(this.#connection, 'SELECT * FROM calendar_entries WHERE clock_id = @clockId').get({
      clockId,
    }) as Tables['calendar_entries'] | undefined;
  }

  /** What calendars show of a case is otherwise: its number, its shop, or whether it is in use. */
  refreshCase(caseId: string, now: number): void {
    const entries = prepared(
      this.#connection,
      'SELECT clock_id FROM calendar_entries WHERE case_id = @caseId',
    ).all({ caseId }) as Pick<Tables['calendar_entries'], 'clock_id'>[];
    for (const { clock_id: clockId } of entries)
      this.#countChange(clockId, this.#clockOf(clockId) ?? null, now);
  }

  /** What calendars show of a shop is otherwise: its alias or its zone. */
  refreshStore(storeId: string, now: number): void {
    const cases = prepared(this.#connection, 'SELECT id FROM cases WHERE store_id = @storeId').all({
      storeId,
    }) as Pick<Tables['cases'], 'id'>[];
    for (const { id } of cases) this.refreshCase(id, now);
  }

  /**
   * A calendar that was handed an entry takes the newer one for it by its number, and takes it out when it is cancelled: the
   * clock stopped, or its case was put away.
   */
  #countChange(clockId: string, row: Tables['clocks'] | null, now: number): void {
    const before = this.#entryOf(clockId);
    const caseId = row?.case_id ?? before?.case_id;
    if (caseId === undefined) return;
    const of = this.#caseOf(caseId);
    const shape =
      row === null ? before?.shape_json : JSON.stringify({ ...shapeOf(row, of), ...lookGone(before, row) });
    const cancelled = row === null || row.stopped_at !== null || of?.archived_at != null ? 1 : 0;
    if (shape === undefined) return;
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
    for (const row of unplanned) this.refresh(row.id, row, row, now);
    const uncounted = prepared(
      this.#connection,
      `SELECT * FROM clocks WHERE stopped_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM calendar_entries WHERE calendar_entries.clock_id = clocks.id)`,
    ).all() as Tables['clocks'][];
    for (const row of uncounted) this.#countChange(row.id, row, now);
    // Entries of a program that did not say in them that an end is not certain.
    const undoubted = prepared(
      this.#connection,
      `SELECT clocks.* FROM clocks JOIN calendar_entries ON calendar_entries.clock_id = clocks.id
         WHERE stopped_at IS NULL AND shape_json NOT LIKE '%"doubt":%'
           AND json_extract(computed_json, '$.certainty') IN ('estimate', 'arguable')`,
    ).all() as Tables['clocks'][];
    for (const row of undoubted) this.#countChange(row.id, row, now);
    // Cases that were put away by a program that did not call their entries off. They are listed once: EXISTS may be made a
    // walk through all cases for each entry.
    const away = prepared(
      this.#connection,
      `SELECT DISTINCT case_id FROM calendar_entries WHERE cancelled = 0
         AND case_id IN (SELECT id FROM cases WHERE archived_at IS NOT NULL)`,
    ).all() as Pick<Tables['calendar_entries'], 'case_id'>[];
    for (const { case_id: caseId } of away) this.refreshCase(caseId, now);
  }

  /**
   * Asked once a clock, and so of one table at a time: by its id SQLite finds a row there whatever it believes. Of a join it goes
   * by its counts of the last close instead; where there was one case then, it reads all cases of now for each clock.
   */
  #caseOf(caseId: string): CaseShown | undefined {
    return prepared(
      this.#connection,
      `SELECT number, archived_at, (SELECT alias FROM stores WHERE stores.id = store_id) AS alias,
           (SELECT zone FROM stores WHERE stores.id = store_id) AS zone
         FROM cases WHERE id = @caseId`,
    ).get({ caseId }) as CaseShown | undefined;
  }

  /** Lets everything that is due come into the list. @returns how many did */
  appear(now: number): number {
    return prepared(
      this.#connection,
      'UPDATE reminders SET appeared_at = @now, seen_at = NULL WHERE appeared_at IS NULL AND fires_at <= @now',
    ).run({ now }).changes;
  }

  /**
   * Claims reminders before they ring, so that two programs, or one that crashed, never ring the same one twice. What somebody
   * saw or put off meanwhile is nobody's to ring now.
   *
   * @returns those that are this caller's to ring
   */
  claim(ids: readonly string[], now: number): string[] {
    const claim = prepared(
      this.#connection,
      `UPDATE reminders SET claimed_at = @now WHERE id = @id AND claimed_at IS NULL AND ended_at IS NULL
         AND appeared_at IS NOT NULL AND seen_at IS NULL RETURNING id`,
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
      'UPDATE reminders SET seen_at = @now WHERE id = @id AND appeared_at IS NOT NULL AND seen_at IS NULL',
    );
    return ids.reduce((count, id) => count + see.run({ id, now }).changes, 0);
  }

  /**
   * Lets a reminder come again later, as itself: out of the list until then, and free to ring once more. The older ones of its
   * clock are seen with it: whoever puts the newest off has read them all in one line. It was seen itself until it comes.
   *
   * @returns how many left the list; none where it has ended
   */
  snooze(id: string, until: number, now: number): number {
    const seen = prepared(
      this.#connection,
      `UPDATE reminders SET seen_at = @now
         FROM (SELECT clock_id, fires_at FROM reminders WHERE id = @id AND ended_at IS NULL) AS chosen
         WHERE reminders.clock_id = chosen.clock_id AND reminders.id <> @id AND reminders.fires_at <= chosen.fires_at
           AND reminders.appeared_at IS NOT NULL AND reminders.seen_at IS NULL AND reminders.ended_at IS NULL`,
    ).run({ id, now }).changes;
    return (
      seen +
      prepared(
        this.#connection,
        `UPDATE reminders SET fires_at = @until, appeared_at = NULL, claimed_at = NULL, shown_at = NULL, seen_at = @now
           WHERE id = @id AND ended_at IS NULL`,
      ).run({ id, until, now }).changes
    );
  }
}

/** What a calendar shows of the case a clock is of. */
type CaseShown = Pick<Tables['cases'], 'number' | 'archived_at'> & Pick<Tables['stores'], 'alias' | 'zone'>;

function shapeOf(row: Tables['clocks'], of: CaseShown | undefined): CalendarShape {
  const doubt = doubtOf(computedOf(row));
  const shown = of === undefined ? {} : { of: { number: of.number, alias: of.alias, zone: of.zone } };
  return { ...plannedClock(row), title: titleOf(row), ...(doubt === null ? {} : { doubt }), ...shown };
}

/** The look that calendars were handed of a clock that has none any more; empty where there is none to take out. */
function lookGone(
  before: Pick<Tables['calendar_entries'], 'shape_json'> | undefined,
  row: Tables['clocks'],
): Pick<CalendarShape, 'lookWas'> {
  const isLeft = hasLook({ owner: row.owner as ClockOwner, lookAt: row.look_at, dueAt: row.due_at });
  if (isLeft || before === undefined) return {};
  const was = JSON.parse(before.shape_json) as CalendarShape;
  const lookWas = hasLook(was) ? was.lookAt : was.lookWas;
  return lookWas === undefined ? {} : { lookWas };
}

function plannedClock(row: Tables['clocks']): PlannedClock {
  // Few clocks count a part of the day only; of the others nothing has to be read.
  const counted = row.computed_json.includes('"window"')
    ? countedSpans(computedOf(row), row.due_at)
    : undefined;
  return {
    owner: row.owner as ClockOwner,
    lookAt: row.look_at,
    dueAt: row.due_at,
    startedAt: row.started_at,
    plan: row.plan_json === null ? null : (JSON.parse(row.plan_json) as ClockPlan),
    ...(counted === undefined ? {} : { counted }),
  };
}

const keyOf = (step: string, dueAt: number | undefined, plannedAt: number): string =>
  `${step}|${dueAt ?? ''}|${plannedAt}`;
