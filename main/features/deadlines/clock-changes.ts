import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  MOST_CHANGES,
  type ChangesPart,
  type ClockChange,
  type ClockChanges,
  type ClockRecord,
} from '../../../shared/deadlines/index.ts';
import { dateIn } from '../../../shared/kernel/index.ts';
import { os, write, type Services } from '../../core/context.ts';
import {
  computedOf,
  findCaseRow,
  readMeta,
  type ReadHandle,
  type Store,
  type Tables,
  type WriteHandle,
} from '../../workspace/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { casesWithClocks, findClock, reviewPauses, runningClockRows, whatDecides } from './deadlines.repo.ts';
import { columnsOf, recomputed, type StartedClock } from './compute-clocks.ts';

/** Which clocks were agreed to be left as they stand, and on which rules and calendars. */
const KEPT = 'clocks-kept';

/** On which ground every clock was found as it stands; it is not counted again on the same. */
const foundStanding = new WeakMap<Store, string>();

/** What of the clocks would be otherwise by the rules and calendars of today; shown first, then taken as one act. */
export const clockChanges = {
  changes: os.deadlines.changes.handler(async ({ context: { services }, input: part }) => {
    const { read, rulebooks, store } = services;
    const ground = await groundOfClocks(services);
    if (foundStanding.get(store) === ground) return NO_CHANGES;
    const kept = await keptClocks(read, rulebooks);
    const shown = await shownChanges(read, recomputedClocks(read, rulebooks, letOthersCall), part, kept);
    if (shown.items.length === 0 && part.skip === 0) foundStanding.set(store, ground);
    return shown;
  }),

  recalculate: os.deadlines.recalculate.handler(({ context, input }) =>
    write(context, 'deadlines.recalculate', async (tx) => {
      const { rulebooks } = context.services;
      return { changed: await recalculate(tx, rulebooks, input.clockIds) };
    }),
  ),
};

const NO_CHANGES: ClockChanges = { items: [], left: 0 };

/**
 * All that decides how the running clocks are counted: the rules and calendars, where and how each store sells, the days that
 * choose a case's version of a rule, and, for what is not filed yet, today.
 */
async function groundOfClocks({
  read,
  rulebooks,
  clock,
}: Pick<Services, 'read' | 'rulebooks' | 'clock'>): Promise<string> {
  const { turn } = await rulebooks.ground(read);
  const { stores, cases, begun } = await whatDecides(read);
  const days = [...new Set(stores.map(({ zone }) => zone))].map((zone) => dateIn(clock.now(), zone));
  return createHash('sha256')
    .update(JSON.stringify([turn, days, stores, cases, begun]))
    .digest('hex');
}

/**
 * Sets running clocks by the rules and calendars of today. All others that would be moved are agreed to stand as they do;
 * where the end stands but not why, the reasons are written anew, whoever was named.
 *
 * @param clockIds which of them; null: all that nobody agreed to leave before
 * @returns how many were set
 */
export async function recalculate(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  clockIds: readonly string[] | null,
): Promise<number> {
  const before = await keptClocks(tx, rulebooks);
  const chosen = clockIds === null ? null : new Set(clockIds);
  const left: string[] = [];
  let taken = 0;
  for await (const { row, now, moves } of recomputedClocks(tx, rulebooks)) {
    if (!moves) await writeReasons(tx, row, now);
    else if (chosen === null ? before.has(row.id) : !chosen.has(row.id)) left.push(row.id);
    else {
      await tx.update('clocks', row.id, columnsOf(now));
      taken += 1;
    }
  }
  const kept: KeptClocks = { ground: (await rulebooks.ground(tx)).id, clockIds: left };
  await tx.setMeta(KEPT, JSON.stringify(kept));
  return taken;
}

/** Says anew why each running clock ends when it does, where it ends then still. All others stand as they do. */
export async function restateReasons(tx: WriteHandle, rulebooks: Rulebooks): Promise<void> {
  for await (const { row, now, moves } of recomputedClocks(tx, rulebooks))
    if (!moves) await writeReasons(tx, row, now);
}

async function writeReasons(tx: WriteHandle, row: Tables['clocks'], now: StartedClock): Promise<void> {
  const { computed_json, sources_json } = columnsOf(now);
  // Compared as it is written down: nobody is shown it, so that one written anew for its form alone does no harm.
  if (row.computed_json === computed_json && row.sources_json === sources_json) return;
  await tx.update('clocks', row.id, { computed_json, sources_json });
}

interface KeptClocks {
  readonly ground: string;
  readonly clockIds: readonly string[];
}

/** Those that were agreed to be left, while the rules and calendars are those of then. */
async function keptClocks(read: ReadHandle, rulebooks: Rulebooks): Promise<ReadonlySet<string>> {
  const text = await readMeta(read, KEPT);
  const kept = text === null ? null : (JSON.parse(text) as KeptClocks);
  return new Set(kept?.ground === (await rulebooks.ground(read)).id ? kept.clockIds : []);
}

/** Thousands of cases take seconds: other calls are answered in between. */
const letOthersCall = (): Promise<unknown> => setImmediate();

/** A running clock beside what the rules and calendars of today make of it. */
interface RecomputedClock {
  readonly row: Tables['clocks'];
  readonly now: StartedClock;
  /** Its instants or their certainty are others; otherwise at most why they are these. */
  readonly moves: boolean;
}

/**
 * Every running clock of a case in use as it would be written down now, one at a time: all of them, each with its reasons, would
 * fill the memory.
 *
 * @param betweenCases lets others have their turn; nothing inside a write, which waits for no one
 */
export async function* recomputedClocks(
  read: ReadHandle,
  rulebooks: Rulebooks,
  betweenCases: () => Promise<unknown> = () => Promise.resolve(),
): AsyncGenerator<RecomputedClock> {
  for (const caseId of await casesWithClocks(read)) {
    await betweenCases();
    const found = await findCaseRow(read, caseId);
    yield* recomputedOfCase(read, found, await rulebooks.ofCase(read, found));
  }
}

/** The running clocks of a case that would be otherwise by other rules. */
export async function changesByRules(
  read: ReadHandle,
  found: Pick<Tables['cases'], 'id' | 'scenario_id'>,
  rules: CaseRules,
): Promise<ClockChanges> {
  return await shownChanges(read, recomputedOfCase(read, found, rules), { skip: 0, limit: MOST_CHANGES });
}

async function* recomputedOfCase(
  read: ReadHandle,
  found: Pick<Tables['cases'], 'id' | 'scenario_id'>,
  rules: CaseRules,
): AsyncGenerator<RecomputedClock> {
  const pauses = await reviewPauses(read, found.id);
  for (const row of await runningClockRows(read, found.id)) {
    const now = recomputed(rules, found.scenario_id, row, pauses);
    if (now !== null) yield { row, now, moves: isMoved(row, now) };
  }
}

function isMoved(row: Tables['clocks'], { lookAt, dueAt, computed }: StartedClock): boolean {
  const before = computedOf(row);
  return row.look_at !== lookAt || row.due_at !== dueAt || before.certainty !== computed.certainty;
}

/**
 * Moved clocks as they are shown: before and after, the first to end before the rest, as many of them at once as anybody
 * reads.
 *
 * @param kept those to leave out
 */
export async function shownChanges(
  read: ReadHandle,
  clocks: AsyncIterable<RecomputedClock>,
  { skip, limit }: ChangesPart,
  kept: ReadonlySet<string> = new Set(),
): Promise<ClockChanges> {
  let first: RecomputedClock[] = [];
  let count = 0;
  const sortOut = (): void => {
    first = first
      .sort((one, other) => one.row.due_at - other.row.due_at || (one.row.id < other.row.id ? -1 : 1))
      .slice(0, skip + limit);
  };
  for await (const each of clocks) {
    if (!each.moves || kept.has(each.row.id)) continue;
    count += 1;
    first.push(each);
    if (first.length >= 2 * (skip + MOST_CHANGES)) sortOut();
  }
  sortOut();
  const items: ClockChange[] = [];
  for (const { row, now } of first.slice(skip)) {
    items.push({
      ...shownOf(await findClock(read, row.id)),
      before: timedRow(row).times,
      after: { lookAt: now.lookAt, dueAt: now.dueAt, certainty: now.computed.certainty },
    });
  }
  return { items, left: Math.max(0, count - skip - items.length) };
}

/** What an act would change of a case's running clocks. One that ends and begins again under its name is one that moves. */
export async function changesBy(
  tx: WriteHandle,
  caseId: string,
  act: () => Promise<unknown>,
): Promise<ClockChanges> {
  const before = (await runningClockRows(tx, caseId)).map(timedRow);
  const known = new Map<string, ClockRecord>();
  for (const { row } of before) known.set(row.id, await findClock(tx, row.id));
  await act();
  const after = (await runningClockRows(tx, caseId)).map(timedRow);
  const items: ClockChange[] = [];
  for (const { row, times } of after) {
    const was =
      before.find((each) => each.row.id === row.id) ??
      before.find((each) => each.row.spec_id === row.spec_id);
    if (JSON.stringify(was?.times) === JSON.stringify(times)) continue;
    items.push({ ...shownOf(await findClock(tx, row.id)), before: was?.times ?? null, after: times });
  }
  for (const { row, times } of before) {
    const clock = known.get(row.id);
    if (clock !== undefined && !after.some((each) => each.row.spec_id === row.spec_id))
      items.push({ ...shownOf(clock), before: times, after: null });
  }
  return { items: items.slice(0, MOST_CHANGES), left: Math.max(0, items.length - MOST_CHANGES) };
}

function timedRow(row: Tables['clocks']) {
  const { certainty } = computedOf(row);
  return { row, times: { lookAt: row.look_at, dueAt: row.due_at, certainty } };
}

function shownOf({ computed, ...clock }: ClockRecord): Pick<ClockChange, 'clock' | 'zone'> {
  const { id, caseId, caseNumber, caseTitle, storeAlias, owner, title } = clock;
  return { clock: { id, caseId, caseNumber, caseTitle, storeAlias, owner, title }, zone: computed.zone };
}
