import type { Instant } from '../../../shared/kernel/index.ts';
import { clockEndingsOf, clocksFor, type ClockEnding } from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables, type WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import {
  columnsOf,
  computeClocks,
  recomputed,
  wasChosen,
  type Happening,
  type KnownSince,
  type StartedClock,
} from './compute-clocks.ts';
import { reviewPauses, runningClockRows, stoppedClockRows, stoppedOwnRows } from './deadlines.repo.ts';

/**
 * Starts the clocks of an event, as rows of the same act that records the event.
 *
 * @param except ids of those that count down to nothing any more
 */
export async function startClocks(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  since: Happening,
  except?: Pick<ReadonlySet<string>, 'has'>,
): Promise<void> {
  await countFrom(tx, rulebooks, caseId, since, [], except);
}

/**
 * Lets the clocks of an event count from an instant that is another one than was thought. One that runs since the event moves,
 * and so keeps how it reminds and its place in calendars outside; one that the event starts no longer is stopped. One that
 * somebody ended by hand moves as well but stays ended: that was a decision, and no other time takes it back.
 *
 * @param since null where nobody knows any more when it happened
 * @param clocks those that count from the event: running, or ended by hand
 * @param except ids of those that count down to nothing any more
 * @returns the ids of the clocks that count from it now
 */
export async function countFrom(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  since: Happening | null,
  clocks: readonly Tables['clocks'][],
  except: Pick<ReadonlySet<string>, 'has'> = new Set(),
): Promise<string[]> {
  const found = await findCaseRow(tx, caseId);
  const rules = await rulebooks.ofCase(tx, found);
  const ids: string[] = [];
  if (since !== null) {
    const pageClock = since.pageClock ?? clocks.find(wasChosen)?.spec_id;
    for (const clock of computeClocks(rules, found.scenario_id, { ...since, pageClock })) {
      if (except.has(clock.spec.id)) continue;
      const moves = clocks.find(({ id, spec_id: specId }) => specId === clock.spec.id && !ids.includes(id));
      if (moves !== undefined && wasEndedByHand(moves)) {
        await tx.update('clocks', moves.id, { started_at: since.at, ...columnsOf(clock) });
        ids.push(moves.id);
      } else ids.push(await placeClock(tx, caseId, clock, since.at, moves?.id ?? null));
    }
  }
  for (const { id, stopped_at: stoppedAt } of clocks)
    if (stoppedAt === null && !ids.includes(id)) await tx.update('clocks', id, { stopped_at: tx.now });
  return ids;
}

/** Whether somebody ended a clock, saying why, rather than what happened in its case. */
export function wasEndedByHand(clock: Pick<Tables['clocks'], 'stopped_at' | 'stop_reason'>): boolean {
  return clock.stopped_at !== null && clock.stop_reason !== '';
}

/** Lets a clock count from an instant: a new row, or one that was there and moves. @returns its id */
export async function placeClock(
  tx: WriteHandle,
  caseId: string,
  clock: StartedClock,
  startedAt: Instant,
  clockId: string | null,
): Promise<string> {
  const row = { started_at: startedAt, stopped_at: null, ...columnsOf(clock) };
  const id = clockId ?? tx.newId();
  if (clockId === null)
    await tx.insert('clocks', { id, case_id: caseId, plan_json: null, stop_reason: '', ...row });
  else await tx.update('clocks', clockId, row);
  return id;
}

/**
 * Sets the running clocks of a case by the rules it stands on now. One that the rules no longer start goes on as it is: a
 * deadline that somebody was told of does not vanish without a word.
 */
export async function resetClocks(tx: WriteHandle, rulebooks: Rulebooks, caseId: string): Promise<void> {
  for (const { row, clock } of await byRulesNow(tx, rulebooks, caseId, await runningClockRows(tx, caseId)))
    await tx.update('clocks', row.id, columnsOf(clock));
}

/** Stops the running clocks of a case that a filing or what came of it ends: a spent or closed slot never counts down. */
export async function stopClocks(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
  by: readonly ClockEnding[],
): Promise<void> {
  for (const { row, ends } of await endingOf(tx, rulebooks, found, by))
    if (ends) await tx.update('clocks', row.id, { stopped_at: tx.now });
}

/** The running clocks of a case, but what vanishes, and whether a filing or what came of it ends each. */
export async function endingOf(
  read: ReadHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
  by: readonly ClockEnding[],
): Promise<readonly { readonly row: Tables['clocks']; readonly ends: boolean }[]> {
  const { rulebook } = await rulebooks.ofCase(read, found);
  return (await runningClockRows(read, found.id))
    .filter(({ owner }) => owner !== 'vanishing')
    .map((row) => ({
      row,
      ends: clockEndingsOf(rulebook, found.scenario_id, row.spec_id).some((each) => by.includes(each)),
    }));
}

/** Stops the clocks that a filing started: it was none. What counts from a recorded event goes on. */
export async function stopFiledClocks(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
  ofEvents: ReadonlySet<string>,
): Promise<void> {
  const { rulebook } = await rulebooks.ofCase(tx, found);
  const filed = new Set(clocksFor(rulebook, found.scenario_id, 'submitted').map(({ id }) => id));
  for (const row of await runningClockRows(tx, found.id))
    if (filed.has(row.spec_id) && !ofEvents.has(row.id))
      await tx.update('clocks', row.id, { stopped_at: tx.now });
}

/** Lets the seller's own clocks run on that an act of this instant stopped: the act was none. */
export async function resumeClocks(tx: WriteHandle, caseId: string, stoppedAt: Instant): Promise<void> {
  for (const row of await stoppedClockRows(tx, caseId, stoppedAt)) {
    if (row.owner === 'mine') await tx.update('clocks', row.id, { stopped_at: null });
  }
}

/**
 * Lets the seller's own clocks run on that stood still while the platform reviewed, with what was left of them: a return
 * ended the review.
 *
 * @param pageDeadline the end that the page shows with the return; without one their rules count again: what the page counted
 * down before the review did not know of it
 * @returns whether any runs on
 */
export async function resumePausedClocks(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  pageDeadline: Instant | null,
): Promise<boolean> {
  const stopped = await byRulesNow(tx, rulebooks, caseId, await stoppedOwnRows(tx, caseId), { pageDeadline });
  const stood = stopped.filter(({ clock }) =>
    clock.spec.readings.some(({ duration }) => duration.pauseDuringReview),
  );
  for (const { row, clock } of stood)
    await tx.update('clocks', row.id, { stopped_at: null, ...columnsOf(clock) });
  return stood.length > 0;
}

/**
 * Lets the windows that a filing stopped run on after its return, where nothing says what the return starts: no rule tells
 * whether a window goes on or begins anew. What was over by then stays over.
 *
 * @param stoppedAt when the filing was recorded
 * @param returnedAt when the platform returned it
 */
export async function reopenWindows(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  stoppedAt: Instant,
  returnedAt: Instant,
): Promise<void> {
  const stopped = (await stoppedClockRows(tx, caseId, stoppedAt)).filter(
    (row) => row.owner === 'mine' && !wasEndedByHand(row),
  );
  for (const { row, clock } of await byRulesNow(tx, rulebooks, caseId, stopped, { wasReturned: true }))
    if (clock.dueAt > returnedAt)
      await tx.update('clocks', row.id, { stopped_at: null, ...columnsOf(clock) });
}

/** Lets stopped clocks run on from where they began, by the rules their case stands on: what ended them was none. */
export async function runOn(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  stopped: readonly Tables['clocks'][],
): Promise<void> {
  for (const { row, clock } of await byRulesNow(tx, rulebooks, caseId, stopped))
    await tx.update('clocks', row.id, { stopped_at: null, ...columnsOf(clock) });
}

/** Clocks of a case beside what its rules make of them now; those that they start no more are left out. */
async function byRulesNow(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  rows: readonly Tables['clocks'][],
  since: KnownSince = {},
): Promise<readonly { readonly row: Tables['clocks']; readonly clock: StartedClock }[]> {
  const found = await findCaseRow(tx, caseId);
  const rules = await rulebooks.ofCase(tx, found);
  const pauses = await reviewPauses(tx, caseId);
  return rows.flatMap((row) => {
    const clock = recomputed(rules, found.scenario_id, row, pauses, since);
    return clock === null ? [] : { row, clock };
  });
}
