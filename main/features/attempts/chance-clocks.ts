import { OF_THE_MATTER } from '../../../shared/attempts/index.ts';
import { chanceClocks, findScenario } from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables, type WriteHandle } from '../../workspace/index.ts';
import { runningClockRows, runOn, stoppedOwnRows } from '../deadlines/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { casesWithNumberOf, casesWithOrders, lastDealtWith } from './attempts.repo.ts';
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
 * Stops what counts down to a chance that is gone, in every case of the same orders: a spent slot never counts down, whichever
 * case or colleague spent it.
 *
 * @param orderNumbers those of which the ledger says something else now
 * @param caseId the case whose matter it is, where it may name no order
 */
export async function stopSpentClocks(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  storeId: string,
  orderNumbers: readonly string[],
  caseId: string | null,
): Promise<void> {
  for (const found of await casesOfMatter(tx, rulebooks, storeId, orderNumbers, caseId)) {
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
  for (const found of await casesOfMatter(tx, rulebooks, filing.store_id, orderNumbers, filing.id)) {
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
}

/** By case, the ids of what counts down to a chance that is gone. */
export type ClocksOver = ReadonlyMap<string, ReadonlySet<string>>;

/** What counts down to a chance that is gone, in every case of a matter. */
export async function clocksOverIn(
  read: ReadHandle,
  rulebooks: Rulebooks,
  { storeId, orderNumbers, caseId }: Matter,
): Promise<ClocksOver> {
  const over = new Map<string, ReadonlySet<string>>();
  for (const found of await casesOfMatter(read, rulebooks, storeId, orderNumbers, caseId))
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
 * The cases in which these orders stand, as far as they are in use, and, where the chance is that of the matter, those that
 * the platform has under the number of the case itself.
 */
export async function casesOfMatter(
  read: ReadHandle,
  rulebooks: Rulebooks,
  storeId: string,
  orderNumbers: readonly string[],
  caseId: string | null,
): Promise<Tables['cases'][]> {
  const named = orderNumbers.filter((number) => number !== OF_THE_MATTER);
  const found = await casesWithOrders(read, storeId, named);
  if (caseId === null) return found;
  const own = await findCaseRow(read, caseId);
  const { rulebook } = await rulebooks.ofCase(read, own);
  const ofMatter = findScenario(rulebook, own.scenario_id).chancePer === 'matter';
  const numbered = ofMatter ? await casesWithNumberOf(read, own) : [];
  return [...new Map([...found, ...numbered, own].map((each) => [each.id, each])).values()];
}

async function stop(
  tx: WriteHandle,
  caseId: string,
  isOver: (row: Tables['clocks']) => boolean,
): Promise<void> {
  for (const row of await runningClockRows(tx, caseId))
    if (row.owner === 'mine' && isOver(row)) await tx.update('clocks', row.id, { stopped_at: tx.now });
}
