import { OF_THE_MATTER } from '../../../shared/attempts/index.ts';
import { chanceClocks, findScenario } from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables, type WriteHandle } from '../../workspace/index.ts';
import { runningClockRows, runOn, stoppedOwnRows } from '../deadlines/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { casesWithNumber, casesWithOrders, lastDealtWith, mattersOf, ordersOfCase } from './attempts.repo.ts';
import { chancesOf } from './guard.ts';

/**
 * Ids of the clocks of a case that count down to a chance, where none of its orders has one left; else none. What another
 * draft holds is not spent: until one of the two is handed in, both count down.
 */
export async function clocksWithoutChance(
  read: ReadHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
): Promise<ReadonlySet<string>> {
  const chances = (await chancesOf(read, rulebooks, [found])).get(found.id);
  if (chances === undefined || chances.why === null || chances.why === 'held') return NONE;
  const { rulebook } = await rulebooks.ofCase(read, found);
  return chanceClocks(rulebook, found.scenario_id);
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Stops what counts down to a chance that is gone, in every case of the same orders or number: a spent slot never counts down,
 * whichever case or colleague spent it.
 *
 * @param matter its orders are those of which the ledger says something else now; its case, where there is one, may name no order
 */
export async function stopSpentClocks(tx: WriteHandle, rulebooks: Rulebooks, matter: Matter): Promise<void> {
  for (const found of await casesOfMatter(tx, rulebooks, matter)) {
    const gone = await clocksWithoutChance(tx, rulebooks, found);
    if (gone.size > 0) await stop(tx, found.id, (row) => gone.has(row.spec_id));
  }
}

/**
 * Stops what counts down to the next chance in the other cases of these orders: it was used, in this case.
 *
 * @param filedAt a clock that began later counts down to a later one
 */
export async function stopClocksOfParents(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  filing: Tables['cases'],
  orderNumbers: readonly string[],
  filedAt: number,
): Promise<void> {
  const matter = { storeId: filing.store_id, orderNumbers, caseId: filing.id };
  for (const found of await casesOfMatter(tx, rulebooks, matter)) {
    if (found.id === filing.id || found.case_type !== filing.case_type) continue;
    const { rulebook } = await rulebooks.ofCase(tx, found);
    const toChance = chanceClocks(rulebook, found.scenario_id);
    await stop(tx, found.id, (row) => toChance.has(row.spec_id) && row.started_at <= filedAt);
  }
}

/** What a case, or what was entered of orders, is about. */
export interface Matter {
  readonly storeId: string;
  readonly orderNumbers: readonly string[];
  readonly caseId: string | null;
  /** What was entered of it says by itself which it is of the scenes of a case type. */
  readonly numbered?: { readonly caseType: string; readonly matter: string } | null;
}

/** By case, the ids of what counts down to a chance that is gone. */
export type ClocksOver = ReadonlyMap<string, ReadonlySet<string>>;

/** What counts down to a chance that is gone, in every case of a matter. */
export async function clocksOverIn(
  read: ReadHandle,
  rulebooks: Rulebooks,
  matter: Matter,
): Promise<ClocksOver> {
  const over = new Map<string, ReadonlySet<string>>();
  for (const found of await casesOfMatter(read, rulebooks, matter))
    over.set(found.id, await clocksWithoutChance(read, rulebooks, found));
  return over;
}

/**
 * Lets run on what counts down to a chance that was gone and is there again.
 *
 * @param before what was over until now
 * @param unfiled what is done of a case that was never filed, in place of letting its clocks run on as they were
 */
export async function runOnRegained(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  matter: Matter,
  before: ClocksOver,
  unfiled?: (caseId: string, stopped: readonly Tables['clocks'][]) => Promise<void>,
): Promise<void> {
  const now = await clocksOverIn(tx, rulebooks, matter);
  for (const [id, was] of before) {
    // Under its new number a case may be of the same matter as this one no longer.
    const over = now.get(id) ?? (await clocksWithoutChance(tx, rulebooks, await findCaseRow(tx, id)));
    const regained = new Set([...was].filter((specId) => !over.has(specId)));
    if (regained.size === 0) continue;
    const stopped = (await stoppedOwnRows(tx, id)).filter(({ spec_id: specId }) => regained.has(specId));
    const dealtWith = await lastDealtWith(tx, id);
    if (dealtWith === null && unfiled !== undefined) await unfiled(id, stopped);
    else {
      // A clock that an answer started and nothing was filed on; what ran before it was used.
      const waiting = stopped.filter(({ started_at: startedAt }) => startedAt >= (dealtWith ?? -Infinity));
      await runOn(tx, rulebooks, id, waiting);
    }
  }
}

/**
 * The cases in which the orders of a matter stand, as far as they are in use, and, where the chance is that of the matter, those
 * that the platform has under the number of its case, or under the one that was entered.
 */
export async function casesOfMatter(
  read: ReadHandle,
  rulebooks: Rulebooks,
  { storeId, orderNumbers, caseId, numbered = null }: Matter,
): Promise<Tables['cases'][]> {
  const named = orderNumbers.filter((number) => number !== OF_THE_MATTER);
  const found = await casesWithOrders(read, storeId, named);
  if (numbered !== null)
    found.push(...(await casesWithNumber(read, { storeId, ...numbered }, numbered.matter)));
  if (caseId !== null) {
    const own = await findCaseRow(read, caseId);
    const { rulebook } = await rulebooks.ofCase(read, own);
    const ofMatter = findScenario(rulebook, own.scenario_id).chancePer === 'matter';
    const matter = ofMatter ? (await mattersOf(read, [caseId])).get(caseId) : undefined;
    if (matter !== undefined)
      found.push(...(await casesWithNumber(read, { storeId, caseType: own.case_type }, matter)));
    found.push(own);
  }
  return [...new Map(found.map((each) => [each.id, each])).values()];
}

/**
 * Gives the matter of a case another number, which tells whose chance it is: what counts down to one that is gone by the new
 * number stops, in every case of its orders, and what was over by the old one alone runs on.
 *
 * @param write writes the number down
 * @param unfiled what is done of a case that was never filed, in place of letting its clocks run on as they were
 */
export async function renumber(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  write: () => Promise<void>,
  unfiled?: Parameters<typeof runOnRegained>[4],
): Promise<void> {
  const matter = { caseId, ...(await ordersOfCase(tx, caseId)) };
  const before = await clocksOverIn(tx, rulebooks, matter);
  await write();
  await stopSpentClocks(tx, rulebooks, matter);
  await runOnRegained(tx, rulebooks, matter, before, unfiled);
}

async function stop(
  tx: WriteHandle,
  caseId: string,
  isOver: (row: Tables['clocks']) => boolean,
): Promise<void> {
  for (const row of await runningClockRows(tx, caseId))
    if (row.owner === 'mine' && isOver(row)) await tx.update('clocks', row.id, { stopped_at: tx.now });
}
