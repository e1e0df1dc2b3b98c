import type { EventFields } from '../../../shared/events/index.ts';
import { AppError, isToCome, type Instant } from '../../../shared/kernel/index.ts';
import {
  clockEndingsOf,
  laterOfClocks,
  startingEvents,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { actingOperator } from '../../core/context.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import {
  clockRows,
  countFrom,
  runningClockRows,
  runningOrEndedRows,
  wasEndedByHand,
} from '../deadlines/index.ts';
import { attachItems } from '../evidence/index.ts';
import { clockIdsOf, clocksOfEvents, findEventRow, stopsOf, type CaseStop } from './events.repo.ts';

/**
 * Writes an event down, or its record anew, and sets the clocks that count from it. A record that changes in words alone
 * leaves them as they run.
 *
 * @param pageClock which clock the page counts down, as somebody said it
 */
export async function saveEvent(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  eventId: string | null,
  fields: EventFields,
  pageClock?: string,
): Promise<Tables['case_events']> {
  const found = await findCaseRow(tx, caseId);
  const { rulebook, pins } = await rulebooks.ofCase(tx, found);
  if (!startingEvents(rulebook, found.scenario_id, pins).some(({ event }) => event === fields.event))
    throw new AppError('BAD_REQUEST', { reason: 'no-clock-from-it', event: fields.event });
  if (isToCome(fields.happenedAt, tx.now)) throw new AppError('CONFLICT', { reason: 'event-in-future' });
  const before = eventId === null ? null : await findEventRow(tx, eventId);
  if (before !== null && before.case_id !== caseId)
    throw new AppError('NOT_FOUND', { kind: 'event', id: before.id });
  if (fields.itemId !== null) await attachItems(tx, caseId, [fields.itemId]);
  const moved =
    pageClock !== undefined ||
    before?.event !== fields.event ||
    before.happened_at !== fields.happenedAt ||
    before.page_read_at !== fields.pageReadAt ||
    before.page_deadline !== fields.pageDeadline;
  const row = {
    id: before?.id ?? tx.newId(),
    case_id: caseId,
    event: fields.event,
    happened_at: fields.happenedAt,
    note: fields.note,
    page_words: fields.pageWords,
    page_read_at: fields.pageReadAt,
    page_deadline: fields.pageDeadline,
    item_id: fields.itemId,
    clock_ids_json: before?.clock_ids_json ?? '[]',
    operator_id: before?.operator_id ?? actingOperator(tx),
  };
  if (before === null) await tx.insert('case_events', row);
  else await tx.update('case_events', row.id, row);
  // Written first: where it is what began the matter, its own day chooses the rules its clocks count by.
  const clockIds =
    before !== null && !moved
      ? clockIdsOf(before)
      : await setClocks(tx, rulebooks, found.id, before, { ...fields, pageClock });
  const saved = { ...row, clock_ids_json: JSON.stringify(clockIds) };
  if (saved.clock_ids_json !== row.clock_ids_json)
    await tx.update('case_events', row.id, { clock_ids_json: saved.clock_ids_json });
  await keepLatest(tx, rulebooks, caseId);
  return saved;
}

/**
 * Of clocks that count from the latest of several events, lets only the one of the latest event run, whichever was recorded
 * first; what a filing, a decision or somebody's own hand has ended stays ended.
 */
export async function keepLatest(tx: WriteHandle, rulebooks: Rulebooks, caseId: string): Promise<void> {
  const found = await findCaseRow(tx, caseId);
  const { rulebook, pins } = await rulebooks.ofCase(tx, found);
  const shared = laterOfClocks(rulebook, found.scenario_id, pins);
  if (shared.size === 0) return;
  const stops = await stopsOf(tx, caseId);
  const ofEvents = (await clockRows(tx, [...(await clocksOfEvents(tx, caseId))])).filter(
    (clock) =>
      shared.has(clock.spec_id) && stoppedAfter(stops, rulebook, found, clock, clock.started_at) === null,
  );
  for (const specId of shared) {
    const rivals = ofEvents.filter((clock) => clock.spec_id === specId);
    const latest = rivals.reduce<Tables['clocks'] | null>(
      (best, clock) => (best === null || clock.started_at > best.started_at ? clock : best),
      null,
    );
    for (const clock of rivals) {
      const runs = clock === latest && clock.stop_reason === '';
      if (runs !== (clock.stopped_at === null))
        await tx.update('clocks', clock.id, { stopped_at: runs ? null : tx.now });
    }
  }
}

/** Stops those clocks of an event that still run. */
export async function stopEventClocks(tx: WriteHandle, row: Tables['case_events']): Promise<void> {
  for (const clock of await runningSince(tx, row))
    await tx.update('clocks', clock.id, { stopped_at: tx.now });
}

async function runningSince(tx: WriteHandle, row: Tables['case_events']): Promise<Tables['clocks'][]> {
  const own = new Set(clockIdsOf(row));
  return (await runningClockRows(tx, row.case_id)).filter(({ id }) => own.has(id));
}

/**
 * Lets the clocks of an event count from when it happened. What a later filing or decision has ended is kept as ended: it never
 * counts down.
 */
async function setClocks(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  before: Tables['case_events'] | null,
  {
    event,
    happenedAt,
    pageReadAt,
    pageDeadline,
    pageClock,
  }: EventFields & { readonly pageClock: string | undefined },
): Promise<string[]> {
  const own = new Set(before === null ? [] : clockIdsOf(before));
  const clocks = (await runningOrEndedRows(tx, caseId)).filter(({ id }) => own.has(id));
  const since = { event, at: happenedAt, pageReadAt, pageDeadline, pageClock };
  const ids = await countFrom(tx, rulebooks, caseId, since, clocks);
  const found = await findCaseRow(tx, caseId);
  const { rulebook } = await rulebooks.ofCase(tx, found);
  const stops = await stopsOf(tx, caseId);
  for (const clock of await clockRows(tx, ids)) {
    const stoppedAt = stoppedAfter(stops, rulebook, found, clock, happenedAt);
    if (stoppedAt !== null && clock.owner !== 'vanishing' && !wasEndedByHand(clock))
      await tx.update('clocks', clock.id, { stopped_at: stoppedAt });
  }
  return ids;
}

/** When a clock that counts from an instant was stopped by a filing or decision of then or later that ends it; null: by none. */
function stoppedAfter(
  stops: readonly CaseStop[],
  rulebook: Rulebook,
  { scenario_id: scenarioId }: Tables['cases'],
  { spec_id: specId }: Tables['clocks'],
  startedAt: Instant,
): Instant | null {
  const endings = clockEndingsOf(rulebook, scenarioId, specId);
  const stop = stops.find(({ at, ends }) => startedAt <= at && ends.some((each) => endings.includes(each)));
  return stop?.stoppedAt ?? null;
}
