import { ROUND_IDS } from '../../../shared/reminders/index.ts';
import type { Connection } from './open.ts';
import { prepared } from './statements.ts';

/** What was taken back. */
export interface TakenBack {
  /** How many running clocks had told of something that has not come yet; rounds say anew on their day what they said. */
  readonly told: number;
  /** How many reminders wait again, rounds' too. */
  readonly waiting: number;
  /** How many reminders that were put off at such a time are to come as they were planned. */
  readonly putOff: number;
  /** The clocks that changed at a time that has not come yet: what they ask for was planned from there. */
  readonly changed: readonly string[];
}

/**
 * Takes back what the scheduler noted at a time that has not come yet: the computer's clock was ahead, and was put back. What
 * came then goes back to waiting, as if it had never come, whoever was told of it or saw it; a digest was of another day.
 *
 * @param horizon the latest instant at which something can have happened
 */
export function takeBack(connection: Connection, now: number, horizon: number): TakenBack {
  const untold = prepared(
    connection,
    `UPDATE reminders SET fires_at = planned_at, appeared_at = NULL, claimed_at = NULL, shown_at = NULL, seen_at = NULL
       WHERE appeared_at > @horizon AND ended_at IS NULL RETURNING clock_id`,
  ).all({ horizon }) as { readonly clock_id: string }[];
  // What came only then and has ended by now never came.
  prepared(connection, 'DELETE FROM reminders WHERE appeared_at > @horizon').run({ horizon });
  const putOff = prepared(
    connection,
    `UPDATE reminders SET fires_at = planned_at, seen_at = NULL
       WHERE appeared_at IS NULL AND fires_at > planned_at AND coalesce(seen_at, fires_at) > @horizon`,
  ).run({ horizon }).changes;
  prepared(connection, 'DELETE FROM digests WHERE claimed_at > @horizon').run({ horizon });
  const changed = prepared(
    connection,
    'UPDATE calendar_entries SET changed_at = @now WHERE changed_at > @horizon RETURNING clock_id',
  ).all({ now, horizon }) as { readonly clock_id: string }[];
  return {
    told: new Set(untold.map(({ clock_id: of }) => of).filter((of) => !of.startsWith(ROUND_IDS))).size,
    waiting: untold.length,
    putOff,
    changed: changed.map(({ clock_id: clockId }) => clockId),
  };
}
